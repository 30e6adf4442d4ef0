"""What the circular purchase keeps (rulebook 8.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where


@dataclass(frozen=True, slots=True)
class Circle(Record):
    """A program's sums: what the day's money is divided by is kept, never added up."""

    TABLE: ClassVar[str] = "circle"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    weight: int = 0
    """Of those who have energy and weight."""
    holders: int = 0
    """The last number given to one."""


@dataclass(frozen=True, slots=True)
class CircleHolder(Record):
    """How much may still be paid to somebody, and how much of each day is his."""

    TABLE: ClassVar[str] = "circle_holder"
    KEY: ClassVar[tuple[str, ...]] = ("program", "holder")

    program: int
    holder: str
    """A member's number, or `@<store>`."""
    number: int
    """By first purchase; the sequence in which lots are drawn."""
    energy: Fen = Fen(0)
    weight: int = 0
    points: Fen = Fen(0)
    """Backed points of this program, given and not yet converted or taken back."""
    last_sale: int = 0

    @property
    def shares(self) -> int:
        """The weight that counts today: none without energy."""
        return self.weight if self.energy else 0


SHARERS = Index(CircleHolder, "sharers", ("program", "number"), (Where("weight", ">", 0),))
"""Who has weight; one without energy is given nothing.

Energy, which each day lessens, is no condition: no place in the index changes with it.
"""


@dataclass(frozen=True, slots=True)
class CircleSale(Record):
    """What one sale has given to whom, so that a return can take it back."""

    TABLE: ClassVar[str] = "circle_sale"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    energy: Fen
    weight: int
    sponsor: int
    """0 when none received weight."""
    sponsor_weight: int
    store_energy: Fen
    store_weight: int
    returned: Fen = Fen(0)
    """Of the base, over all returns."""

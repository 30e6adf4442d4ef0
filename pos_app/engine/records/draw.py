"""What the drawn free order keeps: entries, rounds, who was drawn (rulebook 3)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen, part
from pos_app.domain.record import Index, Record, Where


@dataclass(frozen=True, slots=True)
class DrawPot(Record):
    """How many rounds there were, and how many entries the running one has."""

    TABLE: ClassVar[str] = "draw_pot"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    rounds: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class DrawEntry(Record):
    """One sale that may win, once."""

    TABLE: ClassVar[str] = "draw_entry"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    member: int
    settled_at: Instant
    base: Fen
    """Less what came back."""
    round: int
    """How many rounds there had been before it."""
    open: bool
    prize: Fen = Fen(0)
    """Won, tax included."""
    returned: Fen = Fen(0)
    """Of the base, over all returns."""
    rate_bp: int = 10_000
    """Of the base: the prize, by the version of the sale. A later one changes it not (1.11)."""

    @property
    def would_win(self) -> Fen:
        """The prize of the base that is left, before the caps (3.3)."""
        return Fen(part(self.base, self.rate_bp))


OPEN_ENTRIES = Index(DrawEntry, "open", ("program", "settled_at", "sale"), (Where("open", "=", 1),))
ENTRIES_OF_MEMBER = Index(
    DrawEntry, "of_member", ("member", "program", "sale"), (Where("open", "=", 1),)
)


@dataclass(frozen=True, slots=True)
class DrawRound(Record):
    """A round that was drawn, or carried because the pool was too small."""

    TABLE: ClassVar[str] = "draw_round"
    KEY: ClassVar[tuple[str, ...]] = ("program", "number")
    APPEND_ONLY: ClassVar[bool] = True

    program: int
    number: int
    """From 1."""
    round_id: str
    drawn_at: Instant
    commitment: str
    pool_before: Fen
    pool_after: Fen


DRAW_ROUNDS = Index(DrawRound, "by_key", ("program", "number"))


@dataclass(frozen=True, slots=True)
class DrawPick(Record):
    """One winner, with everything that led to it but the seed."""

    TABLE: ClassVar[str] = "draw_pick"
    KEY: ClassVar[tuple[str, ...]] = ("program", "number", "pick")
    APPEND_ONLY: ClassVar[bool] = True

    program: int
    number: int
    """Of the round."""
    pick: int
    """From 0; it is part of the key that is hashed."""
    entries: str
    """The list that was drawn from, as `sale:base` in its sequence, with spaces."""
    position: int
    """Of the winner in the list, from 0."""
    sale: int
    prize: Fen
    tax: Fen
    pool_before: Fen


PICKS_OF_ROUND = Index(DrawPick, "by_key", ("program", "number", "pick"))

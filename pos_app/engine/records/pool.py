"""What a pool keeps beside its balance: who put money in, and each sale's own lot."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where


@dataclass(frozen=True, slots=True)
class PoolFunding(Record):
    """What one store has put into a program's pool and got back of it."""

    TABLE: ClassVar[str] = "pool_funding"
    KEY: ClassVar[tuple[str, ...]] = ("program", "funder")

    program: int
    funder: str
    put_in: Fen = Fen(0)
    got_back: Fen = Fen(0)

    @property
    def still_in(self) -> Fen:
        """What the store's account is below zero for this program."""
        return Fen(self.put_in - self.got_back)


POOL_FUNDINGS = Index(PoolFunding, "by_key", ("program", "funder"))


@dataclass(frozen=True, slots=True)
class PoolLots(Record):
    """How many lots a program's pool has ever had."""

    TABLE: ClassVar[str] = "pool_lots"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    lots: int = 0


@dataclass(frozen=True, slots=True)
class PoolLot(Record):
    """Undistributed money of one sale inside a pool (rulebook 1.2); M6 and M1b."""

    TABLE: ClassVar[str] = "pool_lot"
    KEY: ClassVar[tuple[str, ...]] = ("program", "number")

    program: int
    number: int
    """Its place in the FIFO."""
    sale: int
    own: bool
    """The sale's own concession; False for money that came back into the pool."""
    granted: Fen
    left: Fen
    returned: Fen = Fen(0)
    """Given back to the store."""


OPEN_POOL_LOTS = Index(PoolLot, "open", ("program", "number"), (Where("left", ">", 0),))
POOL_LOTS_OF_SALE = Index(PoolLot, "of_sale", ("program", "sale", "number"))


@dataclass(frozen=True, slots=True)
class LateReserve(Record):
    """That a store has set money aside in a program."""

    TABLE: ClassVar[str] = "late_reserve"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store")

    program: int
    store: str
    covered: Fen = Fen(0)
    """What it has paid for late returns so far."""


LATE_RESERVES = Index(LateReserve, "by_key", ("program", "store"))

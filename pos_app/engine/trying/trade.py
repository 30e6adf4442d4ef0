"""The trade that a program is tried on: sales, returns, leavings, by time.

Where it comes from is told by `past_trade` and `synthetic_trade`; what a program makes of
it by `what_if`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class TradeSale:
    """A sale as the engine needs to know it."""

    number: int
    """From 1, rising; ties of time are broken by it (rulebook 1.3)."""
    at: Instant
    store: str
    member: int | None
    sponsor: int | None
    base: Fen
    """Concession base: what was paid in money for goods that earn (rulebook 1.4)."""
    costs: tuple[Fen | None, ...] = (None,)
    """Of each eligible line; None where it is unknown."""
    skus: tuple[str, ...] = ()
    minor: bool = False
    employee: bool = False
    referral_barred: bool = False
    """As in `SaleAsk`; a replayed or made-up member is none of these (rulebook 1.10)."""


@dataclass(frozen=True, slots=True)
class TradeReturn:
    """Goods of a sale came back."""

    at: Instant
    sale: int
    base: Fen
    """The concession base of what came back."""
    reason: str = "voluntary"


@dataclass(frozen=True, slots=True)
class TradeLeaving:
    """A member leaves the queue with a sale, if it still waits there."""

    at: Instant
    sale: int


TradeEvent = TradeSale | TradeReturn | TradeLeaving


@dataclass(frozen=True, slots=True)
class Trade:
    """A stretch of trade, read as often as it is asked for."""

    first: Day
    last: Day
    sales: int
    """How many sales there are, for showing how far a trial has come."""
    events: Iterable[TradeEvent]
    """In order of time; each iteration begins anew and yields the same."""
    left_out: int = 0
    """Lines of a history that could not be used; 0 for made-up trade."""

"""What the appreciation of consumption keeps (rulebook 7.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where

UNITS_PER_POINT = 10_000
"""A point is counted in ten-thousandths (rulebook 7.3, fixed)."""


@dataclass(frozen=True, slots=True)
class NavFund(Record):
    """A program's units; their price is its pool divided by them, never stored."""

    TABLE: ClassVar[str] = "nav_fund"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    units: int = 0
    lots: int = 0
    """The last number given to a lot."""
    changes: int = 0
    """Counts what has moved the price; a void must be the last of them."""


@dataclass(frozen=True, slots=True)
class NavLot(Record):
    """The units one sale has brought its buyer."""

    TABLE: ClassVar[str] = "nav_lot"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    number: int
    """In the order of creation, in which the cap is asked."""
    member: int
    version: int
    """Whose fee, cap and kind of payout it follows."""
    minted_at: Instant
    minted: int
    """Units at the beginning."""
    cap: Fen
    """What all of its units may become worth before they must be converted; 0 is off."""
    cap_price: int
    """The price at which that is so, floored and scaled; only to find the lot."""
    units: int
    change: int
    """The fund's count of changes with this minting."""
    paid: Fen = Fen(0)
    """Paid for units of what has not come back."""
    returned: Fen = Fen(0)
    """Of the base, over all returns."""
    forced_by: int = 0
    """The sale whose settlement converted it; 0 for any other reason or none."""
    forced_units: int = 0
    forced_paid: Fen = Fen(0)
    orphaned: Fen = Fen(0)
    """What its settlement left without units and moved to the reserve."""


CAPPED_LOTS = Index(NavLot, "capped", ("program", "cap_price", "number"), (Where("units", ">", 0),))
"""Those whose cap comes first stand first."""
OPEN_NAV_LOTS = Index(NavLot, "open", ("program", "number"), (Where("units", ">", 0),))
UNITS_OF_MEMBER = Index(
    NavLot, "of_member", ("member", "program", "number"), (Where("units", ">", 0),)
)
FORCED_BY = Index(
    NavLot, "forced_by", ("program", "forced_by", "number"), (Where("forced_by", ">", 0),)
)

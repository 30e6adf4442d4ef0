"""A shop with programs of the kinds beyond points and queue."""

from dataclasses import replace

from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.holdings import Holding
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopRules
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import OIL, basket, draft, open_for_trade

ITSELF = replace(make.OWNER_SEAT, staff=0)
"""The shop itself: what is tried here needs nobody's consent."""

PROGRAMS: dict[str, dict[str, object]] = {
    "M1b": {"seed": "x"},
    "M2": {"min_order": 5000},
    "M3": {"lock_bp": 2000},
    "M4": {"merchant_points_bp": 10_000},
    "M5": {},
    "M6": {},
}


RULES = ShopRules(max_total_concession_bp=7000, max_margin_share_bp=10_000)


def start(shop: Shop, *kinds: str, hold_days: int = 0) -> None:
    """Switch kinds on, as few days after a sale as asked."""
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    for kind in kinds:
        params = {**PROGRAMS[kind], "hold_days": hold_days}
        adopt_program(shop, ITSELF, ask=ProgramAsk(kind, kind, params=params))


def trading(shop: Shop, *kinds: str, hold_days: int = 0) -> tuple[Seat, int]:
    """A shift, the kinds switched on, and a member; returns seat and member."""
    seat = open_for_trade(shop, programs=False)
    start(shop, *kinds, hold_days=hold_days)
    return seat, make.member(shop)


def buy(shop: Shop, seat: Seat, member: int, *, times: int = 1) -> None:
    """A member buys oil for 60.00."""
    for _ in range(times):
        complete_sale(shop, seat, draft(shop, basket(shop, OIL, member=member)))


def held(shop: Shop, member: int) -> Holding:
    """The one holding that a member has."""
    (holding,) = show_member(shop, member).holdings
    return holding

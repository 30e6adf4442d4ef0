"""Where a business day ends, for a shop that is open past midnight (1.3)."""

from dataclasses import replace

import pytest

from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.selling.void_sale import void_sale
from pos_app.domain.moment import Day, read_instant
from pos_app.domain.sale import Sale
from pos_app.domain.settings import ShopRules
from pos_app.engine.records.queue import TICKETS
from pos_app.engine.undo import VoidRefused
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import OIL
from tests.adopting import adopt_tried

LATE = "2026-11-21T23:30:00+08:00"
PAST_MIDNIGHT = "2026-11-22T02:00:00+08:00"
BEFORE_FOUR = "2026-11-22T03:59:59+08:00"
AT_FOUR = "2026-11-22T04:00:00+08:00"


def at(shop: Shop, when: str) -> None:
    """Let the clock say so."""
    make.clock_of(shop).move_to(read_instant(when))


def day_of(shop: Shop, number: int) -> str:
    """The business day that a sale counts for."""
    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, number)
    assert sale is not None
    return sale.day


@pytest.mark.parametrize(
    ("cutoff", "when", "day"),
    [
        (0, PAST_MIDNIGHT, "2026-11-22"),
        (240, PAST_MIDNIGHT, "2026-11-21"),
        (240, BEFORE_FOUR, "2026-11-21"),
        (240, AT_FOUR, "2026-11-22"),
    ],
)
def test_a_sale_counts_for_the_day_that_has_not_ended(
    shop: Shop, cutoff: int, when: str, day: str
) -> None:
    """A bar's Saturday ends on Sunday at four; otherwise every day at midnight."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(cutoff_minutes=cutoff))
    seat = selling.open_for_trade(shop, programs=False)
    at(shop, when)
    number = selling.sell(shop, seat, OIL).sale.number

    assert day_of(shop, number) == day
    assert reward_report(shop, Day(day)).rows.sales == 1


def test_a_days_limit_of_tickets_is_that_of_the_business_day(shop: Shop) -> None:
    """2.6: orders are counted by the business day of completion."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(cutoff_minutes=240))
    seat = selling.open_for_trade(shop, programs=False)
    params = {"hold_days": 0, "min_order": 2000, "daily_limit": 1}
    ask = ProgramAsk("queue", "M1", "V1", params=params, consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    member = make.member(shop)
    for when in (LATE, PAST_MIDNIGHT, AT_FOUR):
        at(shop, when)
        selling.sell(shop, seat, OIL, member=member)

    with shop.storage.read() as seen:
        assert [each.sale for each in seen.book.scan(TICKETS)] == [1, 3]


def test_a_sale_before_midnight_may_be_voided_until_the_day_has_ended(shop: Shop) -> None:
    """1.6: of this business day, wherever midnight was."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(cutoff_minutes=240))
    seat = selling.open_for_trade(shop, programs=False)
    manager = replace(make.MANAGER_SEAT, shift=seat.shift)
    at(shop, LATE)
    first, second = (selling.sell(shop, seat, OIL).sale.number for _ in range(2))
    at(shop, BEFORE_FOUR)
    void_sale(shop, manager, first)
    at(shop, AT_FOUR)

    with pytest.raises(VoidRefused) as refused:
        void_sale(shop, manager, second)

    assert refused.value.why == "OTHER_DAY"

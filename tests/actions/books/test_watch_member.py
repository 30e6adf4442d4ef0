"""What a shop watches of purchases: flags and a longer hold (rulebook 1.10)."""

from dataclasses import replace

from pos_app.actions.books.watch_member import flag_sale, least_hold_days
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.why.why_sale import why_sale
from pos_app.actions.why.why_tables import sale_why
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Milli
from pos_app.domain.settings import ShopRules
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL

__all__ = ["flag_sale", "least_hold_days"]
WATCHING = ShopRules(member_day_sales=2, returner_hold=True, flag_split_sales=True)


def flags(shop: Shop, sale: int) -> list[tuple[str, int]]:
    """A sale's flags with the number of the sale that each is about."""
    return [(why, other.number if other else 0) for why, other in why_sale(shop, sale).flags]


def test_a_shop_that_watches_nobody_flags_nothing(shop: Shop) -> None:
    """1.10: off by default, and off in replay."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    sold = [selling.sell(shop, seat, OIL, member=member).sale.number for _ in range(3)]

    assert [flags(shop, each) for each in sold] == [[], [], []]


def test_more_sales_of_a_day_than_usual_are_flagged_and_join_all_the_same(shop: Shop) -> None:
    """1.10: none silently removes an earned right."""
    seat = selling.open_for_trade(shop)
    set_rules(shop, make.OWNER_SEAT, rules=replace(WATCHING, flag_split_sales=False))
    member = make.member(shop)
    sold = [selling.sell(shop, seat, OIL, member=member).sale.number for _ in range(3)]

    assert [flags(shop, each) for each in sold] == [[], [], [("MANY_SALES", 0)]]
    assert [each.reason for each in why_sale(shop, sold[2]).programs] == ["", ""]


def test_the_same_goods_within_ten_minutes_are_flagged_with_the_sale_before(shop: Shop) -> None:
    """1.10: one purchase in two parts would get two places."""
    seat = selling.open_for_trade(shop)
    set_rules(shop, make.OWNER_SEAT, rules=replace(WATCHING, member_day_sales=0))
    member = make.member(shop)
    first = selling.sell(shop, seat, OIL, member=member).sale.number
    other = selling.sell(shop, seat, COLA, member=member).sale.number
    make.pass_time(shop, seconds=600)
    again = selling.sell(shop, seat, OIL, member=member).sale.number
    make.pass_time(shop, seconds=601)
    later = selling.sell(shop, seat, OIL, member=member).sale.number

    assert [flags(shop, each) for each in (first, other, again, later)] == [
        [],
        [],
        [("SPLIT_SALE", first)],
        [],
    ]
    table = sale_why(why_sale(shop, again), Wording(Language.EN)).tables[1]
    assert table.title == "To be looked at"
    assert table.rows[0].sale == first


def test_whoever_returns_much_waits_thirty_days_and_is_told_the_day(shop: Shop) -> None:
    """1.10: more than 30 % of the last 90 days came back; the quote shows the day."""
    seat = selling.open_for_trade(shop)
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(returner_hold=True))
    member = make.member(shop)
    sale = selling.sell(shop, seat, OIL, OIL, member=member).sale.number
    before = quote_basket(shop, selling.basket(shop, OIL, member=member), tenders=())
    return_sale(shop, seat, ReturnAsk(sale, (LineReturned(1, Milli(1000)),)))
    after = quote_basket(shop, selling.basket(shop, OIL, member=member), tenders=())
    held = selling.sell(shop, seat, OIL, member=member).sale.number
    pending = [each.state for each in why_sale(shop, held).programs]
    make.pass_time(shop, days=90, seconds=1)
    free = quote_basket(shop, selling.basket(shop, OIL, member=member), tenders=())

    assert [each.counts_from for each in before.expected] == [None, None]
    assert [each.counts_from for each in after.expected] == ["2026-12-21", "2026-12-21"]
    assert [each.counts_from for each in free.expected] == [None, None]
    assert (flags(shop, held), pending) == ([("RETURNER", 0)], ["PENDING", "PENDING"])
    assert verify_books(shop.storage) == []

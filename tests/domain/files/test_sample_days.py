"""The made-up trade is trade: it adds up, and nothing in it could be refused."""

from collections import Counter
from itertools import pairwise

import pytest

from pos_app.domain import tender
from pos_app.domain.catalogue import Product
from pos_app.domain.files.replay_events import (
    GoodsReturned,
    HistoryEvent,
    QueueExit,
    SaleMade,
    SaleUndone,
)
from pos_app.domain.files.sample_days import DAYS, sample_days
from pos_app.domain.moment import Day, business_day, day_after, shop_time
from pos_app.domain.money import BasisPoints, Fen, price_of

TODAY = Day("2026-11-21")
MEMBERS = [str(number) for number in range(1, 13)]
PRODUCTS = [
    Product(
        number=number,
        sku=f"P{number}",
        name=f"goods {number}",
        price=Fen(50 * number),
        cost=Fen(40 * number),
        tax_rate=BasisPoints(1300),
        weighed=number % 20 == 0,
    )
    for number in range(1, 120)
]


class Held:
    """Books in which every member always holds the same, and every sale waits."""

    def __init__(self, fen: int) -> None:
        self.fen = fen

    def balance(self, member: str, account: str) -> int:
        """Return the same for everybody, and see that it was asked as agreed."""
        assert member in MEMBERS
        assert account in {"POINTS", "CASH", "VCH"}
        return self.fen

    def waits(self, sale: str) -> bool:
        """Return True for whatever was sold."""
        return int(sale) > 0


def _trade(fen: int = 0) -> list[HistoryEvent]:
    return list(sample_days(PRODUCTS, MEMBERS, today=TODAY, books=Held(fen)))


def _sales(trade: list[HistoryEvent]) -> list[SaleMade]:
    return [event for event in trade if isinstance(event, SaleMade)]


def _total(sale: SaleMade) -> int:
    goods = sum(price_of(line.price, line.quantity) - line.discount for line in sale.lines)
    return goods - sale.order_discount


def test_the_same_shop_has_the_same_forty_days() -> None:
    """The manual's pictures show what everybody sees."""
    assert _trade(500) == _trade(500)


def test_the_trade_ends_the_day_before_today() -> None:
    """Today begins with a queue, with rewards still held, and with no sale yet."""
    days = [business_day(event.at) for event in _trade()]

    assert min(days) == day_after(TODAY, -DAYS)
    assert max(days) == day_after(TODAY, -1)
    assert len(set(days)) == DAYS


def test_time_never_stands_or_goes_back() -> None:
    """Each event has its own second, as on a till."""
    trade = _trade()

    assert all(one.at < other.at for one, other in pairwise(trade))
    assert [event.line for event in trade] == list(range(1, len(trade) + 1))


def test_a_day_is_a_small_shops_day() -> None:
    """35 to 60 sales, a few more at the weekend, and more at six than at two."""
    sales = _sales(_trade())
    by_day = Counter(business_day(sale.at) for sale in sales)
    by_hour = Counter(shop_time(sale.at).hour for sale in sales)

    assert all(35 <= count <= 66 for count in by_day.values())
    assert set(by_hour) <= set(range(7, 22))
    assert by_hour[18] > 2 * by_hour[14]


def test_half_of_the_sales_are_members() -> None:
    """Everybody comes, some far more often than others."""
    sales = _sales(_trade())
    by_member = Counter(sale.member for sale in sales)

    assert 0.44 < 1 - by_member[None] / len(sales) < 0.56
    assert set(by_member) == {None, *MEMBERS}
    assert by_member["1"] > 3 * by_member["12"]


def test_bills_have_one_to_nine_lines() -> None:
    """Few are long."""
    lengths = Counter(len(sale.lines) for sale in _sales(_trade()))

    assert set(lengths) == set(range(1, 10))
    assert lengths[1] > lengths[9]


@pytest.mark.parametrize("held", [0, 99, 730, 10**6])
def test_every_bill_is_paid_and_only_cash_is_too_much(held: int) -> None:
    """The checkout refuses any other tender above what is due."""
    for sale in _sales(_trade(held)):
        assert sale.tenders is not None
        given = sum(each.amount for each in sale.tenders)
        cash = sum(each.amount for each in sale.tenders if each.kind == tender.CASH)
        change = given - _total(sale)

        assert 0 <= change < max(cash, 1)
        assert all(each.amount > 0 for each in sale.tenders)


@pytest.mark.parametrize("held", [0, 99, 730, 10**6])
def test_rewards_are_spent_only_where_they_are_held(held: int) -> None:
    """A reward that is not there would be refused; the sample has no refusals."""
    for sale in _sales(_trade(held)):
        for each in sale.tenders or ():
            if each.kind in tender.REWARD_KINDS:
                limit = 1 if each.kind == tender.REWARD else 2

                assert sale.member is not None
                assert 100 <= each.amount <= min(held, _total(sale) // limit)


def test_every_kind_of_tender_is_seen() -> None:
    """The day's report has a row for each."""
    kinds = {each.kind for sale in _sales(_trade(730)) for each in sale.tenders or ()}

    assert kinds == {*tender.MONEY_KINDS, *tender.REWARD_KINDS}


def test_little_comes_back_and_never_more_than_was_sold() -> None:
    """One return for a sale at most, of a line it had, and none of a voided one."""
    trade = _trade()
    sold = {sale.sale: sale for sale in _sales(trade)}
    returns = [event for event in trade if isinstance(event, GoodsReturned)]
    voids = [event.sale for event in trade if isinstance(event, SaleUndone)]
    undone = [event.sale for event in returns] + voids

    assert 10 <= len(returns) <= 60
    assert 1 <= len(voids) <= 15
    assert len(set(undone)) == len(undone)
    for back in returns:
        line = sold[back.sale].lines[back.lines[0].line - 1]
        assert 0 < back.lines[0].quantity <= line.quantity
        assert sold[back.sale].at < back.at


def test_three_members_leave_the_queue() -> None:
    """So that the exit fund and vouchers have something to show."""
    trade = _trade()
    members = {sale.sale: sale.member for sale in _sales(trade)}
    left = [event.sale for event in trade if isinstance(event, QueueExit)]

    assert len(left) == 3
    assert all(members[sale] is not None for sale in left)


def test_nobody_leaves_a_queue_in_which_nobody_waits() -> None:
    """Without tickets there is nothing to leave."""

    class Nobody(Held):
        def waits(self, sale: str) -> bool:
            return int(sale) < 0

    trade = sample_days(PRODUCTS, MEMBERS, today=TODAY, books=Nobody(0), days=40)

    assert [event for event in trade if isinstance(event, QueueExit)] == []


def test_a_shop_without_members_sells_all_the_same() -> None:
    """Trade does not need rewards."""
    trade = list(sample_days(PRODUCTS, [], today=TODAY, books=Held(0), days=2))

    assert {sale.member for sale in _sales(trade)} == {None}

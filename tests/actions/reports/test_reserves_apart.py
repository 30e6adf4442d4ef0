"""A store's reserve for late returns on the month's and day's paper (1.6)."""

from dataclasses import dataclass, replace

import pytest

from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.months.month_tables import month_tables
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.reports.report_tables import report_tables
from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.month import Month
from pos_app.domain.seat import Seat
from pos_app.domain.transfer import Account
from pos_app.reports.reserve_sums import ReserveSums
from pos_app.reports.table import Report, ReportTable
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import OIL, open_for_trade, sell
from tests.actions.holding import ITSELF

NOVEMBER, DECEMBER = Month("2026-11"), Month("2026-12")
TODAY = Day("2026-11-21")
RESERVE = "FUND:late@"


@dataclass(frozen=True, slots=True)
class Kept:
    """A shop with a reserve, and its open shift."""

    shop: Shop
    seat: Seat

    def balance(self, *heads: str) -> int:
        """What all accounts that begin so hold together."""
        with self.shop.storage.read() as view:
            return sum(
                each.balance for each in view.book.records(Account) if each.name.startswith(heads)
            )


def reserve(*figures: int) -> ReserveSums:
    """The queue's reserve with these figures, in fen."""
    return ReserveSums("queue", "S1", *(Fen(each) for each in figures))


@pytest.fixture
def kept(shop: Shop) -> Kept:
    """Three sales of 60.00 set 3.00 aside each; one is voided, one came back late."""
    seat = open_for_trade(shop, programs=False)
    params = {
        "hold_days": 0,
        "min_order": 2000,
        "late_return_policy": "RESERVE_ABSORBS",
        "late_reserve_bp": 500,
    }
    adopt_program(shop, ITSELF, ask=ProgramAsk("queue", "M1", "V1", params=params))
    members = [make.member(shop, phone=f"1380000567{number}") for number in range(3)]
    for member in members:
        sell(shop, seat, OIL, member=member)
    void_sale(shop, replace(make.OWNER_SEAT, shift=seat.shift), 3)
    return_sale(shop, seat, ReturnAsk(2, (LineReturned(1, ONE),), "voluntary"))
    return Kept(shop, seat)


def test_the_reserve_stands_apart_from_what_is_owed(kept: Kept) -> None:
    """It is the store's own money: what is owed to members is the pool alone."""
    statement = month_statement(kept.shop, NOVEMBER)
    (store,) = statement.stores
    total = statement.total

    assert statement.reserves == (reserve(0, 600, 600, 0, 0),)
    assert kept.balance(RESERVE) == 0
    assert total.closing == total.opening + total.funded - total.paid - total.returned
    assert total.closing == kept.balance("POOL:", "FUND:Q:")
    assert (store.reserve, store.closing) == (0, -kept.balance("SRC:"))
    assert statement.difference == 0


def test_months_and_days_of_a_reserve_lie_side_by_side(kept: Kept) -> None:
    """What one month closes with the next one opens with, and the days say the same."""
    sell(kept.shop, kept.seat, OIL, member=1)
    closed = month_statement(kept.shop, NOVEMBER)
    day = reward_report(kept.shop, TODAY)
    make.pass_time(kept.shop, days=20)
    close_program(kept.shop, make.OWNER_SEAT, program=1)
    december = month_statement(kept.shop, DECEMBER)

    assert closed.reserves == day.reserves == (reserve(0, 900, 600, 0, 300),)
    assert closed.stores[0].reserve == 300
    assert december.reserves == (reserve(300, 0, 0, 300, 0),)
    assert december.stores[0].closing == -kept.balance("SRC:")
    assert (december.difference, kept.balance(RESERVE)) == (0, 0)


def test_both_papers_show_a_reserve_and_nobody_is_owed_it(kept: Kept) -> None:
    """A liability overstated by the store's own money would mislead the accountant."""
    sell(kept.shop, kept.seat, OIL, member=1)
    words = Wording(Language.EN)
    month = titled(month_tables(month_statement(kept.shop, NOVEMBER), words))
    day = titled(report_tables(reward_report(kept.shop, TODAY), words, names={}))
    name = "The stores' own reserves for late returns, owed to nobody"
    owed = next(table for title, table in month.items() if title.startswith("Contract"))

    assert month[name].rows == (("queue", "S1", 0, 900, -600, 0, 300),)
    assert day[name].total == ("Total", "", 0, 900, -600, 0, 300)
    assert [row[0] for row in day["Accounts on this day"].rows if "late" in str(row[0])] == []
    assert owed.total[4] == kept.balance("CASH:", "VCH:", "POOL:", "FUND:Q:")


def titled(report: Report) -> dict[str, ReportTable]:
    """The tables of a paper by their titles."""
    return {table.title: table for table in report.tables}

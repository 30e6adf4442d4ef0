"""The day's reward report and the queue board.

Reward_report, report_tables, program_tables, trade_days, queue_board.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.actions.papers.export_report import export_report
from pos_app.actions.papers.report_papers import CLEARING, DAY, MONTH
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.queue.queue_board import queue_board
from pos_app.actions.reports.report_tables import report_tables
from pos_app.actions.reports.reward_report import receiver_names, reward_report
from pos_app.actions.reports.trade_days import DaysToCome
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.pay_out import pay_out
from pos_app.clock import StoppedClock
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day, read_instant
from pos_app.domain.money import Fen, Milli
from pos_app.domain.month import Month
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.documents.pdf_pages import text_of

TODAY = Day("2026-11-21")


def _trade(shop: Shop) -> None:
    """Three members' sales, one of nobody, a return, a void, an exit and a payout."""
    seat = selling.open_for_trade(shop)
    first, second = make.member(shop, "林晓梅"), make.member(shop, "陈国", phone="13800005678")
    selling.sell(shop, seat, OIL, member=first)
    selling.sell(shop, seat, OIL, COLA, member=second)
    selling.sell(shop, seat, OIL, member=second)
    selling.sell(shop, seat, COLA)
    return_sale(shop, seat, ReturnAsk(2, (LineReturned(2, Milli(1000)),)))
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), 4)
    leave_queue(shop, seat, 3)
    selling.allow_payouts(shop)
    pay_out(shop, seat, first, account="CASH", amount=Fen(100))


def test_the_report_equals_the_books_to_the_fen(shop: Shop) -> None:
    """Opening and movements of each group lead to what the accounts hold."""
    _trade(shop)

    report = reward_report(shop, TODAY)

    assert report.difference == 0
    for each in report.accounts:
        moved = each.put_in + each.between + each.used + each.undone
        assert each.opening + moved == each.closing
    closing = {each.group: each.closing for each in report.accounts}
    assert closing["SRC:S1"] == selling.balance(shop, "SRC:S1")
    assert closing["CASH"] == selling.balance(shop, "CASH:1") + selling.balance(shop, "CASH:2")
    assert closing["POOL:Q@queue/S1"] == selling.balance(shop, "POOL:Q@queue/S1")


def test_the_report_counts_sales_tickets_and_reasons(shop: Shop) -> None:
    """Voided sales do not count; who did not join is told why."""
    _trade(shop)

    rows = reward_report(shop, TODAY).rows

    assert (rows.sales, rows.voided, rows.sold, rows.returned) == (3, 1, 18_300, 300)
    assert rows.tenders == {"cash": 18_000}
    assert (rows.joined, rows.completed, rows.left, rows.queued) == (3, 0, 1, 2)
    assert {reason for _program, reason in rows.refused} == {"NO_MEMBER"}


def test_a_day_begins_where_the_day_before_ended(shop: Shop) -> None:
    """What is owed in the evening is owed in the morning."""
    _trade(shop)
    make.pass_time(shop, days=1)

    before, after = reward_report(shop, TODAY), reward_report(shop, Day("2026-11-22"))

    assert {each.group: each.closing for each in before.accounts if each.closing} == {
        each.group: each.opening for each in after.accounts
    }
    assert (after.total.put_in, after.total.given, after.difference) == (0, 0, 0)


def test_the_titled_report_sums_up_in_both_languages(shop: Shop) -> None:
    """One shape for screen, PDF and CSV; names are masked."""
    _trade(shop)
    report = reward_report(shop, TODAY)
    names = receiver_names(shop, report)

    titled = report_tables(report, Wording(Language.EN), names=names)
    chinese = report_tables(report, Wording(Language.ZH_CN), names=names)

    assert titled.title == "Day's reward report"
    assert chinese.title == "奖励日结"
    accounts = titled.tables[0]
    for place in range(1, 7):
        assert accounts.total[place] == sum(int(row[place] or 0) for row in accounts.rows)
    assert names[1] == ("林*梅", "138****1234")


def test_the_accounts_add_up_to_the_cards(shop: Shop) -> None:
    """The total once counted what moved between accounts, the card did not."""
    _trade(shop)
    day = reward_report(shop, TODAY)

    titled = report_tables(day, Wording(Language.EN), names={})
    accounts, programs = titled.tables[:2]
    heads = [each.title for each in accounts.columns]

    put_in, given = titled.figures[0].value, titled.figures[1].value
    assert put_in == 1_830 + 183
    assert accounts.total[heads.index("Put in")] == put_in
    assert accounts.total[heads.index("Between accounts")] == 0
    assert (programs.total[2], programs.total[4]) == (put_in, -given)
    assert sum(amount for _put_in, amount in day.by_hour) == given


def test_who_did_not_join_is_the_same_on_screen_and_paper(shop: Shop) -> None:
    """The screen counts the queue's, and the paper names the program of each line."""
    _trade(shop)
    day = reward_report(shop, TODAY)

    titled = report_tables(day, Wording(Language.EN), names={})

    assert titled.tables[4].rows == (
        ("queue · Queue", "Needs a member", 1),
        ("points · Points", "Needs a member", 1),
    )
    assert [(each.reason, each.sales) for each in day.did_not_join] == [("NO_MEMBER", 1)]
    assert titled.figures[2].note == "1 sale did not join"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-12-01", "No such trade day yet: 1 Dec 2026 is still to come."),
        ("2026-11-20", "No such trade day: the shop's first was 21 Nov 2026."),
        ("2026-11-22", "Nothing was booked on this day, difference 0.00."),
        ("2026-11-21", "Equal to the books, difference 0.00."),
    ],
)
def test_a_day_that_is_none_is_not_called_equal(shop: Shop, day: str, told: str) -> None:
    """A mistyped year looked like a day on which all was well."""
    _trade(shop)
    make.pass_time(shop, days=2)

    titled = report_tables(reward_report(shop, Day(day)), Wording(Language.EN), names={})

    assert titled.note == told


def test_no_paper_is_made_of_a_day_to_come(shop: Shop, tmp_path: Path) -> None:
    """A mistyped year is said, not printed."""
    _trade(shop)
    pdf = tmp_path / "day.pdf"
    with pytest.raises(DaysToCome) as refused:
        export_report(shop, DAY, Day("2030-01-01"), files={"pdf": pdf})
    with pytest.raises(DaysToCome):
        export_report(shop, MONTH, Month("2026-12"), files={"pdf": pdf})
    with pytest.raises(DaysToCome):
        export_report(shop, CLEARING, Month("2026-12"), files={"pdf": pdf})

    assert (refused.value.day, refused.value.today) == ("2030-01-01", TODAY)
    assert not pdf.exists()


def test_a_clock_set_back_makes_no_day_to_come_of_one_with_trade(
    shop: Shop, tmp_path: Path
) -> None:
    """What was booked was booked, whatever the machine says of today."""
    _trade(shop)
    shop.clock = StoppedClock(read_instant("2020-01-01T10:00:00+08:00"))
    pdf = tmp_path / "day.pdf"

    assert export_report(shop, DAY, TODAY, files={"pdf": pdf}) == (pdf,)


def test_a_paper_names_the_shop(shop: Shop, tmp_path: Path) -> None:
    """An accountant has papers of several shops on one desk."""
    _trade(shop)
    pdf, csv = tmp_path / "day.pdf", tmp_path / "day.csv"
    export_report(shop, DAY, TODAY, files={"pdf": pdf, "csv": csv}, language="en")
    first = csv.read_text("utf-8-sig").splitlines()[0]
    told = text_of(pdf.read_bytes())

    assert first == f'"Day\'s reward report","21 Nov 2026","{make.SHOP_NAME}"'
    assert told.count(make.SHOP_NAME) == 1 + told.count("\f")


def test_a_shop_that_never_traded_says_so(shop: Shop) -> None:
    """Then no day can be equal to anything."""
    titled = report_tables(reward_report(shop, TODAY), Wording(Language.EN), names={})

    assert titled.note == "No trade day yet: nothing has been booked."


def test_the_paper_of_an_empty_day_has_no_empty_heads(shop: Shop, tmp_path: Path) -> None:
    """A head over nothing looks like a table that was cut off."""
    _trade(shop)
    make.pass_time(shop, days=2)

    pdf = tmp_path / "day.pdf"
    export_report(shop, DAY, Day("2026-11-22"), files={"pdf": pdf}, language="en")
    told = text_of(pdf.read_bytes())

    assert "Nothing was booked on this day" in told
    assert "Received most" not in told
    assert "by hour" not in told
    assert "today" not in told.lower()


def test_the_board_shows_places_and_nobodys_name(shop: Shop) -> None:
    """Everybody may stand before it (rulebook 10.6)."""
    _trade(shop)

    (board,) = queue_board(shop)

    assert [(row.place, row.name, row.sale) for row in board.rows] == [
        (1, "林*梅", 1),
        (2, "陈*", 2),
    ]
    assert board.active == 2
    assert board.pool == selling.balance(shop, "POOL:Q@queue/S1")

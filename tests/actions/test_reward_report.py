"""The day's reward report and the queue board.

Reward_report, report_tables, queue_board.
"""

from dataclasses import replace

from pos_app.actions.leave_queue import leave_queue
from pos_app.actions.pay_out import pay_out
from pos_app.actions.queue_board import queue_board
from pos_app.actions.report_tables import report_tables
from pos_app.actions.return_sale import ReturnAsk, return_sale
from pos_app.actions.reward_report import receiver_names, reward_report
from pos_app.actions.void_sale import void_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen, Milli
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import selling
from tests.actions.selling import COLA, OIL

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
    pay_out(shop, seat, first, account="CASH", amount=Fen(100))


def test_the_report_equals_the_books_to_the_fen(shop: Shop) -> None:
    """Opening and movements of each group lead to what the accounts hold."""
    _trade(shop)

    report = reward_report(shop, TODAY)

    assert report.difference == 0
    for flow in report.flows:
        assert flow.opening + flow.put_in - flow.paid_out + flow.undone == flow.closing
    closing = {flow.group: flow.closing for flow in report.flows}
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

    assert {flow.group: flow.closing for flow in before.flows if flow.closing} == {
        flow.group: flow.opening for flow in after.flows
    }
    assert (after.funded, after.paid, after.difference) == (0, 0, 0)


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
    for place in range(1, 6):
        assert accounts.total[place] == sum(int(row[place] or 0) for row in accounts.rows)
    assert names[1] == ("林*梅", "138****1234")


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

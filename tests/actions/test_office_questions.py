"""What only the office asks: the first page's figures, a sale's rewards, files.

Backups.
"""

from __future__ import annotations

import json

import pytest

from pos_app.actions.members.export_member import export_member
from pos_app.actions.members.latest_members import latest_members
from pos_app.actions.members.show_cards import show_cards
from pos_app.actions.papers import report_papers
from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.print_report import print_report
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.explain_program import explain_program
from pos_app.actions.queue.queue_news import queue_news
from pos_app.actions.safekeeping.back_up_now import back_up_now
from pos_app.actions.safekeeping.drill_restore import drill_restore
from pos_app.actions.safekeeping.office_status import office_status
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.watching.today import Span, same_time, spans, today
from pos_app.actions.why.rewards_of_sale import rewards_of_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day, business_day, read_instant
from pos_app.domain.money import ONE, Milli
from pos_app.domain.papers.paper import Form
from pos_app.domain.refusals.folder import BackupMissing
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.errors import NotAllowed
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling

DAY = Day("2026-11-21")


def _sold(shop: Shop, *codes: str, member: int | None = None) -> int:
    """Sell these for cash; return the sale's number."""
    seat = selling.open_for_trade(shop)
    draft = selling.draft(shop, selling.basket(shop, *codes, member=member))
    return complete_sale(shop, seat, draft=draft).sale.number


def test_the_first_page_counts_what_was_taken(shop: Shop) -> None:
    """The largest figure of the office must be the sum of the day's sales."""
    _sold(shop, selling.COLA, selling.OIL)

    read = today(shop)

    assert (read.takings.taken, read.takings.sales, read.takings.member_taken) == (6300, 1, 0)
    assert read.takings.by_hour[8] == 6300
    assert read.tenders == {"cash": 6300}
    assert (read.compared.taken, read.rewards.difference) == (0, 0)


def test_hours_and_the_members_share_are_after_returns_like_the_takings(shop: Shop) -> None:
    """A figure before returns beside one after them made the hours exceed the day."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    selling.sell(shop, seat, selling.OIL, member=member)
    selling.sell(shop, seat, selling.COLA)
    make.pass_time(shop, seconds=7200)
    return_sale(shop, seat, ReturnAsk(1, (LineReturned(1, Milli(ONE)),)))

    takings = today(shop).takings

    assert (takings.taken, takings.member_taken) == (300, 0)
    assert sum(takings.by_hour) == takings.taken
    assert (takings.by_hour[8], takings.by_hour[10]) == (6300, -6000)


def test_a_morning_is_compared_with_the_same_morning_a_week_earlier(shop: Shop) -> None:
    """A morning beside a whole day is minus ninety percent in a shop that does well."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.COLA)
    make.pass_time(shop, seconds=3600)
    selling.sell(shop, seat, selling.OIL, member=make.member(shop))
    make.pass_time(shop, seconds=7 * 86_400 - 1800)
    selling.sell(shop, seat, selling.COLA)

    read = today(shop)

    assert read.before_until == read_instant("2026-11-21T08:30:00+08:00")
    assert (read.compared.sales, read.compared.taken, read.compared.member_taken) == (1, 300, 0)
    assert (read.takings.sales, read.takings.taken) == (1, 300)
    assert (read.compared_hours[8], read.compared_hours[9]) == (300, 6000)


def test_a_return_after_that_time_a_week_earlier_is_not_counted_yet(shop: Shop) -> None:
    """What came back later that day had not come back by then."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.COLA, selling.OIL)
    make.pass_time(shop, seconds=7200)
    return_sale(shop, seat, ReturnAsk(1, (LineReturned(2, Milli(ONE)),)))
    make.pass_time(shop, seconds=7 * 86_400 - 3600)

    read = today(shop)

    assert (read.compared.taken, read.compared_hours[10]) == (6300, -6000)


@pytest.mark.parametrize(
    ("period", "until"),
    [
        ("today", "2026-11-14T10:42:00+08:00"),
        ("yesterday", None),
        ("week", "2026-11-14T10:42:00+08:00"),
        ("month", "2026-10-21T10:42:00+08:00"),
    ],
)
def test_only_a_period_that_still_runs_is_cut_at_the_time_of_day(
    period: str, until: str | None
) -> None:
    """Days so far stand beside days so far, and whole days beside whole days."""
    at = read_instant("2026-11-21T10:42:00+08:00")
    span, before = spans(DAY, period)

    found = same_time(at, span, before=before)

    assert found == (read_instant(until) if until else None)


def test_a_month_that_is_longer_than_the_last_is_compared_with_the_whole_of_it() -> None:
    """The last day of February has no 31st of March beside it."""
    at = read_instant("2026-03-31T10:42:00+08:00")
    span, before = spans(Day("2026-03-31"), "month")

    assert same_time(at, span, before=before) is None


@pytest.mark.parametrize(
    ("period", "span", "before"),
    [
        ("today", ("2026-11-21", "2026-11-21"), ("2026-11-14", "2026-11-14")),
        ("yesterday", ("2026-11-20", "2026-11-20"), ("2026-11-13", "2026-11-13")),
        ("week", ("2026-11-16", "2026-11-21"), ("2026-11-09", "2026-11-14")),
        ("month", ("2026-11-01", "2026-11-21"), ("2026-10-01", "2026-10-21")),
    ],
)
def test_a_period_is_compared_with_as_many_days_before(
    period: str, span: tuple[str, str], before: tuple[str, str]
) -> None:
    """A Saturday beside a Friday says nothing.

    Half a month beside a whole one neither.
    """
    found = spans(DAY, period)

    assert found == (Span(*map(Day, span)), Span(*map(Day, before)))


def test_the_last_days_of_a_long_month_are_not_compared_with_themselves() -> None:
    """The 31st of March has no 31st of February."""
    span, before = spans(Day("2026-03-31"), "month")

    assert (span.days, before) == (31, Span(Day("2026-02-01"), Day("2026-02-28")))


def test_a_sale_tells_which_programs_it_joined_and_why_not(shop: Shop) -> None:
    """Whoever asks why a bill earned nothing gets the reason, not a guess."""
    number = _sold(shop, selling.COLA, member=make.member(shop))

    told = rewards_of_sale(shop, number)

    assert [(each.kind, each.reason) for each in told.programs] == [
        ("M0", ""),
        ("M1", "BELOW_MINIMUM"),
    ]
    with pytest.raises(UnknownSale):
        rewards_of_sale(shop, number + 1)


def test_the_report_is_written_and_printed(shop: Shop) -> None:
    """Paper, PDF, CSV and XLSX come from one report; each file is whole."""
    _sold(shop, selling.OIL)
    paths = {
        ending: report_path(shop, report_papers.DAY, DAY, ending=ending)
        for ending in ("pdf", "csv", "xlsx")
    }

    written = export_report(shop, report_papers.DAY, DAY, files=paths)
    print_report(shop, report_papers.DAY, DAY)

    assert written == tuple(paths.values())
    assert [path.read_bytes()[:2] for path in written] == [b"%P", b"\xef\xbb", b"PK"]
    assert list(make.printer_of(shop).printed[0].pages) == [Form.PDF]


def test_a_member_gets_what_is_kept_and_nobody_else(shop: Shop) -> None:
    """Rulebook 10.6: the file is handed over, so it must hold one person alone."""
    member = make.member(shop, "Ann", phone="13800001234")
    make.member(shop, "Bo", phone="13800005678")
    _sold(shop, selling.OIL, member=member)

    told = export_member(shop, member).read_text(encoding="utf-8")

    assert json.loads(told)["sales"][0]["total"] == "60.00"
    assert "Bo" not in told
    assert [each.number for each in latest_members(shop)] == [2, 1]
    assert [card.revoked_at for card in show_cards(shop, member)] == [None]


def test_a_backup_by_hand_is_remembered(shop: Shop) -> None:
    """The status line shows the age of the last good backup, whoever made it."""
    before = office_status(shop)

    path = back_up_now(shop, make.OWNER_SEAT)

    assert (before.backup_at, office_status(shop).backup_at) == (None, shop.clock.now())
    assert path.parent == shop.folder / "backups"
    with pytest.raises(NotAllowed):
        back_up_now(shop, make.CASHIER_SEAT)


def test_a_drill_opens_the_newest_backup_with_the_code(shop: Shop) -> None:
    """A backup that nobody ever opened is a hope; the drill's date is kept."""
    code = make.prepared()[1]
    with pytest.raises(BackupMissing):
        drill_restore(shop, make.OWNER_SEAT, recovery_code=code)
    back_up_now(shop, make.OWNER_SEAT)

    made_at = drill_restore(shop, make.OWNER_SEAT, recovery_code=code)

    assert (made_at, office_status(shop).drill_at) == (shop.clock.now(), shop.clock.now())


def test_a_program_is_explained_with_the_mandatory_sentence_first(shop: Shop) -> None:
    """Rulebook 2.10: the sentence stands wherever the queue is named."""
    told = explain_program(shop, ProgramAsk("queue", "M1", params={"concession_bp": 1000}))

    assert "no guaranteed time or amount" in told[0].text
    assert dict(told[0].fields) == {"c": "10"}


def test_a_day_without_trade_has_no_news_of_the_queue(shop: Shop) -> None:
    """The board is on from the first morning."""
    news = queue_news(shop, business_day(shop.clock.now()))

    assert (news.paid, news.receivers, news.completed, news.latest) == (0, 0, 0, ())

"""Whose data has been kept for long enough, and what stands against erasing it.

Retention_list, retention_tables, export_report, journal_span (rulebook 10.6).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.due.end_period import end_period
from pos_app.actions.members.declare_member import declare_member
from pos_app.actions.members.erase_member import erase_member
from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.report_papers import RETENTION
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import VOLUNTARY, ReturnAsk, return_sale
from pos_app.actions.watching.retention_list import (
    IdleMember,
    RetentionList,
    retention_list,
    years_before,
)
from pos_app.actions.watching.retention_tables import retention_tables
from pos_app.domain.basket import LineReturned
from pos_app.domain.member import MemberDeclared
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import OIL, basket, draft, open_for_trade
from tests.actions.holding import ITSELF, RULES, buy

FIRST = Day("2026-11-21")
YEAR, THREE_YEARS = 365, 1096
"""Days; a leap day is among the three years from the first day on."""


def sold_to(shop: Shop, seat: Seat, member: int) -> int:
    """A member buys oil; the sale's number."""
    return complete_sale(shop, seat, draft(shop, basket(shop, OIL, member=member))).sale.number


def phone(number: int) -> str:
    """One of many phone numbers."""
    return f"1380000{number:04}"


def numbers(told: RetentionList) -> list[int]:
    """Who is on the list."""
    return [each.number for each in told.members]


def test_who_did_nothing_for_three_years_is_on_the_list(shop: Shop) -> None:
    """Buying, bringing back and being changed are doing something; the day decides."""
    seat = open_for_trade(shop, programs=False)
    members = [make.member(shop, "赵一", phone=phone(each)) for each in range(5)]
    buyer, late_buyer, returner, changed, only_registered = members
    sold_to(shop, seat, buyer)
    brought = sold_to(shop, seat, returner)
    sold_to(shop, seat, late_buyer)
    make.pass_time(shop, days=YEAR)
    sold_to(shop, seat, late_buyer)
    return_sale(shop, seat, ReturnAsk(brought, (LineReturned(1, ONE),), VOLUNTARY))
    declare_member(shop, make.OWNER_SEAT, member=changed, declared=MemberDeclared(age_band="MINOR"))
    make.pass_time(shop, days=THREE_YEARS - YEAR)
    to_the_day = retention_list(shop)
    make.pass_time(shop, days=1)
    told = retention_list(shop)

    assert (to_the_day.since, numbers(to_the_day)) == (FIRST, [])
    assert (told.since, told.idle) == ("2026-11-22", 2)
    assert told.members == (
        IdleMember(buyer, "赵*", FIRST, FIRST, Fen(0), "", None),
        IdleMember(only_registered, "赵*", FIRST, None, Fen(0), "", None),
    )
    assert all(each.may_be_erased for each in told.members)


def test_who_is_erased_is_off_the_list(shop: Shop) -> None:
    """The list is worked off member by member; it erases nobody itself."""
    member = make.member(shop)
    make.pass_time(shop, days=THREE_YEARS + 1)
    before = retention_list(shop)
    erase_member(shop, make.OWNER_SEAT, member=member)

    assert (numbers(before), numbers(retention_list(shop))) == ([member], [])


def test_what_is_owed_and_waits_is_told_first(shop: Shop) -> None:
    """Erasing refuses while the shop owes anything; the list says it before (10.6)."""
    seat = open_for_trade(shop)
    member = make.member(shop)
    buy(shop, seat, member)
    make.pass_time(shop, days=THREE_YEARS + 1)
    told = retention_list(shop)
    report = retention_tables(told, Wording(Language.EN))

    assert [(each.owed, each.waits, each.may_be_erased) for each in told.members] == [
        (60, "tickets", False)
    ]
    assert report.tables[0].rows == (
        (str(member), "赵*", "21 Nov 2026", "21 Nov 2026", 60,
         "a balance to use up · still has tickets in the queue"),
    )  # fmt: skip
    assert [(each.label, each.value) for each in report.figures] == [
        ("Nothing since 22 Nov 2026", 1),
        ("May be erased now", 0),
    ]
    assert report.note == (
        "Personal data is kept 3 years after the last activity, winners of prizes two; "
        "the books keep numbers and purchases."
    )


def test_a_winner_stays_on_record_for_two_years_of_a_shorter_rule(shop: Shop) -> None:
    """Whatever a shop decides for itself, prize records have two years (10.2)."""
    seat = open_for_trade(shop, programs=False)
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    params = {"seed": "x", "hold_days": 0, "concession_bp": 2000, "free_rate_bp": 1000}
    adopt_program(shop, ITSELF, ask=ProgramAsk("draw", "M1b", params=params))
    member = make.member(shop)
    buy(shop, seat, member)
    end_period(shop, ITSELF, program=1)
    make.pass_time(shop, days=YEAR + 1)
    (told,) = retention_list(shop, years=1).members

    assert (told.number, told.prize_until, told.may_be_erased) == (member, "2028-11-21", False)


def test_a_leap_day_has_its_day_in_every_year() -> None:
    """On 29 February the list is of those idle since the 28th."""
    assert years_before(Day(date(2028, 2, 29).isoformat()), 3) == "2025-02-28"
    assert years_before(Day("2027-03-01"), 1) == "2026-03-01"


def test_more_than_a_list_shows_are_counted(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has a hundred thousand of them does not want them all at once."""
    for each in range(3):
        make.member(shop, phone=phone(each))
    make.pass_time(shop, days=THREE_YEARS + 1)
    monkeypatch.setattr("pos_app.actions.watching.retention_list.MOST_SHOWN", 2)
    told = retention_list(shop)

    assert (told.idle, numbers(told)) == (3, [1, 2])
    assert retention_tables(told, Wording(Language.EN)).note.endswith("1 more is not shown.")


def test_the_list_is_written_as_files(shop: Shop, tmp_path: Path) -> None:
    """In the language of whoever asks, with the shop's name."""
    make.member(shop)
    make.pass_time(shop, days=THREE_YEARS + 1)
    pdf, csv = report_path(shop, RETENTION, 3, ending="pdf"), tmp_path / "r.csv"
    written = export_report(shop, RETENTION, 3, files={"pdf": pdf, "csv": csv}, language="zh_CN")

    assert written == (pdf, csv)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "长期没有来店的会员" in csv.read_text("utf-8-sig")


def test_the_terminal_writes_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shop without a screen has the same duty; years are whole and at most twenty."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder, csv = str(make.folder(tmp_path)), tmp_path / "r.csv"
    code = cli.main(["report", "retention", "2", "--folder", folder, "--csv", str(csv)])
    with pytest.raises(SystemExit):
        cli.main(["report", "retention", "0", "--folder", folder])

    told = capsys.readouterr()
    assert code == 0
    assert told.out.splitlines() == [str(csv)]
    assert "0 is not a whole number from 1 to 20" in told.err
    assert '"会员","姓名","注册日期"' in csv.read_text("utf-8-sig")

"""What referrals paid in a year, by person, and how deep the sponsor chain is.

Referral_year, referral_tables, export_report.
"""

from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.months.referral_tables import referral_tables
from pos_app.actions.months.referral_year import referral_year
from pos_app.actions.papers.export_report import export_report
from pos_app.actions.papers.report_papers import REFERRALS
from pos_app.actions.reports.trade_days import DaysToCome
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.conftest import Replayed
from tests.replays.worked_examples import WORKED

YEAR = "2026"
AFTERWARDS = "2026-12-20T10:00:00+08:00"


def commissions(shop: Shop, year: str = YEAR) -> list[tuple[int, int, int, int]]:
    """Member, purchases, received and taken back, the largest first."""
    return [
        (each.member, each.purchases, each.received, each.taken_back)
        for each in referral_year(shop, year).commissions
    ]


def test_a_chain_is_told_person_by_person_with_what_is_blocked(replayed: Replayed) -> None:
    """C1: A 71059 and 12773 blocked, B 51896 and 7984, D 9980 (rulebook 10.7)."""
    shop = replayed(WORKED["C1"], at=AFTERWARDS)
    found = referral_year(shop, YEAR)

    assert commissions(shop) == [
        (1, 6, 71_059 + 12_773, 0),
        (2, 4, 51_896 + 7984, 0),
        (4, 1, 9980, 0),
    ]
    # A brought B, B brought D, D brought G.
    assert (found.people, found.levels, found.is_deep) == (3, 4, True)


def test_what_came_back_is_told_beside_what_was_received(replayed: Replayed) -> None:
    """C4: two halves of the last sale, 32934 in all; what is left is what they hold."""
    shop = replayed(WORKED["C4"], at=AFTERWARDS)
    found = referral_year(shop, YEAR).commissions

    assert sum(each.taken_back for each in found) == 2 * 16_467
    assert {each.member: each.kept for each in found} == {1: 54_292 + 5588, 2: 19_960}


def test_a_year_counts_what_was_booked_in_it(replayed: Replayed) -> None:
    """R1: all of 2026; in 2025 the shop had not begun."""
    shop = replayed(WORKED["R1"], at=AFTERWARDS)
    before = referral_tables(referral_year(shop, "2025"), Wording(Language.EN))

    assert commissions(shop) == [(1, 3, 39_800, 0)]
    assert commissions(shop, "2025") == []
    assert before.tables == ()
    assert before.note.startswith("No such trade day")


def test_a_queues_acceleration_is_a_payment_and_no_commission(replayed: Replayed) -> None:
    """Q3: A, B and C are sped up; each is paid out of his own purchase's target."""
    found = referral_year(replayed(WORKED["Q3"], at=AFTERWARDS), YEAR)

    assert (found.commissions, found.people) == ((), 3)


def test_three_levels_are_warned_of_though_nobody_is_paid(replayed: Replayed) -> None:
    """10.1: the structure alone is what the criminal standard counts."""
    at = "2026-01-05T09:00:00+08:00"
    line = {"sku": "p", "name": "p", "price_fen": 100, "quantity_milli": 1000}
    members = [
        {"event": "member", "at": at, "member": name, "sponsor": sponsor}
        for name, sponsor in (("A", None), ("B", "A"), ("C", "B"), ("D", "A"))
    ]
    sale = {"event": "sale", "at": at, "sale": "s1", "member": "C", "lines": [line]}
    found = referral_year(replayed([*members, sale], at=AFTERWARDS), YEAR)

    assert (found.levels, found.people, found.commissions) == (3, 0, ())
    assert referral_tables(found, Wording(Language.EN)).note == (
        "The sponsor chain has 3 levels, 0 people were paid: from 3 levels and 30 people on the "
        "law speaks of a pyramid. Have it looked at."
    )


def test_the_warning_stands_on_the_paper_in_both_languages(
    replayed: Replayed, tmp_path: Path
) -> None:
    """An owner who cannot read it was not warned."""
    shop = replayed(WORKED["C1"], at=AFTERWARDS)
    pdf, csv = tmp_path / "r.pdf", tmp_path / "r.csv"

    written = export_report(shop, REFERRALS, YEAR, files={"pdf": pdf, "csv": csv}, language="zh_CN")
    titled = referral_tables(referral_year(shop, YEAR), Wording(Language.EN))

    assert written == (pdf, csv)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "推荐链已有 4 级，3 人得到奖励" in csv.read_text("utf-8-sig")
    assert titled.note.startswith("The sponsor chain has 4 levels, 3 people were paid")
    assert titled.tables[0].total == ("Total", "", 11, 153_692, 0, 153_692)


def test_two_levels_are_nothing_to_warn_of(replayed: Replayed) -> None:
    """R1: A brought everybody himself."""
    titled = referral_tables(
        referral_year(replayed(WORKED["R1"], at=AFTERWARDS), YEAR), Wording(Language.EN)
    )

    assert titled.note == "The sponsor chain has fewer than 3 levels."


def test_a_year_to_come_and_what_is_no_year_are_refused(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped year would look like one without commissions."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.raises(DaysToCome):
        export_report(shop, REFERRALS, "2062", files={"pdf": tmp_path / "r.pdf"})
    with pytest.raises(SystemExit):
        cli.main(["report", "referrals", "26"])

    assert "26 is not a year such as 2026" in capsys.readouterr().err
    assert not (tmp_path / "r.pdf").exists()


def test_the_terminal_writes_the_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file named it is a page to print, in the shop's folder."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = make.folder(tmp_path)

    code = cli.main(["report", "referrals", "2026", "--folder", str(folder)])
    written = folder / "reports" / "2026-referrals.pdf"

    assert (code, capsys.readouterr().out.splitlines()) == (0, [str(written)])
    assert written.read_bytes().startswith(b"%PDF-")

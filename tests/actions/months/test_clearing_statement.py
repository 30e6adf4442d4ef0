"""Stores of an alliance and what they owe one another, by month and pair.

Clearing_statement, clearing_tables, report_papers, add_store, list_stores,
export_report, print_report.
"""

from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.months.clearing_statement import clearing_statement
from pos_app.actions.months.clearing_tables import clearing_tables
from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.months.month_tables import month_tables
from pos_app.actions.papers.export_report import export_report
from pos_app.actions.papers.print_report import print_report
from pos_app.actions.papers.report_papers import CLEARING, MONTH
from pos_app.actions.stores.add_store import add_store, add_store_replayed
from pos_app.actions.stores.list_stores import list_stores
from pos_app.devices.printer import RecordingPrinter
from pos_app.domain.money import Fen
from pos_app.domain.month import Month
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.sale import IdUsed
from pos_app.domain.store import Store
from pos_app.errors import NotAllowed
from pos_app.reports.clearing_statement import Drawn, PairDebt, given_back
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.conftest import Replayed
from tests.replays.worked_examples import WORKED, History

JANUARY, FEBRUARY = Month("2026-01"), Month("2026-02")
AFTERWARDS = "2026-02-20T10:00:00+08:00"


def test_q7_is_cleared_between_its_two_stores(replayed: Replayed) -> None:
    """S1->S1 5000, S2->S1 3667, S1->S2 1000, S2->S2 333: S2 owes S1 2667."""
    shop = replayed(WORKED["Q7"], at=AFTERWARDS)

    january = clearing_statement(shop, JANUARY)

    (queue,) = january.rows.queues
    assert queue.matrix == {
        ("S1", "S1"): 5000,
        ("S2", "S1"): 3667,
        ("S1", "S2"): 1000,
        ("S2", "S2"): 333,
    }
    assert january.pairs == (PairDebt("S2", "S1", by_queue=Fen(2667), by_spending=Fen(0)),)


def _later(history: History, at: str) -> History:
    return [{**each, "at": at} for each in history]


def test_each_month_clears_what_it_paid(replayed: Replayed) -> None:
    """The last step of Q7 a month later: January and February add up to the whole."""
    steps = WORKED["Q7"]
    shop = replayed([*steps[:-1], *_later(steps[-1:], "2026-02-05T10:00:00+08:00")], at=AFTERWARDS)

    january, february = (clearing_statement(shop, each) for each in (JANUARY, FEBRUARY))

    assert january.rows.queues[0].matrix == {
        ("S1", "S1"): 5000,
        ("S2", "S1"): 2000,
        ("S1", "S2"): 1000,
    }
    assert february.rows.queues[0].matrix == {("S2", "S1"): 1667, ("S2", "S2"): 333}


def _spending() -> History:
    """Points of S1 used at S2, half of the goods back in the month after."""
    at = "2026-01-05T10:00:00+08:00"
    piece = {"sku": "p", "name": "p", "price_fen": 1000}
    points = {"kind": "points", "amount_fen": 60}
    return [
        {"event": "store", "at": at, "store": "S2"},
        {"event": "program", "at": at, "program": "points", "kind": "M0", "enabled": True,
         "params": {}},
        {"event": "member", "at": at, "member": "A", "sponsor": None},
        {"event": "sale", "at": at, "sale": "s1", "member": "A",
         "lines": [{**piece, "quantity_milli": 10_000}]},
        {"event": "sale", "at": at, "sale": "s2", "member": "A", "store": "S2",
         "lines": [{**piece, "quantity_milli": 2_000}],
         "tenders": [points, {"kind": "cash", "amount_fen": 1940}]},
        {"event": "return", "at": "2026-02-05T10:00:00+08:00", "sale": "s2", "return": "r1",
         "lines": [{"line": 1, "quantity_milli": 1_000}]},
    ]  # fmt: skip


def test_points_used_elsewhere_are_owed_to_the_till(replayed: Replayed) -> None:
    """S1 gave them, S2 took them for goods; what came back counts in its own month."""
    shop = replayed(_spending(), at=AFTERWARDS)

    january, february = (clearing_statement(shop, each) for each in (JANUARY, FEBRUARY))

    assert january.rows.spent == {("S1", "S2"): 60}
    assert january.pairs == (PairDebt("S1", "S2", by_queue=Fen(0), by_spending=Fen(60)),)
    assert february.pairs == (PairDebt("S2", "S1", by_queue=Fen(0), by_spending=Fen(30)),)


def test_a_return_gives_back_in_the_order_drawn() -> None:
    """The second return goes on where the first ended (rulebook 1.6)."""
    drawn = [Drawn("S1", Fen(40)), Drawn("S2", Fen(20))]

    assert list(given_back(drawn, already=0, now=30)) == [Drawn("S1", Fen(30))]
    assert list(given_back(drawn, already=30, now=30)) == [
        Drawn("S1", Fen(10)),
        Drawn("S2", Fen(20)),
    ]


def test_the_clearing_is_printed_and_written(replayed: Replayed, tmp_path: Path) -> None:
    """Each store gets the paper in its own language, and a file for its books."""
    shop = replayed(WORKED["Q7"], at=AFTERWARDS)
    printer = shop.printer = RecordingPrinter()
    pdf, csv = tmp_path / "c.pdf", tmp_path / "c.csv"

    written = export_report(
        shop, CLEARING, JANUARY, files={"pdf": pdf, "csv": csv}, language="zh_CN"
    )
    print_report(shop, CLEARING, JANUARY)
    print_report(shop, MONTH, JANUARY)
    titled = clearing_tables(clearing_statement(shop, JANUARY), Wording(Language.EN))

    assert written == (pdf, csv)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert [each.name.split("-")[2] for each in printer.printed] == ["clearing", "statement"]
    assert "门店结算单" in csv.read_text("utf-8-sig")
    assert titled.note == "To be settled between the stores: 26.67"
    assert titled.tables[0].rows == (("S2", "S1", 2667, 0, 0, 2667),)
    assert titled.tables[1].total == ("Total", "", 10_000)


def test_the_owner_registers_another_store(shop: Shop) -> None:
    """Each funds its own; a code is given once, for good."""
    made = add_store(shop, make.OWNER_SEAT, code=" S2 ", name="分店")

    assert made == Store("S2", "分店")
    assert [(each.store.code, each.put_in) for each in list_stores(shop)] == [("S1", 0), ("S2", 0)]
    with pytest.raises(IdUsed):
        add_store(shop, make.OWNER_SEAT, code="S2", name="又一家")
    with pytest.raises(NameUnusable):
        add_store(shop, make.OWNER_SEAT, code="", name="无名")
    with pytest.raises(NameUnusable, match="promises"):
        # Customers read it (rulebook 10.8).
        add_store(shop, make.OWNER_SEAT, code="S3", name="保本商场")
    with pytest.raises(NotAllowed):
        add_store(shop, make.MANAGER_SEAT, code="S3", name="三店")


def test_a_store_has_one_name_on_every_paper(shop: Shop) -> None:
    """A code alone says nothing to the accountant, a name alone may be another's."""
    selling.sell(shop, selling.open_for_trade(shop), selling.OIL, member=make.member(shop))
    month = month_tables(month_statement(shop, Month("2026-11")), Wording(Language.EN))

    assert month.tables[2].title == "What each store has put in"
    assert [row[0] for row in month.tables[2].rows] == [f"S1 {make.SHOP_NAME}"]


def test_a_stores_code_is_written_in_one_way(shop: Shop) -> None:
    """s2 on one paper and S2 on another would be read as two stores."""
    made = add_store(shop, make.OWNER_SEAT, code="s2", name="分店")

    assert made.code == "S2"
    assert made.paper_name == "S2 分店"
    with pytest.raises(IdUsed):
        add_store(shop, make.OWNER_SEAT, code="S2", name="又一家")
    with pytest.raises(IdUsed):
        add_store(shop, make.OWNER_SEAT, code="s1", name="本店")


def test_a_history_keeps_the_codes_it_names(shop: Shop) -> None:
    """Its accounts are named after them; another form would be another account."""
    assert add_store_replayed(shop, make.OWNER_SEAT, code="b", name="b").code == "b"
    with pytest.raises(IdUsed):
        add_store(shop, make.OWNER_SEAT, code="B", name="又一家")


def test_the_terminal_registers_lists_and_clears(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An alliance can be run without a screen."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = str(make.folder(tmp_path))
    csv = tmp_path / "clearing.csv"

    codes = [
        cli.main(["store", "add", "S2", "分店", "--folder", folder]),
        cli.main(["--folder", folder, "store", "list"]),
        cli.main(["report", "clearing", "2026-11", "--folder", folder, "--csv", str(csv)]),
        cli.main(["store", "add", "S2", "分店", "--folder", folder]),
    ]

    told = capsys.readouterr()
    assert codes == [0, 0, 0, 1]
    assert told.out.splitlines() == [
        "Store S2 is registered: 分店",
        f"S1  {make.SHOP_NAME}  put in 0.00",
        "S2  分店  put in 0.00",
        str(csv),
    ]
    assert told.err == "The id S2 was used before. Nothing was written.\n"

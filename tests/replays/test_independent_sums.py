"""What goes through the till's own errands adds up to what stood in the table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pos_app.terminal.replay import replay_file
from tests.replays import convert_online_retail, convert_supermarket_sales, independent_sums
from tests.replays.convert_online_retail import Conversion

RETAIL = Path(__file__).parents[1] / "data/online_retail/december_2010.csv"

SUPERMARKET = """\
Invoice ID,Product line,Total,Date,Time,Payment
750-67-8428,Health and beauty,548.9715,1/5/2019,13:08,Ewallet
226-31-3081,Electronic accessories,80.22,3/8/2019,10:29,Cash
631-41-3108,Home and lifestyle,340.5255,3/3/2019,13:23,Credit card
123-19-1176,Health and beauty,489.048,1/27/2019,20:33,Ewallet
373-73-7910,Health and beauty,634.375,1/5/2019,10:37,Cash
"""
"""Five invoices made up in the shape of the table; two of them end in half a fen."""


@pytest.fixture
def supermarket(tmp_path: Path) -> Path:
    """A table of supermarket sales."""
    table = tmp_path / "supermarket.csv"
    table.write_text(SUPERMARKET, encoding="utf-8")
    return table


def _retail(table: Path = RETAIL) -> Conversion:
    return convert_online_retail.convert(convert_online_retail.read_table(table))


def test_a_month_of_online_retail_adds_up(tmp_path: Path) -> None:
    """Members, sales, returns and overridden prices, by the till's own errands."""
    history = tmp_path / "history.jsonl"
    made = _retail()
    convert_online_retail.write_history(made.events, history)
    result = replay_file(history, out=tmp_path / "result.json")
    due = independent_sums.online_retail(independent_sums.table_of(RETAIL))
    left_out = due.pop("left_out")

    assert {name: result[name] for name in due} == due
    assert made.left_out == left_out
    assert result["refused"] == []
    assert result["audit"] == "ok"


def test_supermarket_sales_add_up(tmp_path: Path, supermarket: Path) -> None:
    """Each invoice is rounded half up by itself, as its customer paid it."""
    history = tmp_path / "history.jsonl"
    table = convert_supermarket_sales.read_table(supermarket)
    convert_online_retail.write_history(convert_supermarket_sales.convert(table), history)
    result = replay_file(history, out=tmp_path / "result.json")
    due = independent_sums.supermarket_sales(independent_sums.table_of(supermarket))
    del due["left_out"]

    assert {name: result[name] for name in due} == due
    assert due["sold_fen"] == 54_897 + 8022 + 34_053 + 48_905 + 63_438
    assert result["refused"] == []
    assert result["audit"] == "ok"


def test_only_december_is_converted() -> None:
    """The sample ends with lines of January."""
    moments = [str(event["at"]) for event in _retail().events]

    assert moments == sorted(moments)
    assert all(at.startswith("2010-12-") and at.endswith("+08:00") for at in moments)


def test_goods_come_back_from_the_latest_sale_that_has_enough() -> None:
    """The same customer bought the same cup twice; three cannot come back from two."""
    rows = [
        _row("1", "A", 5),
        _row("2", "A", 2),
        _row("C3", "A", -2),
        _row("C4", "A", -3),
        _row("C5", "A", -3),
        _row("C6", "B", -1),
        _row("C7", "", -1),
        _row("8", "", -4),
    ]
    made = convert_online_retail.convert(rows)
    back = [
        (event["sale"], event["return"], event["lines"])
        for event in made.events
        if event["event"] == "return"
    ]

    assert back == [
        ("2", "C3.1", [{"line": 1, "quantity_milli": 2000}]),
        ("1", "C4.1", [{"line": 1, "quantity_milli": 3000}]),
    ]
    assert made.left_out == 4


def test_a_price_finer_than_a_fen_stops_the_converting() -> None:
    """Rounding it here would hide a difference from the sum."""
    with pytest.raises(ValueError, match=r"0\.001"):
        convert_online_retail.convert([_row("1", "A", 1, price="0.001")])


def _row(invoice: str, customer: str, pieces: int, *, price: str = "2.55") -> dict[str, str]:
    return {
        "InvoiceNo": invoice,
        "StockCode": "CUP",
        "Description": "cup",
        "Quantity": str(pieces),
        "InvoiceDate": "2010-12-01 08:26:00",
        "UnitPrice": price,
        "CustomerID": customer,
    }


def test_the_sample_is_read_as_a_table() -> None:
    """Every line of it is whole; a field lost in copying would shift the rest."""
    with RETAIL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert all(None not in row and None not in row.values() for row in rows)

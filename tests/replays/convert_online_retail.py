"""UCI Online Retail as a history, for replay.

`python -m tests.replays.convert_online_retail TABLE.csv[.xz] HISTORY.jsonl`

December 2010 alone. An invoice is a sale by a member, in local time written as +08:00; a
line of an invoice that begins with C returns the same quantity of the same code from the
customer's latest earlier sale that has enough of it left on one line. All other negative
lines (losses, write-offs, discounts, returns of what was bought before December or by
nobody known) are left out and counted.
"""

from __future__ import annotations

import csv
import json
import lzma
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

MONTH = "2010-12"
Row = dict[str, str]
Event = dict[str, Any]


@dataclass
class Left:
    """What may still come back of one line."""

    sale: str
    line: int
    pieces: int


@dataclass
class Conversion:
    """The events of a history and how many lines found no place in it."""

    events: list[Event] = field(default_factory=list)
    left_out: int = 0


def read_table(table: Path) -> Iterator[Row]:
    """Yield the rows of December 2010 of the original table."""
    opened = lzma.open if table.suffix == ".xz" else open
    with opened(table, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["InvoiceDate"].startswith(MONTH):
                yield row


def convert(rows: Iterable[Row]) -> Conversion:
    """Turn rows, which are in the order of time, into events."""
    made = Conversion()
    members: set[str] = set()
    bought: dict[tuple[str, str], list[Left]] = {}
    for invoice in _invoices(rows):
        customer = invoice[0]["CustomerID"]
        at = _at(invoice[0])
        if customer and customer not in members:
            members.add(customer)
            made.events.append({"event": "member", "at": at, "member": customer, "sponsor": None})
        if invoice[0]["InvoiceNo"].startswith("C"):
            _take_back(invoice, bought, made)
        else:
            _sell(invoice, bought, made)
    return made


def _invoices(rows: Iterable[Row]) -> Iterator[list[Row]]:
    invoice: list[Row] = []
    for row in rows:
        if invoice and row["InvoiceNo"] != invoice[0]["InvoiceNo"]:
            yield invoice
            invoice = []
        invoice.append(row)
    if invoice:
        yield invoice


def _sell(invoice: list[Row], bought: dict[tuple[str, str], list[Left]], made: Conversion) -> None:
    sold = [row for row in invoice if int(row["Quantity"]) > 0]
    made.left_out += len(invoice) - len(sold)
    if not sold:
        return
    number, customer = sold[0]["InvoiceNo"], sold[0]["CustomerID"]
    for line, row in enumerate(sold, start=1):
        left = Left(number, line, int(row["Quantity"]))
        bought.setdefault((customer, row["StockCode"]), []).append(left)
    made.events.append(
        {
            "event": "sale",
            "at": _at(invoice[0]),
            "sale": number,
            "store": "S1",
            "member": customer or None,
            "lines": [_line(row) for row in sold],
        }
    )


def _line(row: Row) -> Event:
    fen = Decimal(row["UnitPrice"]) * 100
    if fen != int(fen):
        raise ValueError(row["UnitPrice"])
    return {
        "sku": row["StockCode"],
        "name": row["Description"].strip() or row["StockCode"],
        "price_fen": int(fen),
        "quantity_milli": int(row["Quantity"]) * 1000,
    }


def _take_back(
    invoice: list[Row], bought: dict[tuple[str, str], list[Left]], made: Conversion
) -> None:
    for position, row in enumerate(invoice, start=1):
        pieces = -int(row["Quantity"])
        lines = bought.get((row["CustomerID"], row["StockCode"]), []) if row["CustomerID"] else []
        found = next((left for left in reversed(lines) if left.pieces >= pieces), None)
        if found is None:
            made.left_out += 1
            continue
        found.pieces -= pieces
        made.events.append(
            {
                "event": "return",
                "at": _at(invoice[0]),
                "sale": found.sale,
                "return": f"{row['InvoiceNo']}.{position}",
                "lines": [{"line": found.line, "quantity_milli": pieces * 1000}],
                "reason": "voluntary",
            }
        )


def _at(row: Row) -> str:
    return row["InvoiceDate"].replace(" ", "T") + "+08:00"


def write_history(events: Iterable[Event], history: Path) -> None:
    """Write one event a line."""
    with history.open("w", encoding="utf-8", newline="\n") as file:
        for event in events:
            file.write(json.dumps(event, ensure_ascii=False) + "\n")


def main() -> None:
    """Convert the table named first into the history named second."""
    table, history = map(Path, sys.argv[1:3])
    made = convert(read_table(table))
    write_history(made.events, history)
    sys.stdout.write(f"{len(made.events)} events, {made.left_out} lines left out\n")


if __name__ == "__main__":
    main()

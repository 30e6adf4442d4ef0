"""Supermarket sales as a history, for replay.

`python -m tests.replays.convert_supermarket_sales TABLE.csv HISTORY.jsonl`

Each invoice is one piece of its product line at its Total, rounded half up to the fen,
paid as it says (Ewallet as wechat), in local time written as +08:00.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.replays.convert_online_retail import write_history

TENDERS = {"Cash": "cash", "Credit card": "card", "Ewallet": "wechat"}
Row = dict[str, str]
Event = dict[str, Any]


def read_table(table: Path) -> Iterator[Row]:
    """Yield the rows of the original table."""
    with table.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def convert(rows: Iterable[Row]) -> list[Event]:
    """Turn rows, in whatever sequence, into sales in the order of time."""
    return sorted((_sale(row) for row in rows), key=lambda sale: str(sale["at"]))


def _sale(row: Row) -> Event:
    fen = int((Decimal(row["Total"]) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    line = row["Product line"]
    return {
        "event": "sale",
        "at": _at(row),
        "sale": row["Invoice ID"],
        "store": "S1",
        "member": None,
        "lines": [{"sku": line, "name": line, "price_fen": fen, "quantity_milli": 1000}],
        "tenders": [{"kind": TENDERS[row["Payment"]], "amount_fen": fen}],
    }


def _at(row: Row) -> str:
    moment = datetime.strptime(f"{row['Date']} {row['Time']} +0800", "%m/%d/%Y %H:%M %z")
    return moment.isoformat()


def main() -> None:
    """Convert the table named first into the history named second."""
    table, history = map(Path, sys.argv[1:3])
    events = convert(read_table(table))
    write_history(events, history)
    sys.stdout.write(f"{len(events)} events\n")


if __name__ == "__main__":
    main()

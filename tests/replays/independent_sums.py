"""What the books must say of a replayed table, added up by other means.

Nothing of the program and nothing of the converters is used here: cents are cut out of
the text, and returns are matched by walking the whole table again for each one.
"""

from __future__ import annotations

import csv
import lzma
from collections import Counter, defaultdict
from pathlib import Path

Figures = dict[str, object]
Table = list[dict[str, str]]


def table_of(path: Path) -> Table:
    """Return all rows of a CSV file, packed or plain."""
    packed = path.suffix == ".xz"
    with lzma.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cents(text: str) -> int:
    """Return an amount with at most two decimals in cents, by its digits alone."""
    whole, _, rest = text.partition(".")
    if len(rest) > 2:
        raise ValueError(text)
    return int(whole + rest.ljust(2, "0"))


def online_retail(table: Table) -> Figures:
    """Add up December 2010: what was sold, what came back, what has no place."""
    rows = [row for row in table if row["InvoiceDate"][:7] == "2010-12"]
    sold = [row for row in rows if not row["Quantity"].startswith("-")]
    left = [int(row["Quantity"]) for row in sold]
    days: dict[str, Counter[str]] = defaultdict(Counter)
    # An invoice's day is that of its first line.
    day_of = {row["InvoiceNo"]: row["InvoiceDate"][:10] for row in reversed(sold)}
    for day in day_of.values():
        days[day]["sales"] += 1
    for row in sold:
        worth = cents(row["UnitPrice"]) * int(row["Quantity"])
        days[day_of[row["InvoiceNo"]]]["sold_fen"] += worth
    place = {id(row): at for at, row in enumerate(rows)}
    returns = left_out = returned = 0
    for row in rows:
        if not row["Quantity"].startswith("-"):
            continue
        pieces = int(row["Quantity"][1:])
        from_line = [
            at
            for at, one in enumerate(sold)
            if row["InvoiceNo"].startswith("C")
            and row["CustomerID"] != ""
            and (one["CustomerID"], one["StockCode"]) == (row["CustomerID"], row["StockCode"])
            and place[id(one)] < place[id(row)]
            and left[at] >= pieces
        ]
        if not from_line:
            left_out += 1
            continue
        left[from_line[-1]] -= pieces
        worth = cents(sold[from_line[-1]]["UnitPrice"]) * pieces
        returns += 1
        returned += worth
        days[row["InvoiceDate"][:10]]["returned_fen"] += worth
    total = sum(day["sold_fen"] for day in days.values())
    return {
        "sales": len(day_of),
        "returns": returns,
        "lines": len(sold),
        "sold_fen": total,
        "returned_fen": returned,
        "by_tender_fen": {"cash": total - returned},
        "by_day": _plain(days),
        "left_out": left_out,
    }


def supermarket_sales(table: Table) -> Figures:
    """Add up the invoices, each Total rounded half up by its digits."""
    kinds = {"Cash": "cash", "Credit card": "card", "Ewallet": "wechat"}
    tenders: Counter[str] = Counter()
    days: dict[str, Counter[str]] = defaultdict(Counter)
    for row in table:
        whole, _, rest = row["Total"].partition(".")
        digits = rest.ljust(3, "0")
        fen = int(whole + digits[:2]) + (digits[2] >= "5")
        tenders[kinds[row["Payment"]]] += fen
        month, day, year = row["Date"].split("/")
        date = f"{year}-{int(month):02}-{int(day):02}"
        days[date]["sales"] += 1
        days[date]["sold_fen"] += fen
    return {
        "sales": len(table),
        "returns": 0,
        "lines": len(table),
        "sold_fen": sum(tenders.values()),
        "returned_fen": 0,
        "by_tender_fen": dict(tenders),
        "by_day": _plain(days),
        "left_out": 0,
    }


def _plain(days: dict[str, Counter[str]]) -> dict[str, dict[str, int]]:
    names = ("sales", "sold_fen", "returned_fen")
    return {day: {name: days[day][name] for name in names} for day in sorted(days)}

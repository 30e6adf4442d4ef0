"""Writing the changed records of one kind: new ones, changed ones, unknown ones.

Of a record that was read before, only the fields that changed are written, so that
SQLite leaves the indexes over the others alone.
"""

from itertools import compress
from operator import ne
from typing import Any

from pos_app.storage.shelf import Row, Shelf
from pos_app.storage.statements import insert_text, update_text, upsert_text


def write_rows(driver: Any, shelf: Shelf) -> bool:
    """Write what changed on a shelf, each row once; whether anything did."""
    if not shelf.changed:
        return False
    new: list[Row] = []
    unknown: list[Row] = []
    changed: dict[tuple[bool, ...], list[Row]] = {}
    row_of, found, append_only = shelf.row_of, shelf.found, shelf.kind.APPEND_ONLY
    records = shelf.changed
    if not found:
        # Nothing was looked up, as of most kinds that a sale brings.
        (new if append_only else unknown).extend(map(row_of, records.values()))
        records = {}
    for key, record in records.items():
        before = found.get(key)
        row = row_of(record)
        if before is None:
            (new if append_only or key in found else unknown).append(row)
            continue
        differs = tuple(map(ne, row, row_of(before)))
        if True in differs:
            changed.setdefault(differs, []).append((*compress(row, differs), *key))
    run = driver.executemany
    if new:
        run(insert_text(shelf.kind), _in_numbers(new, shelf.bools))
    if unknown:
        run(upsert_text(shelf.kind), _in_numbers(unknown, shelf.bools))
    for differs, rows in changed.items():
        positions = tuple(compress(range(len(differs)), differs))
        run(update_text(shelf.kind, positions), rows)
    return bool(new or unknown or changed)


def _in_numbers(rows: list[Row], truths: tuple[int, ...]) -> list[Row]:
    """Turn truths into 0 and 1: the driver takes a number at once, a truth slowly."""
    for at in truths:
        rows = [(*row[:at], int(row[at]), *row[at + 1 :]) for row in rows]
    return rows

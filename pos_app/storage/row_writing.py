"""Writing the changed records of one kind: new ones, changed ones, unknown ones.

Of a record that was read before, only the fields that changed are written, so that
SQLite leaves the indexes over the others alone.
"""

from collections.abc import Sequence
from itertools import compress
from operator import ne
from typing import Any

from pos_app.domain.picked import getter
from pos_app.domain.record import Fields, Record
from pos_app.storage.rows_together import (
    TOGETHER,
    insert_alike_together,
    insert_together,
    together,
    update_together,
)
from pos_app.storage.schema import SHAPES
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
    insert_rows(driver, shelf.kind, _in_numbers(new, shelf.bools))
    if unknown:
        run(upsert_text(shelf.kind), _in_numbers(unknown, shelf.bools))
    for differs, rows in changed.items():
        positions = tuple(compress(range(len(differs)), differs))
        run(update_text(shelf.kind, positions), rows)
    return bool(new or unknown or changed)


def insert_rows(driver: Any, kind: Any, rows: Sequence[Row]) -> None:
    """Insert new rows, with truths as numbers."""
    whole = len(rows) // TOGETHER * TOGETHER
    for values in together(rows[:whole]):
        driver.execute(insert_together(kind, TOGETHER), values)
    if whole < len(rows):
        driver.executemany(insert_text(kind), rows[whole:])


def insert_like(driver: Any, like: Record, *, fields: Fields, rows: Sequence[Row]) -> None:
    """Insert new rows that are like a record, but for the fields that each row gives."""
    shape = SHAPES[type(like)]
    alike = tuple(
        int(value) if at in shape.bool_positions else value
        for at, value in enumerate(getter(shape.names)(like))
        if shape.names[at] not in fields
    )
    truths = tuple(
        at for at, name in enumerate(fields) if shape.names.index(name) in shape.bool_positions
    )
    numbers = _in_numbers(rows, truths)
    insert_alike(driver, type(like), fields=fields, rows=numbers, alike=alike)


def insert_alike(
    driver: Any, kind: Any, *, fields: Fields, rows: Sequence[Row], alike: Row
) -> None:
    """Insert new rows that differ in these fields; `alike` is the rest of each."""
    whole = len(rows) // TOGETHER * TOGETHER
    for values in together(rows[:whole]):
        driver.execute(insert_alike_together(kind, fields, TOGETHER), values + alike)
    if whole < len(rows):
        rest = [row + alike for row in rows[whole:]]
        driver.executemany(insert_alike_together(kind, fields, 1), rest)


def update_each(driver: Any, kind: Any, *, fields: Fields, rows: Sequence[Row]) -> None:
    """Change these fields of rows; each is its key and then the values."""
    for values in together(rows):
        driver.execute(update_together(kind, fields, TOGETHER), values)


def _in_numbers(rows: Sequence[Row], truths: tuple[int, ...]) -> Sequence[Row]:
    """Turn truths into 0 and 1: the driver takes a number at once, a truth slowly."""
    for at in truths:
        rows = [(*row[:at], int(row[at]), *row[at + 1 :]) for row in rows]
    return rows

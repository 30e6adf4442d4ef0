"""Statements over some dozens of rows at a time, for work over very many.

One for each row would cost as much for being started as for what it does.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    and_,
    bindparam,
    column,
    insert,
    select,
    update,
    values,
)

from pos_app.domain.record import Fields
from pos_app.storage.schema import TABLES
from pos_app.storage.shelf import Row
from pos_app.storage.statements import compiled, insert_text

TOGETHER = 100
"""Rows to a statement; more make none of them cheaper."""


def together(rows: Sequence[Row]) -> Iterator[Row]:
    """The values of some dozens of rows at a time; the last row fills up what lacks."""
    for at in range(0, len(rows), TOGETHER):
        some = rows[at : at + TOGETHER]
        flat = tuple(chain.from_iterable(some))
        yield flat + some[-1] * (TOGETHER - len(some))


def read_values(driver: Any, kind: Any, fields: Fields, *, keys: Sequence[Row]) -> dict[Row, Row]:
    """Read these fields of the rows that there are of these keys, by key."""
    width = len(kind.KEY)
    text = _select_together(kind, fields, TOGETHER)
    found: dict[Row, Row] = {}
    for some in together(keys):
        found.update([(row[:width], row[width:]) for row in driver.execute(text, some)])
    return found


@cache
def _select_together(kind: Any, fields: Fields, rows: int) -> str:
    """Select keys and fields of the records with so many keys; values: key after key."""
    table = TABLES[kind]
    given = _given(kind, ())
    names = (*kind.KEY, *fields)
    query = select(*(table.c[name] for name in names)).join_from(given, table, _is_at(kind, given))
    return _repeated(compiled(query), len(kind.KEY), rows)


@cache
def insert_alike_together(kind: Any, fields: Fields, rows: int) -> str:
    """Insert so many records that differ in these fields.

    Values: the fields of one after the other, then once all that is alike.
    """
    table = TABLES[kind]
    given = _row_of(fields)
    names = [each.name for each in table.columns]
    whole = [given.c[name] if name in fields else bindparam(name) for name in names]
    statement = insert(table).from_select(names, select(*whole).add_cte(given))
    return _repeated(compiled(statement), len(fields), rows)


@cache
def insert_together(kind: Any, rows: int) -> str:
    """Insert so many new records; values: the fields of one after the other."""
    return _repeated(insert_text(kind), len(TABLES[kind].columns), rows)


@cache
def update_together(kind: Any, fields: Fields, rows: int) -> str:
    """Change these fields of so many records; values: each one's key, then its fields."""
    given = _given(kind, fields)
    changed = {name: given.c[f"new_{name}"] for name in fields}
    statement = update(TABLES[kind]).values(changed).where(_is_at(kind, given))
    return _repeated(compiled(statement), len(kind.KEY) + len(fields), rows)


def _given(kind: Any, fields: Fields) -> CTE:
    """A row of values that are handed over: a key, and new values of fields."""
    return _row_of((*kind.KEY, *(f"new_{name}" for name in fields)))


def _row_of(names: tuple[str, ...]) -> CTE:
    row = values(*(column(name) for name in names), name="given").data([names])
    return row.cte("given")


def _is_at(kind: Any, given: CTE) -> ColumnElement[bool]:
    """Say that a record has the key of a given row."""
    return and_(*(TABLES[kind].c[name] == given.c[name] for name in kind.KEY))


def _repeated(text: str, width: int, rows: int) -> str:
    """Make a statement over one row of values one over so many.

    The library would take longer to write a hundred rows out than SQLite to keep them.
    """
    row = f"({', '.join('?' * width)})"
    return text.replace(row, ", ".join([row] * rows), 1)

"""The statements a book runs, compiled once from Core expressions to plain SQL.

Core's cost for each call would be more than SQLite's own work for a row, so that a book
hands the finished text and a tuple of values straight to the driver.
"""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ClauseElement,
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from pos_app.domain.record import Index, Record, Values
from pos_app.domain.transfer import Account, Transfer
from pos_app.storage.record_tables import condition, sequence_of
from pos_app.storage.schema import SHAPES, TABLES

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Scan(NamedTuple):
    """Which form of an index's scan is meant; the values are handed over when it runs."""

    nulls: tuple[bool, ...]
    """For each value of the prefix whether it is None."""
    after: int
    """How many values of the following fields to start behind."""
    backward: bool


class Between(NamedTuple):
    """Which form of an index's count is meant."""

    nulls: tuple[bool, ...]
    after: int
    before: int


def compiled(statement: ClauseElement) -> str:
    """Return the SQL text of a statement whose values are handed over in their order."""
    return str(statement.compile(dialect=_DIALECT))


def _bind(name: str) -> BindParameter[Any]:
    return bindparam(name)


def _rows_of(kind: type[Record]) -> Select[Any]:
    """Select the record's fields in their order; transfers with the names of accounts."""
    table = TABLES[kind]
    if kind is Account:
        return select(table.c.name, table.c.balance)
    if kind is not Transfer:
        return select(*(table.c[name] for name in SHAPES[kind].names))
    # Outer joins, so that a transfer whose account was cut away is still read and named.
    accounts = TABLES[Account]
    named = {side: accounts.alias(side) for side in ("debit", "credit")}
    columns = [
        named[name].c.name if name in named else table.c[name] for name in SHAPES[kind].names
    ]
    joined = table.outerjoin(named["debit"], table.c.debit == named["debit"].c.number).outerjoin(
        named["credit"], table.c.credit == named["credit"].c.number
    )
    return select(*columns).select_from(joined)


@cache
def select_one(kind: type[Any]) -> str:
    """Select the record with a key."""
    table = TABLES[kind]
    query = _rows_of(kind)
    for name in kind.KEY:
        query = query.where(table.c[name] == _bind(name))
    return compiled(query)


@cache
def select_many(kind: type[Any]) -> str:
    """Select the records whose keys stand in a JSON list of lists."""
    table = TABLES[kind]
    keys = func.json_each(_bind("keys")).table_valued("value")
    matches = [
        table.c[name] == func.json_extract(keys.c.value, literal_column(f"'$[{at}]'"))
        for at, name in enumerate(kind.KEY)
    ]
    names = SHAPES[kind].names
    return compiled(
        select(*(table.c[name] for name in names)).select_from(keys.join(table, and_(*matches)))
    )


@cache
def select_all(kind: type[Any]) -> str:
    """Select every record of a kind in the order of its key."""
    table = TABLES[kind]
    return compiled(_rows_of(kind).order_by(*(table.c[name] for name in kind.KEY)))


@cache
def select_last(kind: type[Any]) -> str:
    """Select the largest key of a kind keyed by one number."""
    (name,) = kind.KEY
    return compiled(select(func.max(TABLES[kind].c[name])))


def _scan_query(index: Index[Any], scan: Scan, fields: tuple[str, ...] = ()) -> Select[Any]:
    """Select what a scan reads in the index's order: records, or these fields of them."""
    table = TABLES[index.record]
    places = [table.c[name] for name in sequence_of(index)]
    query = select(*(table.c[name] for name in fields)) if fields else _rows_of(index.record)
    for column, is_null in zip(places, scan.nulls, strict=False):
        query = query.where(column.is_(None) if is_null else column == _bind(column.name))
    for where in index.where:
        query = query.where(condition(table, where))
    if scan.after:
        following = places[len(scan.nulls) :][: scan.after]
        query = query.where(_beyond(following, "after", above=not scan.backward))
    # The prefix's columns are one value: naming them in ORDER BY would only hide the index.
    rest = places[len(scan.nulls) :]
    return query.order_by(*(column.desc() if scan.backward else column for column in rest))


def _beyond(columns: list[Any], what: str, *, above: bool) -> ColumnElement[bool]:
    """Say that columns stand behind or before values; None stands before everything."""
    left: list[Any] = []
    right: list[Any] = []
    for column in columns:
        if column.nullable and not above:
            # SQL's own comparison leaves out rows without a value; they stand before.
            left.append(column.is_not(None))
            right.append(literal_column("1"))
        left.append(column)
        right.append(_bind(f"{what}_{column.name}"))
    if len(left) == 1:
        return left[0] > right[0] if above else left[0] < right[0]  # type: ignore[no-any-return]
    less, more = tuple_(*left), tuple_(*right)
    return less > more if above else less < more


@cache
def scan_text(index: Index[Any], scan: Scan, fields: tuple[str, ...] = ()) -> str:
    """Return the text of a scan; values: the prefix without Nones, then `after`."""
    return compiled(_scan_query(index, scan, fields))


def asked_of(
    index: Index[Any],
    prefix: Values,
    *,
    after: Values,
    backward: bool,
    fields: tuple[str, ...] = (),
) -> tuple[str, Values]:
    """Return the text of a scan, of whole records or of fields, and the values for it."""
    scan = Scan(tuple([value is None for value in prefix]), len(after), backward)
    known = tuple([value for value in prefix if value is not None])
    return scan_text(index, scan, fields), (*known, *after)


@cache
def count_text(index: Index[Any], between: Between) -> str:
    """Count what stands between; values: prefix without Nones, `after`, `before`."""
    table = TABLES[index.record]
    places = [table.c[name] for name in sequence_of(index)]
    rest = places[len(between.nulls) :]
    query = select(func.count()).select_from(table)
    for column, is_null in zip(places, between.nulls, strict=False):
        query = query.where(column.is_(None) if is_null else column == _bind(column.name))
    for where in index.where:
        query = query.where(condition(table, where))
    if between.after:
        query = query.where(_beyond(rest[: between.after], "after", above=True))
    if between.before:
        query = query.where(_beyond(rest[: between.before], "before", above=False))
    return compiled(query)


def counted_of(
    index: Index[Any], prefix: Values, *, after: Values, before: Values
) -> tuple[str, Values]:
    """Return the text of a count between two places, and the values for it."""
    between = Between(tuple([value is None for value in prefix]), len(after), len(before))
    known = tuple([value for value in prefix if value is not None])
    return count_text(index, between), (*known, *after, *before)


@cache
def insert_text(kind: type[Any]) -> str:
    """Insert a new record; the values are its fields in their order."""
    return compiled(insert(TABLES[kind]))


@cache
def upsert_text(kind: type[Any]) -> str:
    """Insert a record, or change the one with its key, when it is unknown which."""
    table = TABLES[kind]
    statement = insert_or_update(table)
    others = [name for name in SHAPES[kind].names if name not in kind.KEY]
    if not others:
        return compiled(statement.on_conflict_do_nothing(index_elements=list(kind.KEY)))
    changed = {name: statement.excluded[name] for name in others}
    return compiled(statement.on_conflict_do_update(index_elements=list(kind.KEY), set_=changed))


@cache
def update_text(kind: type[Any], positions: tuple[int, ...]) -> str:
    """Change some fields of a record; the values are those fields, then the key.

    Only what changed is named, because SQLite then leaves every other index alone.
    """
    table = TABLES[kind]
    names = SHAPES[kind].names
    statement = update(table).values({names[at]: _bind(f"new_{names[at]}") for at in positions})
    for name in kind.KEY:
        statement = statement.where(table.c[name] == _bind(f"key_{name}"))
    return compiled(statement)

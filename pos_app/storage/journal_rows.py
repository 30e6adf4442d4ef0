"""The journal's entries as the file holds them."""

from collections.abc import Iterator
from contextlib import closing

from sqlalchemy import Connection, select

from pos_app.journal.entry import Entry
from pos_app.storage.connections import driver_of
from pos_app.storage.schema import TABLES
from pos_app.storage.statements import compiled

_TABLE = TABLES[Entry]
# Without a limit: SQLite would prepare a statement anew each time its limit is bound.
_BACKWARD = compiled(select(*_TABLE.columns).order_by(_TABLE.c.number.desc()))
_FROM = select(*_TABLE.columns).order_by(_TABLE.c.number)


def last_entry(connection: Connection) -> Entry | None:
    """Return the head of the chain; None in a new file."""
    with closing(driver_of(connection).execute(_BACKWARD)) as rows:
        row = rows.fetchone()
    return None if row is None else Entry(*row)


def entries(connection: Connection, *, after: int = 0, until: int | None = None) -> Iterator[Entry]:
    """Read the entries behind a number, in order, as the file holds them."""
    query = _FROM.where(_TABLE.c.number > after)
    if until is not None:
        query = query.where(_TABLE.c.number <= until)
    result = connection.execution_options(yield_per=1000).execute(query)
    for row in result:
        yield Entry(*row)

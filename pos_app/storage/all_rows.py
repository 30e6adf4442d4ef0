"""Every row of a kind, for verifying; everything else reads by key or index."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from pos_app.domain.record import R
from pos_app.domain.transfer import Account
from pos_app.storage.schema import RECORDS, TABLES
from pos_app.storage.statements import select_all

RECORD_KINDS = RECORDS
"""Every kind of record that the file keeps, in the order of its tables."""


def account_numbers(connection: Connection) -> dict[str, int]:
    """Return the number under which the file knows each account."""
    accounts = TABLES[Account].c
    return dict(connection.execute(select(accounts.name, accounts.number)).all())


def stored_rows(connection: Connection, kind: type[R]) -> Iterator[R]:
    """Read all rows of a kind in key order, as the file has them now.

    Truths stay the 0 and 1 of the file, so that a 2 somebody wrote there is seen.
    """
    driver: Any = connection.connection.driver_connection
    made: Any = kind
    for row in driver.cursor().execute(select_all(made)):
        yield made(*row)

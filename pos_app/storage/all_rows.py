"""Every row of a kind, for verifying; everything else reads by key or index."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from pos_app.domain.record import R
from pos_app.storage.schema import RECORDS
from pos_app.storage.shelf import Shelf
from pos_app.storage.statements import select_all

RECORD_KINDS = RECORDS
"""Every kind of record that the file keeps, in the order of its tables."""


def stored_rows(connection: Connection, kind: type[R]) -> Iterator[R]:
    """Read all rows of a kind in key order, as the file has them now."""
    shelf = Shelf(kind)
    driver: Any = connection.connection.driver_connection
    for row in driver.cursor().execute(select_all(shelf.kind)):
        yield shelf.record_of(row)  # type: ignore[misc]  # the shelf reads this kind

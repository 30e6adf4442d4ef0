"""What was found sound once, kept so that a start need not look at it again."""

from collections.abc import Callable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pos_app.storage.schema import METADATA

_TABLE = METADATA.tables["snapshot_cache"]


class Snapshots:
    """The snapshots as one connection sees them."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def get(self, name: str) -> bytes | None:
        """Return a snapshot, or None where none was ever kept."""
        query = select(_TABLE.c.body).where(_TABLE.c.name == name)
        return self._connection.execute(query).scalar_one_or_none()

    def put(self, name: str, body: bytes) -> None:
        """Keep a snapshot, in place of the one before."""
        statement = insert(_TABLE).values(name=name, body=body)
        changed = {"body": statement.excluded.body}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_=changed)
        )
        self._touched(_TABLE.name)

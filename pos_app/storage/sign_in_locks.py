"""Failed tries to sign in, kept so that a restart does not forget them."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from pos_app.storage.schema import METADATA

_TABLE = METADATA.tables["sign_in_lock"]


@dataclass(frozen=True, slots=True)
class SignInLock:
    """How often a person's PIN was wrong in a row, and how long no try counts."""

    failures: int = 0
    waiting_ms: int = 0
    """Of time in which the program runs: the clock may be set while it does not."""


class SignInLocks:
    """The locks as one connection sees them."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def get(self, staff: int) -> SignInLock:
        """Return a person's lock; nothing wrong so far where there is none."""
        query = select(_TABLE.c.failures, _TABLE.c.waiting_ms).where(_TABLE.c.staff == staff)
        row = self._connection.execute(query).fetchone()
        return SignInLock() if row is None else SignInLock(row.failures, row.waiting_ms)

    def all(self) -> dict[int, SignInLock]:
        """Return every lock, by whose it is."""
        rows = self._connection.execute(select(*_TABLE.columns))
        return {row.staff: SignInLock(row.failures, row.waiting_ms) for row in rows}

    def put(self, staff: int, lock: SignInLock) -> None:
        """Keep a person's lock."""
        statement = insert(_TABLE).values(
            staff=staff, failures=lock.failures, waiting_ms=lock.waiting_ms
        )
        changed = {name: statement.excluded[name] for name in ("failures", "waiting_ms")}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["staff"], set_=changed)
        )
        self._touched(_TABLE.name)

    def remove(self, staff: int) -> None:
        """Forget what was wrong, after a right PIN."""
        self._connection.execute(delete(_TABLE).where(_TABLE.c.staff == staff))
        self._touched(_TABLE.name)

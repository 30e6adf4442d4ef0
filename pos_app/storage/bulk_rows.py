"""Many rows at once, straight into the file: large shops for `bench`.

No journal fact stands behind such rows, so `verify` would find every one of them. The
books balance all the same: accounts and flows are summed up from the transfers. Nothing
but `bench` and its tests may use this.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from pos_app.domain.flow import Flow, FlowTally
from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen
from pos_app.domain.picked import getter
from pos_app.domain.record import Record
from pos_app.domain.transfer import Account, Transfer
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.schema import SHAPES, TABLES
from pos_app.storage.statements import insert_text

_BATCH = 20_000
_IN_HASTE = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -262144",
)
_INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"


def write_past(folder: Path, records: Iterable[Record]) -> None:
    """Write records into the file of a shop that nobody has open.

    Each is new; transfers come in the sequence of their numbers, with names of accounts
    that need not exist yet. A power cut leaves a useless file.
    """
    with closing(connect(folder / FILE_NAME, "rw")) as connection:
        for pragma in _IN_HASTE:
            connection.execute(pragma)
        indexes = connection.execute(_INDEXES).fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        past = _Past(connection)
        for record in records:
            past.put(record)
        past.finish()
        # Sorted once at the end: kept up row by row they take several times as long.
        for _, sql in indexes:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


class _Past:
    """Rows on their way into the file, kind by kind."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._waiting: dict[Any, list[tuple[Any, ...]]] = {}
        self._row_of: dict[type[Record], Any] = {}
        self._tally = FlowTally()
        account = TABLES[Account].name
        kept = connection.execute(f"SELECT name, number, balance FROM {account}")  # noqa: S608
        self._accounts = {name: [number, balance] for name, number, balance in kept}

    def put(self, record: Record) -> None:
        """Take a record in; it is written with others of its kind."""
        kind = type(record)
        row_of = self._row_of.get(kind)
        if row_of is None:
            row_of = self._row_of[kind] = getter(SHAPES[kind].names)
            self._waiting[kind] = []
        row = row_of(record)
        if isinstance(record, Transfer):
            row = self._posted(record)
        waiting = self._waiting[kind]
        waiting.append(row)
        if len(waiting) == _BATCH:
            self._write(kind)

    def finish(self) -> None:
        """Write what waits, the balances of accounts and the flows of days."""
        for key, amount in self._tally.sums.items():
            self.put(Flow(*key, Fen(amount)))
        for kind in self._waiting:
            self._write(kind)
        self._connection.executemany(
            f"INSERT OR REPLACE INTO {TABLES[Account].name} (name, number, balance) "  # noqa: S608
            "VALUES (?, ?, ?)",
            [(name, *kept) for name, kept in self._accounts.items()],
        )

    def _posted(self, made: Transfer) -> tuple[Any, ...]:
        numbers = []
        for name, amount in ((made.debit, -made.amount), (made.credit, made.amount)):
            kept = self._accounts.setdefault(name, [len(self._accounts) + 1, 0])
            kept[1] += amount
            numbers.append(kept[0])
        day = business_day(made.effective_at)
        self._tally.add(
            day,
            made.debit,
            made.credit,
            amount=made.amount,
            why=made.why,
            program=made.program,
        )
        head = (made.number, made.entry, made.effective_at)
        tail = (made.amount, made.why, made.sale, made.funded_by, made.program)
        return (*head, *numbers, *tail)

    def _write(self, kind: Any) -> None:
        waiting = self._waiting[kind]
        self._connection.executemany(insert_text(kind), waiting)
        waiting.clear()

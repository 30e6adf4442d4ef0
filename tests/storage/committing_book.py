"""A book on the shop's file that can be committed between two calls."""

import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from pos_app.domain.moment import Instant
from pos_app.domain.record import Fields, Index, R, Record, Value, Values
from pos_app.engine.book import Payment
from pos_app.storage.reward_book import SqlBook
from pos_app.storage.unit_of_work import Storage, UnitOfWork, open_storage


class CommittingBook:
    """Hands every call to the book of the open unit of work."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._work: AbstractContextManager[UnitOfWork] = storage.write()
        self.inner: SqlBook = self._work.__enter__().book
        self.rows_read = 0

    def commit(self) -> None:
        """Commit what was done and go on in a new unit of work, at the same entry."""
        entry, at = self.inner.entry, self.inner.effective_at
        self.close()
        self._work = self._storage.write()
        self.inner = self._work.__enter__().book
        self.inner.open_entry(entry, at)

    def close(self) -> None:
        """Commit and go on no more."""
        self._work.__exit__(None, None, None)
        self.rows_read += self.inner.rows_read

    def get(self, kind: type[R], *key: Value) -> R | None:
        """As the open book."""
        return self.inner.get(kind, *key)

    def read_ahead(self, kind: type[Record], keys: Iterable[tuple[Value, ...]]) -> None:
        """As the open book."""
        self.inner.read_ahead(kind, keys)

    def values_of(
        self, kind: type[Record], fields: Fields, keys: Iterable[Values]
    ) -> dict[Values, Values]:
        """As the open book."""
        return self.inner.values_of(kind, fields, keys)

    def put(self, record: Record) -> None:
        """As the open book."""
        self.inner.put(record)

    def put_each(self, like: Record, fields: Fields, rows: Sequence[Values]) -> None:
        """As the open book."""
        self.inner.put_each(like, fields, rows)

    def change_each(self, kind: type[Record], fields: Fields, rows: Sequence[Values]) -> None:
        """As the open book."""
        self.inner.change_each(kind, fields, rows)

    def put_all(self, records: Collection[Record]) -> None:
        """As the open book."""
        self.inner.put_all(records)

    def scan(
        self, index: Index[R], *prefix: Value, after: tuple[Value, ...] = (), backward: bool = False
    ) -> Iterator[R]:
        """As the open book."""
        return self.inner.scan(index, *prefix, after=after, backward=backward)

    def read(
        self, index: Index[R], *prefix: Value, most: int, after: tuple[Value, ...] = ()
    ) -> list[R]:
        """As the open book."""
        return self.inner.read(index, *prefix, most=most, after=after)

    def values(
        self, index: Index[Any], *prefix: Value, fields: Fields, most: int, after: Values = ()
    ) -> list[Values]:
        """As the open book."""
        return self.inner.values(index, *prefix, fields=fields, most=most, after=after)

    def count(
        self,
        index: Index[R],
        *prefix: Value,
        after: tuple[Value, ...] = (),
        before: tuple[Value, ...] = (),
    ) -> int:
        """As the open book."""
        return self.inner.count(index, *prefix, after=after, before=before)

    def lighten(self) -> None:
        """As the open book."""
        self.inner.lighten()

    def last_number(self, kind: type[Record]) -> int:
        """As the open book."""
        return self.inner.last_number(kind)

    def balance(self, account: str) -> int:
        """As the open book."""
        return self.inner.balance(account)

    def post(
        self,
        debit: str,
        credit: str,
        amount: int,
        *,
        why: str,
        sale: int | None = None,
        funded_by: int | None = None,
        program: int | None = None,
    ) -> None:
        """As the open book."""
        self.inner.post(
            debit, credit, amount, why=why, sale=sale, funded_by=funded_by, program=program
        )

    def post_each(
        self, debit: str, purse: str, payments: Sequence[Payment], *, why: str, program: int
    ) -> None:
        """As the open book."""
        self.inner.post_each(debit, purse, payments, why=why, program=program)

    @property
    def effective_at(self) -> Instant:
        """As the open book."""
        return self.inner.effective_at

    def date_at(self, at: Instant) -> None:
        """As the open book."""
        self.inner.date_at(at)

    def open_entry(self, number: int, at: Instant) -> None:
        """As the open book."""
        self.inner.open_entry(number, at)


@contextmanager
def book_on_file(empty_file: Path) -> Iterator[CommittingBook]:
    """A book on a file of its own; whoever asks for it closes it."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(empty_file, place)
        storage = open_storage(Path(place))
        yield CommittingBook(storage)
        storage.close()

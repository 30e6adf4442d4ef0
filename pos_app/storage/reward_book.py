"""`SqlBook`: the shop's file as a book; one for each unit of work or short look.

Reads go to the file when they are asked for and are remembered; writes stay in memory
until `flush`, which writes each row once; whole lists are written when they are told. The
same mechanisms run on it as on the book in memory, and both must come to the same.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from typing_extensions import override

from pos_app.domain.flow import Flow
from pos_app.domain.moment import Day
from pos_app.domain.picked import getter
from pos_app.domain.record import Fields, Index, R, Record, Value, Values
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.book import day_of
from pos_app.storage.merged_scan import count_moved, merged
from pos_app.storage.postings import Postings
from pos_app.storage.row_writing import insert_like, update_each, write_rows
from pos_app.storage.rows_together import read_values
from pos_app.storage.schema import RECORDS
from pos_app.storage.shelf import Key, Row, Shelf
from pos_app.storage.statements import (
    asked_of,
    counted_of,
    select_all,
    select_last,
    select_many,
    select_one,
)

_MOVED_BY_POST = (Transfer, Account)


def _nothing() -> None:
    """Nobody wants to know."""


class SqlBook(Postings):
    """A `Book` on one open connection; what is put is not written before `flush`."""

    def __init__(self, driver_connection: Any, *, writable: bool = True) -> None:
        super().__init__(driver_connection, writable=writable)
        self.rows_read = 0
        """Rows of records fetched from the file, for tests of what a settlement may read."""
        self.before_writing: Callable[[], None] = _nothing
        """Called before each flush, with all that is about to be written still at hand."""
        self.lightened: Callable[[], None] = _nothing
        """Called each time a long piece of work has written a part of itself."""
        self.has_written = False
        """Whether a long piece of work is in the file in part, though not yet kept."""
        self._shelves: dict[type[Record], Shelf] = {}
        self._touched: set[str] = set()
        self._open: set[Any] = set()

    def get(self, kind: type[R], *key: Value) -> R | None:
        """Return the record with this key, as last put, or None."""
        shelf = self._shelves.get(kind) or self._shelf(kind)
        found: Any = shelf.changed.get(key)
        if found is None:
            found = shelf.found[key] if key in shelf.found else self._look_up(shelf, key)
        return found  # type: ignore[no-any-return]  # the shelf holds this kind only

    def read_ahead(self, kind: type[Record], keys: Iterable[tuple[Value, ...]]) -> None:
        """Look records up at one go, as `Book.read_ahead` says."""
        shelf = self._shelf(kind)
        unknown = [key for key in keys if key not in shelf.changed and key not in shelf.found]
        found = self._driver.execute(select_many(shelf.kind), (json.dumps(unknown),)).fetchall()
        self.rows_read += len(found)
        for row in found:
            shelf.keep(row)
        for key in unknown:
            shelf.found.setdefault(key)

    def values_of(
        self, kind: type[Record], fields: Fields, keys: Iterable[Values]
    ) -> dict[Values, Values]:
        """Return fields of the records that there are, as `Book.values_of` says."""
        shelf = self._shelf(kind)
        changed, asked = shelf.changed, list(keys)
        found: dict[Values, Values] = read_values(self._driver, kind, fields, keys=asked)
        self.rows_read += len(found)
        if changed:
            pick = getter(fields)
            found.update({key: pick(changed[key]) for key in asked if key in changed})
        return found

    def put(self, record: Record) -> None:
        """Keep a record to be written at the end; books move by `post` alone."""
        self._taking(type(record)).put(record)

    def put_all(self, records: Collection[Record]) -> None:
        """Keep many records of one kind, as `Book.put_all` says."""
        for first in islice(records, 1):
            self._taking(type(first)).put_all(records)

    def put_each(self, like: Record, fields: Fields, rows: Sequence[Values]) -> None:
        """Write new records at once, as `Book.put_each` says."""
        if not rows:
            return
        self._taking(type(like))
        self._leave_to_the_file(type(like))
        insert_like(self._driver, like, fields=fields, rows=rows)

    def change_each(self, kind: type[Record], fields: Fields, rows: Sequence[Values]) -> None:
        """Change records in the file at once, as `Book.change_each` says."""
        if not rows:
            return
        self._taking(kind)
        self._leave_to_the_file(kind)
        update_each(self._driver, kind, fields=fields, rows=rows)

    def scan(
        self, index: Index[R], *prefix: Value, after: tuple[Value, ...] = (), backward: bool = False
    ) -> Iterator[R]:
        """Read records in the order of an index, as `Book.scan` says."""
        shelf = self._shelf(index.record)
        rows = self._rows(*asked_of(index, prefix, after=after, backward=backward))
        if not self._writable:
            return (shelf.record_of(row) for row in rows)  # type: ignore[misc]  # as above
        return merged(shelf, index, rows, prefix=prefix, after=after, backward=backward)

    def read(
        self, index: Index[R], *prefix: Value, most: int, after: tuple[Value, ...] = ()
    ) -> list[R]:
        """Read at most so many records at one go, as `Book.read` says."""
        shelf = self._shelf(index.record)
        if shelf.changed or not self._writable:
            return list(islice(self.scan(index, *prefix, after=after), most))
        cursor = self._driver.execute(*asked_of(index, prefix, after=after, backward=False))
        rows = cursor.fetchmany(most)
        cursor.close()
        self.rows_read += len(rows)
        found: Any = [shelf.keep(row) for row in rows]
        return found  # type: ignore[no-any-return]  # as above

    def values(
        self, index: Index[Any], *prefix: Value, fields: Fields, most: int, after: Values = ()
    ) -> list[Values]:
        """Read fields of at most so many records at one go, as `Book.values` says."""
        if self._shelf(index.record).changed or not self._writable:
            return [*map(getter(fields), self.read(index, *prefix, most=most, after=after))]
        asked = asked_of(index, prefix, after=after, backward=False, fields=fields)
        cursor = self._driver.execute(*asked)
        rows: list[Values] = cursor.fetchmany(most)
        cursor.close()
        self.rows_read += len(rows)
        return rows

    def count(
        self,
        index: Index[R],
        *prefix: Value,
        after: tuple[Value, ...] = (),
        before: tuple[Value, ...] = (),
    ) -> int:
        """Count records strictly between two places of an index, as `Book.count` says."""
        shelf = self._shelf(index.record)
        counted = counted_of(index, prefix, after=after, before=before)
        stored: int = self._driver.execute(*counted).fetchone()[0]
        if not shelf.changed:
            return stored
        for key in shelf.changed:
            if key not in shelf.found:
                self._look_up(shelf, key)
        return stored + count_moved(shelf, index, prefix, after=after, before=before)

    def last_number(self, kind: type[Record]) -> int:
        """Return the largest key of a kind keyed by one number, or 0."""
        shelf = self._shelf(kind)
        if shelf.last_number is None:
            text = select_last(shelf.kind)
            shelf.last_number = self._driver.execute(text).fetchone()[0] or 0
        return max(shelf.last_number, max((key[0] for key in shelf.changed), default=0))

    def records(self, kind: type[R]) -> Iterator[R]:
        """Read every record of a kind as the file has it, in the order of its key."""
        shelf = self._shelf(kind)
        return (shelf.record_of(row) for row in self._rows(select_all(shelf.kind), ()))  # type: ignore[misc]

    def changed(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind that this unit of work has put."""
        shelf = self._shelves.get(kind)
        return () if shelf is None else tuple(shelf.changed.values())  # type: ignore[arg-type]

    def changes(self, kind: type[R]) -> tuple[tuple[R | None, R], ...]:
        """Return the same with what each was before, where that was looked up."""
        shelf = self._shelves.get(kind)
        if shelf is None:
            return ()
        return tuple((shelf.found.get(key), record) for key, record in shelf.changed.items())  # type: ignore[misc]

    def flush(self) -> set[str]:
        """Write everything that changed, each row once; returns all tables written to."""
        self.before_writing()
        self.close()
        touched = self._touched
        if self._transfers.write_flows():
            touched.add(Flow.TABLE)
        numbers = self._accounts.flush()
        if numbers:
            touched.add(Account.TABLE)
        for kind in RECORDS:
            shelf = self._shelves.get(kind)
            if shelf and kind is not Transfer and write_rows(self._driver, shelf):
                touched.add(kind.TABLE)
        if self._transfers.write(numbers):
            touched.add(Transfer.TABLE)
        return touched

    def lighten(self) -> None:
        """Write what was put and forget what was read, as `Book.lighten` says.

        A scan that is open would lose its place: that is a bug and stops.
        """
        self._write_all()
        self.has_written = True
        self.lightened()

    def _write_all(self) -> None:
        if self._open:
            raise RuntimeError("a book is lightened while it is read along an index")
        self.flush()
        self._shelves.clear()
        self._start_posting()

    @override
    def _leave_to_the_file(self, *kinds: type[Record]) -> None:
        if self._open or self._transfers.posted or any(self.changed(kind) for kind in kinds):
            self._write_all()
        for kind in kinds:
            self._shelves.pop(kind, None)
            self._touched.add(kind.TABLE)

    def close(self) -> None:
        """End every scan that was not read to its end; the file is held no longer."""
        for cursor in self._open:
            cursor.close()
        self._open.clear()

    def _shelf(self, kind: type[Record]) -> Shelf:
        shelf = self._shelves.get(kind)
        if shelf is None:
            takes = self._writable and kind not in _MOVED_BY_POST
            shelf = self._shelves[kind] = Shelf(kind, takes=takes)
            if kind is Transfer:
                for transfer in self._transfers.records():
                    shelf.put(transfer)
        return shelf

    def _taking(self, kind: type[Record]) -> Shelf:
        shelf = self._shelves.get(kind) or self._shelf(kind)
        if not shelf.takes:
            self._must_write()
            raise TypeError("the books move by post alone")
        return shelf

    @override
    def _effective_day(self) -> Day:
        self._day = day_of(self)
        return self._day

    @override
    def _keep_posted(self, first: int) -> None:
        shelf = self._shelves.get(Transfer)
        if shelf is not None:
            for transfer in self._transfers.records(first):
                shelf.put(transfer)

    def _look_up(self, shelf: Shelf, key: Key) -> Record | None:
        if shelf.kind is Account:
            (name,) = key
            used = self._accounts.is_used(name)
            return Account(name, self._accounts.balance(name)) if used else None
        row = self._driver.execute(select_one(shelf.kind), key).fetchone()
        if row is None:
            shelf.found[key] = None
            return None
        self.rows_read += 1
        return shelf.keep(row)

    def _rows(self, text: str, values: Row) -> Iterator[Row]:
        # A cursor reads on from where it stands, a row for each step: nothing is written
        # to the file before the flush, so that it cannot lose its place.
        cursor = self._driver.execute(text, values)
        self._open.add(cursor)
        try:
            for row in cursor:
                self.rows_read += 1
                yield row
        finally:
            # A scan may outlive its book, which has then closed the cursor already.
            if cursor in self._open:
                self._open.remove(cursor)
                cursor.close()

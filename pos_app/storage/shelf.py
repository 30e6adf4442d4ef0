"""What one unit of work knows of one kind of record: read and changed.

Changes stay here until the end of the work, so that the file is written once; an order
of the changed records is kept for each index that is being scanned.
"""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, NamedTuple

from sortedcontainers import SortedList

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.picked import getter, picker
from pos_app.domain.record import Index, Record
from pos_app.storage.record_tables import sequence_of
from pos_app.storage.schema import SHAPES

Key = tuple[Any, ...]
Row = tuple[Any, ...]


class _AboveAll:
    """Greater than every value, to end a range with."""

    def __lt__(self, other: object) -> bool:
        return False

    def __gt__(self, other: object) -> bool:
        return True


class _Before:
    """Less than one place and greater than all below it, to begin a range with."""

    def __init__(self, place: Key) -> None:
        self._place = place

    def __lt__(self, other: Any) -> bool:
        return bool(self._place <= other)

    def __gt__(self, other: Any) -> bool:
        return bool(self._place > other)


ABOVE_ALL = _AboveAll()


def start_at(place: Key) -> Any:
    """Return where to start so that what stands at the place itself comes first."""
    return _Before(place)


class Overlay:
    """Changed records in the order of one index, those that stand in it."""

    def __init__(self, index: Index[Any], changed: dict[Key, Record]) -> None:
        shape = SHAPES[index.record]
        self._changed = changed
        self._waiting: dict[Key, None] = dict.fromkeys(changed)
        self._where = index.where
        names = sequence_of(index)
        self._values = getter(names)
        self._nullable = any(shape.field(name).nullable for name in names)
        # The key stands in every order, but not always last.
        self._key = picker(tuple(names.index(name) for name in index.record.KEY))
        self._sorted: SortedList[Any] = SortedList()
        self._places: dict[Key, Key] = {}

    def place_of(self, record: Record) -> Key:
        """Return where a record stands, as something that sorts; None sorts first."""
        return self.sortable(self._values(record))

    def sortable(self, values: tuple[Any, ...]) -> Key:
        """Return values of the order's first fields as something that sorts."""
        if not self._nullable:
            return values
        return tuple([(value is not None, value) for value in values])

    def put(self, key: Key) -> None:
        """Note that a record was changed; it is sorted in when the order is asked for."""
        self._waiting[key] = None

    def catch_up(self) -> None:
        """Sort in what was put: most that a sale changes is never scanned again."""
        for key in self._waiting:
            self._sort_in(key, self._changed[key])
        self._waiting.clear()

    def _sort_in(self, key: Key, record: Record) -> None:
        before = self._places.pop(key, None)
        if before is not None:
            self._sorted.remove(before)
        if all(where.holds(record) for where in self._where):
            place = self.place_of(record)
            self._places[key] = place
            self._sorted.add(place)

    def key_at(self, place: Key) -> Key:
        """Return the key of the record that stands at a place."""
        found: Key = self._key(place)
        return tuple(value for _, value in found) if self._nullable else found

    def next_behind(self, place: Key) -> Key | None:
        """Return the first place behind this one."""
        at = self._sorted.bisect_right(place)
        return self._sorted[at] if at < len(self._sorted) else None

    def last_before(self, place: Key) -> Key | None:
        """Return the last place before this one."""
        at = self._sorted.bisect_left(place)
        return self._sorted[at - 1] if at else None


class _Form(NamedTuple):
    """How records of one kind are made and taken apart."""

    bools: tuple[int, ...]
    make: Callable[..., Record]
    key_of_record: Callable[[Record], Key]
    row_of: Callable[[Record], Row]
    key_of_row: Callable[[Row], Key]


@cache
def _form_of(kind: Any) -> _Form:
    shape = SHAPES[kind]
    return _Form(
        shape.bool_positions,
        made_quickly(kind),
        getter(kind.KEY),
        getter(shape.names),
        picker(shape.key_positions),
    )


class Shelf:
    """Records of one kind within one unit of work."""

    def __init__(self, kind: Any, *, takes: bool) -> None:
        self.kind = kind
        form = _form_of(kind)
        self.bools, self._make, self.key_of_record, self.row_of, self.key_of_row = form
        self.takes = takes
        """Whether records may be put; books that only look take none."""
        self.found: dict[Key, Record | None] = {}
        """As the file has it; None where it was looked for in vain."""
        self.last_number: int | None = None
        """The largest key in the file, once it was asked for."""
        self.changed: dict[Key, Record] = {}
        """As it shall be written."""
        self.overlays: dict[Index[Any], Overlay] = {}

    def record_of(self, row: Row) -> Record:
        """Return the record that a row of the file holds."""
        if self.bools:
            values = list(row)
            for at in self.bools:
                values[at] = bool(values[at])
            row = tuple(values)
        return self._make(*row)

    def keep(self, row: Row) -> Record:
        """Return the record of a row that was read, the same object each time."""
        key = self.key_of_row(row)
        kept = self.found.get(key)
        if kept is None:
            kept = self.found[key] = self.record_of(row) if self.bools else self._make(*row)
        return kept

    def put(self, record: Record) -> None:
        """Keep a record to be written at the end.

        A record of an append-only kind is written once; again is a bug and stops.
        """
        key = self.key_of_record(record)
        if self.kind.APPEND_ONLY and (key in self.changed or self.found.get(key) is not None):
            raise ValueError(f"{self.kind.TABLE} {key} is append-only and was written before")
        self.changed[key] = record
        for overlay in self.overlays.values():
            overlay.put(key)

    def put_all(self, records: Collection[Record]) -> None:
        """Keep many records at one go; the same as putting each."""
        if self.kind.APPEND_ONLY or self.overlays:
            for record in records:
                self.put(record)
        else:
            self.changed.update(zip(map(self.key_of_record, records), records, strict=True))

    def overlay(self, index: Index[Any]) -> Overlay:
        """Return the order of the changed records, told of changes from now on."""
        overlay = self.overlays.get(index)
        if overlay is None:
            overlay = self.overlays[index] = Overlay(index, self.changed)
        return overlay

"""Records of one kind in memory, by key and along indexes; see `memory_book`."""

from copy import copy
from typing import Any

from sortedcontainers import SortedDict

from pos_app.domain.picked import getter
from pos_app.domain.record import Index, Record

Position = tuple[Any, ...]


class _Before:
    """Stands before every value: where None sorts, as in SQL."""

    def __lt__(self, other: object) -> bool:
        return other is not self

    def __gt__(self, other: object) -> bool:
        return False


class _Behind:
    """Stands behind every value: the end of a prefix."""

    def __lt__(self, other: object) -> bool:
        return False

    def __gt__(self, other: object) -> bool:
        return other is not self


BEFORE = _Before()
BEHIND = _Behind()


def sortable(values: Position) -> Position:
    """The values as they compare with others: None stands first."""
    if None in values:
        return tuple(BEFORE if value is None else value for value in values)
    return values


class Ordered:
    """One index: positions in order, each naming the key of a record."""

    def __init__(self, index: Index[Any]) -> None:
        self.fields = {*index.fields, *(condition.field for condition in index.where)}
        """Whatever decides where a record stands."""
        self._where = index.where
        self._values = getter(index.fields)
        self.keys: SortedDict[Position, Position] = SortedDict()

    def position(self, record: Record) -> Position | None:
        """Where the record stands, or None when it does not meet the condition."""
        for condition in self._where:
            if not condition.holds(record):
                return None
        return sortable(self._values(record))

    def move(self, new: Record, *, old: Record | None, key: Position) -> None:
        """Take the record from its old place to its new one."""
        now = self.position(new)
        if old is not None:
            was = self.position(old)
            if was == now:
                return
            if was is not None:
                del self.keys[was]
        if now is not None:
            self.keys[now] = key

    def fork(self) -> "Ordered":
        """A second one that stands as this one does."""
        twin = copy(self)
        twin.keys = self.keys.copy()
        return twin


class Shelf:
    """All records of one kind; an index is built when it is first read."""

    def __init__(self, kind: type[Record]) -> None:
        self.append_only = kind.APPEND_ONLY
        self.key_of = getter(kind.KEY)
        self.records: dict[Position, Record] = {}
        self.numbered = len(kind.KEY) == 1
        self.last_number = 0
        self.indexes: dict[str, Ordered] = {}
        self._placed_by = getter(kind.KEY)
        """All that decides where a record stands in any index."""

    def put(self, record: Record) -> None:
        """Keep a record; an append-only one written twice is a bug and stops."""
        key = self.key_of(record)
        old = self.records.get(key)
        if old is not None and self.append_only:
            message = f"{type(record).__name__} {key} is never written twice"
            raise ValueError(message)
        self.records[key] = record
        if old is None and self.numbered and isinstance(key[0], int):
            self.last_number = max(self.last_number, key[0])
        # Most changes are of amounts, which no index knows.
        if old is not None and self._placed_by(old) == self._placed_by(record):
            return
        for ordered in self.indexes.values():
            ordered.move(record, old=old, key=key)

    def remove(self, record: Record) -> None:
        """Forget the record with this one's key, where there is one."""
        key = self.key_of(record)
        old = self.records.pop(key, None)
        if old is not None:
            for ordered in self.indexes.values():
                position = ordered.position(old)
                if position is not None:
                    del ordered.keys[position]

    def fork(self) -> "Shelf":
        """A second one with the same records, which are never changed themselves."""
        twin = copy(self)
        twin.records = dict(self.records)
        twin.indexes = {name: ordered.fork() for name, ordered in self.indexes.items()}
        return twin

    def ordered(self, index: Index[Any]) -> Ordered:
        """One of the indexes, built when it is first asked for."""
        found = self.indexes.get(index.name)
        if found is None:
            found = self.indexes[index.name] = Ordered(index)
            for key, record in self.records.items():
                position = found.position(record)
                if position is not None:
                    found.keys[position] = key
            fields = {name for each in self.indexes.values() for name in each.fields}
            self._placed_by = getter(tuple(sorted(fields)))
        return found

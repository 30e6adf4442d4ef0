"""What a stored value is: a frozen dataclass with a table, a key and indexes.

A `Record` is written whole and read whole, by its key or in the order of one of its
indexes. The same classes are rows of the shop's file and entries of a book in memory,
so that the two can be compared field by field.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Generic, TypeVar

Value = int | str | bytes | None
Values = tuple[Value, ...]
"""Of a key, or of fields that a caller names."""
Fields = tuple[str, ...]
"""The names of fields."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition that a record must meet to stand in an index.

    `op` is "=" (equal) or ">" (above); the value is a number or a text.
    """

    field: str
    op: str
    value: int | str

    def holds(self, record: object) -> bool:
        """Whether the record stands in the index."""
        found = getattr(record, self.field)
        return bool(found == self.value if self.op == "=" else found > self.value)


class Record:
    """A value kept by the shop; subclasses are frozen dataclasses of flat fields.

    Fields are int, str, bool, bytes or one of those or None. A new value with the same
    key replaces the old one, unless `APPEND_ONLY`: then it may be written once.
    """

    __slots__ = ()
    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]
    APPEND_ONLY: ClassVar[bool] = False
    SECRET: ClassVar[tuple[str, ...]] = ()
    """Fields that enter the journal as SHA-256 only and are compared by it."""

    def digest_of(self, field: str) -> str:
        """What the journal keeps of a secret text."""
        return sha256(getattr(self, field).encode()).hexdigest()


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, eq=False)
class Index(Generic[R]):
    """An order in which records of one kind can be read, forward or backward.

    The fields must make the order total. Named once below its record, e.g.
    `ACTIVE_TICKETS = Index(Ticket, "active", ("queue", "seq"), (Where("state", "=", ACTIVE),))`;
    a `where` keeps an index small: only the records that meet it stand in it. An index of
    exactly the key's fields is the key itself: a book keeps nothing extra for it.
    Equal to itself alone: a sale looks indexes up too often to compare their fields.
    """

    record: type[R]
    name: str
    fields: tuple[str, ...]
    where: tuple[Where, ...] = ()

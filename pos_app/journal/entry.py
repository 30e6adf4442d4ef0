"""One journal entry: who, when, what, chained to the one before."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.record import Index, Record

GENESIS = bytes(32)
"""What stands before the first entry's hash."""


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """A row of the journal; the bytes hold everything, the columns are for finding.

    `body` is RFC 8785 JSON of {"at", "fact", "kind", "number", "staff"}; `digest` is
    SHA-256 over the digest before and the body.
    """

    TABLE: ClassVar[str] = "journal_entry"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    APPEND_ONLY: ClassVar[bool] = True

    number: int
    at: Instant
    staff: int
    """0 is the shop itself."""
    kind: str
    body: bytes
    digest: bytes


ENTRIES_OF_KIND = Index(Entry, "of_kind", ("kind", "number"))

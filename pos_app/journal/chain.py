"""The chain of the journal: each entry's digest is taken over the one before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from pos_app.domain.moment import Instant
from pos_app.journal.canonical import Told, Unreadable, canonical_bytes, read_canonical
from pos_app.journal.entry import GENESIS, Entry
from pos_app.journal.facts import Fact


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """The first entry that does not fit the chain, and the column that shows it."""

    number: int
    column: str
    """`number` where an entry is missing or stands under another number."""


def digest_over(previous: bytes, body: bytes) -> bytes:
    """Return SHA-256 over the digest before and the bytes of the entry."""
    return sha256(previous + body).digest()


def next_entry(fact: Fact, *, after: Entry | None, staff: int, at: Instant) -> Entry:
    """Return the entry that keeps the fact behind the last one."""
    number = 1 if after is None else after.number + 1
    previous = GENESIS if after is None else after.digest
    body = canonical_bytes(fact, number=number, at=at, staff=staff)
    digest = digest_over(previous, body)
    return Entry(number=number, at=at, staff=staff, kind=fact.KIND, body=body, digest=digest)


def first_broken(entries: Iterable[Entry], *, after: Entry | None = None) -> BrokenEntry | None:
    """Check a run of entries behind one already checked; None when all of it fits.

    Every column must be what the bytes say, so that a changed column is named even
    where the bytes were left alone.
    """
    number = 0 if after is None else after.number
    previous = GENESIS if after is None else after.digest
    run = iter(entries)
    for entry in run:
        number += 1
        if entry.number != number:
            return _moved(number, entry, run)
        column = _wrong_column(entry, previous, run)
        if column is not None:
            return BrokenEntry(number=number, column=column)
        previous = entry.digest
    return None


def _moved(missing: int, entry: Entry, run: Iterator[Entry]) -> BrokenEntry:
    """Name the entry that stands under another number, or else the one that is gone."""
    for each in (entry, *run):
        told = _told(each)
        if told is not None and told.number == missing:
            return BrokenEntry(number=each.number, column="number")
    return BrokenEntry(number=missing, column="number")


def _wrong_column(entry: Entry, previous: bytes, run: Iterator[Entry]) -> str | None:
    told = _told(entry)
    if told is None or told.number != entry.number:
        return "body"
    expected = digest_over(previous, entry.body)
    if expected != entry.digest:
        # Where the next entry was hashed over what this one's digest should be, the
        # digest was changed; where it was not, the bytes were.
        following = next(run, None)
        kept = following is None or digest_over(expected, following.body) == following.digest
        return "digest" if kept else "body"
    return _column_unlike(entry, told)


def _column_unlike(entry: Entry, told: Told) -> str | None:
    said = {"at": told.at, "staff": told.staff, "kind": told.fact.KIND}
    return next((name for name, value in said.items() if getattr(entry, name) != value), None)


def _told(entry: Entry) -> Told | None:
    try:
        return read_canonical(entry.body)
    except Unreadable:
        return None

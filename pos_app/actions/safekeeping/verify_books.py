"""Whether the file says what the journal says: chain, rebuild, comparison, audit.

Everything is rebuilt from the journal's bytes alone on a book in memory, by the code
that wrote it first; then each row of each table is compared with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from pos_app.actions.books.post_entry import post_entry
from pos_app.actions.safekeeping.back_up import backups_in
from pos_app.actions.safekeeping.known_ends import lost_ends
from pos_app.domain.record import Record
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.memory_book import MemoryBook
from pos_app.journal.canonical import Unreadable, read_canonical
from pos_app.journal.chain import first_broken
from pos_app.journal.entry import Entry
from pos_app.ledger.audit import audit_balances
from pos_app.storage.all_rows import RECORD_KINDS, account_numbers, stored_rows
from pos_app.storage.journal_rows import entries
from pos_app.storage.unit_of_work import Look, Storage

_MOST_TO_COMPARE = 1000
"""Where more rows are missing, nobody has changed a key."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the journal says: where, and what was found instead."""

    table: str
    row: str
    """The key, its parts joined by "/"."""
    column: str
    """Empty when the whole row is missing or too much."""
    expected: str
    found: str


def verify_books(storage: Storage) -> list[Finding]:
    """Check chain, books and every row against a replay of the journal.

    Tables beside the journal (settings, print jobs, search, drafts, locks, caches) are
    left out. An empty answer means that all of it fits.
    """
    with storage.read() as view:
        broken = first_broken(entries(view.connection))
        if broken is not None:
            return [Finding("journal_entry", str(broken.number), broken.column, "", "")]
        book = MemoryBook()
        stopped = _rebuild(book, view)
        found = stopped + [
            finding for kind in RECORD_KINDS for finding in _compare(book, view, kind)
        ]
        found += [*_misnumbered(book, view), *_cut_off(storage, view)]
        balances = {row.name: row.balance for row in book.records(Account)}
    audited = audit_balances(balances)
    return found + [
        Finding("account", each.account, each.rule, "0", str(each.difference)) for each in audited
    ]


def _rebuild(book: MemoryBook, view: Look) -> list[Finding]:
    """Replay the journal; an entry that cannot be booked stops it and is named."""
    for entry in entries(view.connection):
        try:
            _post(book, entry)
        except (LookupError, ValueError, Unreadable) as failure:
            return [Finding("journal_entry", str(entry.number), "body", "", repr(failure))]
    return []


def _post(book: MemoryBook, entry: Entry) -> None:
    told = read_canonical(entry.body)
    book.put(entry)
    post_entry(book, entry, told.fact)


def _compare(book: MemoryBook, view: Look, kind: type[Record]) -> Iterator[Finding]:
    expected = {_key_of(kind, record): record for record in book.records(kind)}
    extra: list[Record] = []
    for record in stored_rows(view.connection, kind):
        key = _key_of(kind, record)
        right = expected.pop(key, None)
        if right is None:
            extra.append(record)
        elif right != record:
            yield from _unlike(kind, right, record)
    for record in extra:
        moved = _with_another_key(kind, list(expected.values()), record)
        if moved is None:
            yield Finding(kind.TABLE, _key_of(kind, record), "", "", repr(record))
        else:
            del expected[_key_of(kind, moved)]
            yield from _unlike(kind, moved, record)
    for key, missing in expected.items():
        yield Finding(kind.TABLE, key, "", repr(missing), "")


def _unlike(kind: type[Record], right: Record, record: Record) -> Iterator[Finding]:
    """Name each column of a row that is not as it should be."""
    for each in fields(record):  # type: ignore[arg-type]  # every record is a dataclass
        should, does = getattr(right, each.name), getattr(record, each.name)
        if each.name in kind.SECRET and isinstance(does, str):
            does = record.digest_of(each.name)
        if should != does:
            yield Finding(kind.TABLE, _key_of(kind, right), each.name, repr(should), repr(does))


def _with_another_key(kind: type[Record], missing: list[Record], record: Record) -> Record | None:
    """The one missing row that this one would be, but for its key."""
    if len(missing) > _MOST_TO_COMPARE:
        return None
    return next(
        (
            right
            for right in missing
            if all(finding.column in kind.KEY for finding in _unlike(kind, right, record))
        ),
        None,
    )


def _misnumbered(book: MemoryBook, view: Look) -> Iterator[Finding]:
    """The file numbers accounts as transfers first touch them, debit before credit."""
    expected: dict[str, int] = {}
    for transfer in book.records(Transfer):
        for name in (transfer.debit, transfer.credit):
            expected.setdefault(name, len(expected) + 1)
    for name, number in account_numbers(view.connection).items():
        if expected.get(name, number) != number:
            yield Finding(Account.TABLE, name, "number", str(expected[name]), str(number))


def _cut_off(storage: Storage, view: Look) -> Iterator[Finding]:
    """Entries that something beside the journal knows, and the journal does not."""
    for end in lost_ends(storage, view, backups=backups_in(storage.path.parent)):
        entry = view.get(Entry, end.number)
        column, found = ("", "") if entry is None else ("digest", entry.digest.hex())
        yield Finding(Entry.TABLE, str(end.number), column, end.digest.hex(), found)


def _key_of(kind: type[Record], record: Record) -> str:
    return "/".join(str(getattr(record, name)) for name in kind.KEY)

"""Whether the balances are what the transfers make them: at the start, and whole.

At each shift close what was sound is kept as a snapshot. A start looks only at what came
after it; the whole is looked at on the worker, after the first paint (design.md section
3). Everything is rebuilt and compared by `verify_books`.
"""

import json
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from pos_app.domain.transfer import TRANSFERS, Account
from pos_app.engine.book import Book
from pos_app.journal.canonical import canonical_json
from pos_app.journal.chain import digest_over, first_broken
from pos_app.journal.entry import GENESIS, Entry
from pos_app.ledger import chart
from pos_app.ledger.audit import CUSTOMER_DUE, AuditFinding, audit_balances
from pos_app.shop import Shop
from pos_app.storage.account_sums import account_sums
from pos_app.storage.end_mark import KnownEnd
from pos_app.storage.journal_rows import entries
from pos_app.storage.unit_of_work import Look, UnitOfWork

_BOOKS = "books"
CHAIN = "journal"
"""The rule of a finding about an entry: its difference is the entry's number."""
CUT_OFF = "end"
"""The rule of a finding about entries that are gone: its difference is the last number."""
_DRIFT = "balance"


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The books as they were found sound last."""

    entry: int
    transfer: int
    """The last number of each."""
    digest: str
    """Of that entry."""
    balances: dict[str, int]


def audit_books(shop: Shop) -> tuple[AuditFinding, ...]:
    """Add up every transfer and compare all balances; follow the whole chain.

    Reads on while the till sells. An empty answer means that the books are sound.
    """
    with shop.storage.read() as seen:
        return audit_records(seen)


def audit_records(seen: Look) -> tuple[AuditFinding, ...]:
    """Do the same for records that are open to be read, a backup's for instance."""
    sums = account_sums(seen.connection)
    balances = _balances(seen)
    broken = _broken_link(seen)
    found = [
        AuditFinding(_DRIFT, name, balances.get(name, 0) - sums.get(name, 0))
        for name in sorted({*sums, *balances})
        if balances.get(name, 0) != sums.get(name, 0)
    ]
    return (*found, *broken, *audit_balances(balances))


def _broken_link(seen: Look) -> tuple[AuditFinding, ...]:
    """The first entry that is not hashed over the one before."""
    previous = GENESIS
    for entry in entries(seen.connection):
        if digest_over(previous, entry.body) != entry.digest:
            return (AuditFinding(CHAIN, "digest", entry.number),)
        previous = entry.digest
    return ()


def audit_changes(shop: Shop) -> tuple[AuditFinding, ...]:
    """Compare what changed since the last snapshot; nothing where there is none yet."""
    with shop.storage.read() as seen:
        snapshot = _kept(seen)
        if snapshot is None:
            return ()
        owed = seen.book.balance(chart.DUE)
        due = (AuditFinding(CUSTOMER_DUE, chart.DUE, owed),) if owed else ()
        return (*_changed(seen, snapshot), *due)


def end_of_last_close(seen: Look) -> KnownEnd | None:
    """Return where the journal ended at the last sound close of a shift."""
    snapshot = _kept(seen)
    if snapshot is None or not snapshot.entry:
        return None
    try:
        return KnownEnd(snapshot.entry, bytes.fromhex(snapshot.digest))
    except (ValueError, TypeError):
        # A spoilt cache tells nothing.
        return None


def take_snapshot(shop: Shop) -> tuple[AuditFinding, ...]:
    """Keep the books as sound if they are; else keep nothing and say what is wrong."""
    with shop.storage.write() as work:
        snapshot = _kept(work) or _Snapshot(0, 0, "", {})
        balances = _balances(work)
        found = (*_changed(work, snapshot), *audit_balances(balances))
        if not found:
            _keep(work, balances)
    return found


def _changed(seen: Look | UnitOfWork, snapshot: _Snapshot) -> tuple[AuditFinding, ...]:
    book: Book = seen.book
    before = book.get(Entry, snapshot.entry) if snapshot.entry else None
    if snapshot.entry and (before is None or before.digest.hex() != snapshot.digest):
        return (AuditFinding(CHAIN, "digest", snapshot.entry),)
    later = entries(seen.connection, after=snapshot.entry)
    broken = first_broken(later, after=before)
    if broken is not None:
        return (AuditFinding(CHAIN, broken.column, broken.number),)
    moved: Counter[str] = Counter()
    for move in book.scan(TRANSFERS, after=(snapshot.transfer,)):
        moved[move.debit] -= move.amount
        moved[move.credit] += move.amount
    drift = {
        name: book.balance(name) - snapshot.balances.get(name, 0) - change
        for name, change in moved.items()
    }
    return tuple(AuditFinding(_DRIFT, name, by) for name, by in sorted(drift.items()) if by)


def _balances(seen: Look | UnitOfWork) -> dict[str, int]:
    """Every balance that is kept, by account."""
    return {row.name: row.balance for row in seen.book.records(Account)}


def _kept(seen: Look | UnitOfWork) -> _Snapshot | None:
    body = seen.snapshots.get(_BOOKS)
    if body is None:
        return None
    try:
        told = json.loads(zlib.decompress(body))
        return _Snapshot(told["entry"], told["transfer"], told["digest"], told["balances"])
    except (zlib.error, ValueError, KeyError, TypeError):
        # A spoilt cache is none: the whole is looked at soon anyway.
        return None


def _keep(work: UnitOfWork, balances: dict[str, int]) -> None:
    number = work.book.last_number(Entry)
    entry = work.book.get(Entry, number)
    last = next(islice(work.book.scan(TRANSFERS, backward=True), 1), None)
    told = {
        "entry": number,
        "transfer": last.number if last is not None else 0,
        "digest": entry.digest.hex() if entry is not None else "",
        "balances": balances,
    }
    work.snapshots.put(_BOOKS, zlib.compress(canonical_json(told)))

"""Whether the journal still has the ends that something beside it remembers.

The note beside the file, the labels of the backups in its folder and the snapshot of the
last closed shift each know an entry and its hash (faults.md section 2, deleted last
sales). A file that was cut off at its end, or an old copy in its place, has it no more.
"""

from collections.abc import Iterator
from pathlib import Path

from pos_app.actions.books.audit_books import CHAIN, CUT_OFF, end_of_last_close
from pos_app.actions.safekeeping.back_up import newest_backup_in
from pos_app.actions.safekeeping.backup_file import read_label
from pos_app.domain.moment import Instant
from pos_app.errors import Fault
from pos_app.journal.entry import ENTRIES_OF_KIND, Entry
from pos_app.journal.facts import ShopRestored
from pos_app.ledger.audit import AuditFinding
from pos_app.shop import Shop
from pos_app.storage.end_mark import KnownEnd
from pos_app.storage.unit_of_work import Look, Storage


def audit_end(shop: Shop) -> tuple[AuditFinding, ...]:
    """Compare the journal's end with what is known of it; quick enough for a start."""
    newest = newest_backup_in(shop.folder)
    with shop.storage.read() as seen:
        lost = lost_ends(shop.storage, seen, backups=[newest] if newest is not None else [])
        last = seen.book.last_number(Entry)
    return tuple(
        AuditFinding(CUT_OFF, "journal", last)
        if end.number > last
        else AuditFinding(CHAIN, "digest", end.number)
        for end in lost[:1]
    )


def lost_ends(storage: Storage, seen: Look, *, backups: list[Path]) -> list[KnownEnd]:
    """Return the known ends that the journal does not have, the furthest first."""
    known = set(_known(storage, seen, backups))
    lost = [end for end in known if not end.is_in(seen.book)]
    return sorted(lost, key=lambda end: end.number, reverse=True)


def _known(storage: Storage, seen: Look, backups: list[Path]) -> Iterator[KnownEnd]:
    noted, closed = storage.noted_end, end_of_last_close(seen)
    yield from (end for end in (noted, closed) if end is not None)
    first, restored = seen.book.get(Entry, 1), _restored_at(seen)
    for backup in backups:
        try:
            label = read_label(backup)
        except Fault:
            # Useless as a backup, and so it is as a witness.
            continue
        # Another shop's backup tells nothing of this one; and what was made before a
        # restore may know days that the owner has gone back behind.
        is_ours = first is not None and first.digest == label.ends.first
        if is_ours and label.made_at > restored:
            yield label.ends.last


def _restored_at(seen: Look) -> Instant:
    """When these records were put here from a backup; 0 if they never were."""
    restored = seen.book.scan(ENTRIES_OF_KIND, ShopRestored.KIND, backward=True)
    last = next(restored, None)
    return last.at if last is not None else Instant(0)

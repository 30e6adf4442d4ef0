"""Everything in a book in memory, for comparing two moments or two books."""

from pos_app.domain.record import Record
from pos_app.domain.transfer import Account
from pos_app.engine.memory_book import MemoryBook

Snapshot = dict[str, list[Record]]


def snapshot(book: MemoryBook) -> Snapshot:
    """Every record by table, in key order."""
    kinds: list[type[Record]] = [*book.kinds(), Account]
    return {kind.TABLE: list(book.records(kind)) for kind in kinds}

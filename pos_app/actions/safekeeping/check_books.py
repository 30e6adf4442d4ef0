"""The file and the books are looked at whole, while the till sells."""

from collections.abc import Sequence

from pos_app.actions.books.audit_books import CHAIN, CUT_OFF, audit_books
from pos_app.errors import Fault
from pos_app.faults import BooksDisagree, JournalBroken, JournalCutOff
from pos_app.ledger.audit import AuditFinding
from pos_app.shop import Shop


def check_books(shop: Shop) -> None:
    """Look at every page of the file, every balance and the whole chain; only reads.

    For a thread beside the worker, behind the first paint (design.md section 3).

    Raises:
        ShopFileDamaged: a page is not what was written.
        JournalBroken: an entry is not what was written.
        BooksDisagree: a balance is not what the transfers make it.
        ShopFileUnreachable: the file could not be read.
    """
    shop.storage.check_file()
    doubt = doubt_of(audit_books(shop))
    if doubt is not None:
        raise doubt


def doubt_of(findings: Sequence[AuditFinding]) -> Fault | None:
    """Return what is wrong with the books as a person is told it; None when sound."""
    if not findings:
        return None
    cut_off = next((each for each in findings if each.rule == CUT_OFF), None)
    if cut_off is not None:
        return JournalCutOff(last=cut_off.difference)
    broken = next((each for each in findings if each.rule == CHAIN), None)
    if broken is not None:
        entry = broken.difference
        return JournalBroken(entry=entry, before=max(0, entry - 1))
    return BooksDisagree(account=findings[0].account, findings=len(findings))

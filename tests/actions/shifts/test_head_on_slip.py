"""What of the journal a Z slip carries out of the machine: close_shift."""

from pos_app.actions.shifts.close_shift import close_shift
from pos_app.domain.money import Fen
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.journal.facts import ShiftClosed
from pos_app.shop import Shop
from tests import make


def test_a_z_slip_bears_the_head_of_the_journal(shop: Shop) -> None:
    """Who rewrites every entry of the file cannot rewrite the paper (faults.md)."""
    seat = make.seat_with_shift(shop)
    closed = close_shift(shop, seat, counted=Fen(20_000))
    with shop.storage.read() as seen:
        last = next(seen.book.scan(ENTRIES_OF_KIND, ShiftClosed.KIND, backward=True))

    assert len(closed.journal_head) == 12
    assert last.digest.hex().startswith(closed.journal_head)

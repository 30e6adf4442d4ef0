"""What names a member is erased at his wish; the books keep his number (10.6)."""

from pathlib import Path

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.members.export_member import export_path
from pos_app.actions.members.known_member import known_member
from pos_app.actions.members.member_cards import card_path
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.member import MERGED_INTO
from pos_app.domain.money import Fen
from pos_app.domain.refusals.member import MemberOwed, MemberWaits, PrizeOnRecord
from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.sale import SALES_OF_MEMBER
from pos_app.domain.seat import Seat
from pos_app.domain.staff import ERASE
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book
from pos_app.engine.forgetting import prize_kept_until, waits_for
from pos_app.errors import Fault
from pos_app.journal.facts import MemberErased
from pos_app.shop import Shop
from pos_app.storage.failures import not_written


def erase_member(shop: Shop, seat: Seat, *, member: int) -> None:
    """Erase name, phone and household, take cards back, end what was a chance only.

    The journal has of these texts hashes with the member's salt, which goes with them;
    so it stays as it is and can be verified (decision 0062). Green points in force,
    energy, entries and open cycles end, their money stays where the program puts it.
    Numbers that were merged into this one are the same person's and are erased with it.
    What receipts told of the member for their copies goes too, and the files of cards
    and of what was kept of him. Backups made before still hold everything.

    Raises:
        NotAllowed: only an owner may.
        NotFound: nobody has this member number, or his data were erased already.
        MemberIsMerged: the person goes by another number, which is erased with this one.
        MemberOwed: there are balances; they are spent or paid out first.
        MemberWaits: tickets, units or held sales; the member leaves these first.
        PrizeOnRecord: who won is kept for two years (rulebook 10.2).
        FileNotWritten: all is erased but a file in the shop's folder, which is named.
    """
    allowed(seat, ERASE)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        known_member(work.book, member)
        _refuse_owed(work.book, member)
        _refuse_waiting(shop, work.book, member)
        numbers = [member, *(each.number for each in work.book.scan(MERGED_INTO, member))]
        record_fact(shop, work, MemberErased(member), staff=seat.staff)
        for sale in work.book.scan(SALES_OF_MEMBER, member):
            work.print_jobs.forget(sale.number)
    files = (place(shop, number) for number in numbers for place in (export_path, card_path))
    left = [fault for path in files if (fault := _removed(path)) is not None]
    if left:
        raise left[0]


def _refuse_owed(book: Book, member: int) -> None:
    for purse in PURSES:
        held = book.balance(wallet(purse, member))
        if held:
            raise MemberOwed(group=purse, held=Fen(held))


def _refuse_waiting(shop: Shop, book: Book, member: int) -> None:
    waits = waits_for(book, member)
    if waits:
        raise MemberWaits(what=waits)
    kept_until = prize_kept_until(book, member, now=shop.clock.now())
    if kept_until is not None:
        raise PrizeOnRecord(until=kept_until)


def _removed(path: Path) -> Fault | None:
    """Remove a file; returns why it is still there. One that stays keeps no other."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return not_written(error, path)
    return None

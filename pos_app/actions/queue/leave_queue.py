"""A member leaves the queue with one sale's tickets, for a voucher (rulebook 2.6)."""

from dataclasses import dataclass

from pos_app.actions.books.record_fact import Recorded, record_fact, settle_due_in
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.exchanges.vouchers_to_come import vouchers_now, vouchers_to_come
from pos_app.actions.receipts.receipt_of import printed_hash
from pos_app.actions.receipts.slip_jobs import Slip, add_slip
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.holdings import VoucherToCome
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.money import Fen
from pos_app.domain.papers.leaving_slip import LeavingSlip
from pos_app.domain.program import Program
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms.queue_exit import VOUCHER_MAX_BP, exit_share, voucher_ends
from pos_app.engine.places import tickets_of_sale
from pos_app.engine.records.queue import ACTIVE, WAITING
from pos_app.journal.facts import QueueLeft
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class LeavePreview:
    """What leaving gives up and what it gives."""

    rest: Fen
    """What the tickets have still open, and will not receive any more."""
    voucher: Fen
    by_rules: Fen
    """What the rules give for that rest; the exit fund may have less, or nothing."""
    vouchers: tuple[VoucherToCome, ...]
    """The voucher with its last day and what of a purchase it pays."""


@dataclass(frozen=True, slots=True)
class LeftQueue:
    """What a member left with."""

    voucher: Fen
    """0 when the exit fund had nothing."""
    slip: int
    """The print job of the paper that says so."""


def leave_queue(shop: Shop, seat: Seat, sale: int) -> LeftQueue:
    """Leave the queue with a sale's tickets, for a voucher that may be 0.

    A slip with the voucher's conditions is part of the commit (rulebook 10.2).

    Raises:
        UnknownSale, NothingToLeave: nothing was changed.
    """
    with shop.storage.write() as work:
        left = _post(shop, work, seat, sale=sale)
        slip = _slip_of(work.book, left, seat, sale=kept(work.book, Sale, sale))
        return LeftQueue(left.outcome, add_slip(work, Slip.LEAVING, slip, at=left.entry.at))


def preview_leave(shop: Shop, seat: Seat, sale: int) -> LeavePreview:
    """Show what leaving would give; nothing is written.

    Raises:
        UnknownSale, NothingToLeave: there is nothing to leave.
    """

    def step(work: UnitOfWork) -> LeavePreview:
        settle_due_in(shop, work)
        member = _sale_of(work.book, sale).member or 0
        before = vouchers_now(work.book, member)
        open_tickets = [
            each for each in tickets_of_sale(work.book, sale) if each.state in {ACTIVE, WAITING}
        ]
        rest = {each.program: 0 for each in open_tickets}
        for each in open_tickets:
            rest[each.program] += each.target - each.received
        by_rules = sum(
            exit_share(work.book, kept(work.book, Program, program), sale=sale, rest=Fen(open_rest))
            for program, open_rest in rest.items()
        )
        voucher: Fen = _post(shop, work, seat, sale=sale).outcome
        vouchers = vouchers_to_come(work.book, member, before=before)
        return LeavePreview(Fen(sum(rest.values())), voucher, Fen(by_rules), vouchers)

    return rehearse(shop, step)


def _post(shop: Shop, work: UnitOfWork, seat: Seat, *, sale: int) -> Recorded:
    settle_due_in(shop, work)
    _sale_of(work.book, sale)
    return record_fact(shop, work, QueueLeft(sale), staff=seat.staff)


def _sale_of(book: Book, number: int) -> Sale:
    sale = book.get(Sale, number)
    if sale is None:
        raise UnknownSale(str(number))
    return sale


def _slip_of(book: Book, left: Recorded, seat: Seat, *, sale: Sale) -> LeavingSlip:
    """What the paper says; only a member's sale has tickets."""
    if sale.member is None:
        raise ValueError(sale)
    member = kept(book, Member, sale.member)
    return LeavingSlip(
        number=left.entry.number,
        at=left.entry.at,
        till=seat.till,
        cashier=staff_name(book, seat.staff),
        member=member.number,
        masked_name=masked_name(member.name),
        masked_phone=masked_phone(member.phone),
        sale=sale.ref,
        voucher=left.outcome,
        valid_until=voucher_ends(book),
        pays_bp=VOUCHER_MAX_BP,
        journal_hash=printed_hash(left.entry),
    )

"""A void in the queue: allocations go back where they came from (rulebook 2.8)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen, split
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.accounts import FEE, queue_exit_fund, queue_pool, source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, VoidPlan
from pos_app.engine.mechanisms.queue_day import keep_queue
from pos_app.engine.mechanisms.queue_front import CASH, QueueFront
from pos_app.engine.mechanisms.queue_return import own_lot
from pos_app.engine.mechanisms.queue_settlement import fund
from pos_app.engine.mechanisms.queue_tickets import parameters_of_tickets, tickets_of
from pos_app.engine.outcomes import PROGRAM_CLOSED
from pos_app.engine.parameters.queue import ONE_AT_A_TIME, QueueParameters
from pos_app.engine.records.queue import (
    ACTIVE,
    ALLOCATIONS_OF_LOT,
    ALLOCATIONS_OF_SALE,
    CANCELLED,
    COMPLETED,
    WAITING,
    Allocation,
    Lot,
    Queue,
    QueueLeaving,
    Ticket,
)
from pos_app.engine.wallet_lots import VOUCHERS, lots_of_sale, take


def plan_void_sale(
    book: Book, joined: Joined, *, parameters: QueueParameters, plan: VoidPlan
) -> None:
    """Say what a void takes out of which account, or why it cannot be."""
    program, sale = joined.program, joined.sale
    if program.closed_at is not None:
        plan.refused = PROGRAM_CLOSED
        return
    concerned = _allocations_concerned(book, joined)
    for name in {each.sale for each in concerned}:
        if kept(book, Sale, name).returns:
            plan.refused = "TICKET_RETURNED"
            return
    for each in concerned:
        ticket = _ticket(book, each)
        plan.need(wallet(CASH, ticket.member), each.stands)
    leaving = book.get(QueueLeaving, program.number, sale.number)
    voucher = leaving.voucher if leaving else NOTHING
    own = lots_of_sale(book, VOUCHERS, program=program.number, sale=sale.number)
    if sum(lot.left for lot in own) < voucher:
        plan.refused = "VOUCHER_SPENT"
        return
    fee, exit_part = _fee_and_exit(joined, parameters)
    plan.need(FEE, fee)
    store = parameters.queue_of(sale.store)
    plan.need(queue_exit_fund(program.name, store), max(0, exit_part - voucher))


def _allocations_concerned(book: Book, joined: Joined) -> list[Allocation]:
    """Out of the sale's own lot or into its own tickets, in the order they were made."""
    program, sale = joined.program.number, joined.sale.number
    found: dict[tuple[str, int], Allocation] = {}
    lot = own_lot(book, joined)
    if lot is not None:
        for each in book.scan(ALLOCATIONS_OF_LOT, program, lot.store, lot.number):
            found[each.store, each.number] = each
    for each in book.scan(ALLOCATIONS_OF_SALE, program, sale):
        found[each.store, each.number] = each
    return [found[key] for key in sorted(found) if found[key].stands]


def void_sale(book: Book, joined: Joined, *, parameters: QueueParameters) -> None:
    """Put everything back as it was before the sale settled; the plan was found good.

    Exit voucher first, then the fund's and the fee's part, then the allocations in the
    order they were made, then the whole lot to the store, then the own tickets.
    """
    program, sale = joined.program, joined.sale
    store = parameters.queue_of(sale.store)
    front = QueueFront(book, program, store=store, sale=sale.number)
    _take_voucher(book, joined, fund_account=front.exit_fund)
    fee, exit_part = _fee_and_exit(joined, parameters)
    back = source(sale.store)
    _post(book, joined, debit=front.exit_fund, credit=back, amount=exit_part)
    _post(book, joined, debit=FEE, credit=back, amount=fee)
    for each in _allocations_concerned(book, joined):
        _reverse(book, joined, allocation=each)
    lot = own_lot(book, joined)
    if lot is not None:
        _post(book, joined, debit=front.pool, credit=back, amount=lot.left)
        book.put(replace(lot, left=NOTHING, returned=Fen(lot.returned + lot.left)))
    fund(book, front, funder=sale.store, got_back=joined.enrolment.concession)
    _cancel_tickets(book, program, sale=sale.number)


def _fee_and_exit(joined: Joined, parameters: QueueParameters) -> tuple[Fen, Fen]:
    """The parts of the sale's concession that left the pool when it settled."""
    shares = split(joined.enrolment.concession, parameters.weights)
    return shares[0], shares[1]


def _post(book: Book, joined: Joined, *, debit: str, credit: str, amount: int) -> None:
    book.post(
        debit,
        credit,
        amount,
        why="M1.VOIDED",
        sale=joined.sale.number,
        program=joined.program.number,
    )


def _take_voucher(book: Book, joined: Joined, *, fund_account: str) -> None:
    program, sale = joined.program, joined.sale
    leaving = book.get(QueueLeaving, program.number, sale.number)
    if leaving is None:
        return
    own = lots_of_sale(book, VOUCHERS, program=program.number, sale=sale.number)
    take(book, VOUCHERS, holder=str(joined.member), amount=leaving.voucher, first=own)
    voucher = wallet(VOUCHERS, joined.member)
    _post(book, joined, debit=voucher, credit=fund_account, amount=leaving.voucher)
    book.put(replace(leaving, wanted_back=leaving.voucher))


def _reverse(book: Book, joined: Joined, *, allocation: Allocation) -> None:
    """Take one allocation back into the lot it came from, at the lot's old place."""
    ticket = _ticket(book, allocation)
    lot = kept(book, Lot, allocation.program, allocation.store, allocation.lot)
    pool = queue_pool(joined.program.name, allocation.store)
    amount = allocation.stands
    _post(book, joined, debit=wallet(CASH, ticket.member), credit=pool, amount=amount)
    book.put(replace(lot, left=Fen(lot.left + amount)))
    book.put(replace(allocation, reversed=True))
    lessen(book, joined.program, ticket, amount=amount)


def lessen(book: Book, program: Program, ticket: Ticket, *, amount: Fen) -> None:
    """Take money out of a ticket; a completed one gets its old seat again."""
    received = Fen(ticket.received - amount)
    if ticket.state == COMPLETED:
        _reopen(book, program, ticket=replace(ticket, received=received))
    else:
        book.put(replace(ticket, received=received))


def _reopen(book: Book, program: Program, *, ticket: Ticket) -> None:
    """Give a completed ticket its old seat; its untouched successor waits again."""
    book.put(replace(ticket, state=ACTIVE))
    change = 1
    placement = parameters_of_tickets(book, program, sale=ticket.sale).placement
    after = book.get(Ticket, ticket.program, ticket.sale, ticket.part + 1)
    untouched = after is not None and after.state == ACTIVE and after.received == 0
    if after is not None and untouched and placement == ONE_AT_A_TIME:
        book.put(replace(after, state=WAITING, seq=0))
        change = 0
    _count(book, program, store=ticket.store, change=change, filled=-1)


def _cancel_tickets(book: Book, program: Program, *, sale: int) -> None:
    for ticket in tickets_of(book, program=program.number, sale=sale):
        if ticket.state == ACTIVE:
            _count(book, program, store=ticket.store, change=-1)
        book.put(replace(ticket, state=CANCELLED, target=NOTHING, received=NOTHING))


def _count(book: Book, program: Program, *, store: str, change: int, filled: int = 0) -> None:
    queue = kept(book, Queue, program.number, store)
    now = replace(queue, active=queue.active + change, completed=queue.completed + filled)
    keep_queue(book, now)


def _ticket(book: Book, allocation: Allocation) -> Ticket:
    return kept(book, Ticket, allocation.program, allocation.sale, allocation.part)

"""Leaving the queue for a voucher, and the queue's end (rulebook 2.6)."""

from dataclasses import replace

from pos_app.domain.moment import Day, day_after
from pos_app.domain.money import BasisPoints, Fen, part, split
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import queue_exit_fund, queue_pool, source, wallet
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms.queue_day import keep_queue
from pos_app.engine.mechanisms.queue_front import QueueFront
from pos_app.engine.mechanisms.queue_settlement import cascade
from pos_app.engine.mechanisms.queue_tickets import parameters_of_tickets, tickets_of
from pos_app.engine.records.queue import (
    ACTIVE,
    ACTIVE_TICKETS,
    EXITED,
    FUNDINGS,
    OPEN_LOTS,
    QUEUES,
    WAITING,
    Queue,
    QueueLeaving,
    Ticket,
)
from pos_app.engine.records.shared import WalletLot
from pos_app.engine.wallet_lots import VOUCHERS

VOUCHER_DAYS = 365
VOUCHER_MAX_BP = BasisPoints(5000)
"""An exit voucher is valid so long and pays at most that part of a sale (rulebook 1.7)."""


def voucher_ends(book: Book) -> Day:
    """The last day of an exit voucher that is given now."""
    return day_after(wallet_lots.today(book), VOUCHER_DAYS)


def exit_share(book: Book, program: Program, *, sale: int, rest: Fen) -> Fen:
    """What the rules give for an open rest, where the exit fund has as much (2.6)."""
    return part(rest, parameters_of_tickets(book, program, sale=sale).exit_bp)


def leave_with(book: Book, program: Program, *, sale: int) -> Fen | None:
    """Exit a sale's ACTIVE and WAITING tickets; None when there are none.

    The voucher is `exit_bp` of their rest, at most what the exit fund has; what was
    received stays (rulebook 2.6). The share is that of the ticket's version.
    """
    leaving = [
        ticket
        for ticket in tickets_of(book, program=program.number, sale=sale)
        if ticket.state in {ACTIVE, WAITING}
    ]
    if not leaving:
        return None
    first = leaving[0]
    rest = Fen(sum(ticket.target - ticket.received for ticket in leaving))
    fund = queue_exit_fund(program.name, first.store)
    by_rules = exit_share(book, program, sale=sale, rest=rest)
    voucher = Fen(min(by_rules, book.balance(fund)))
    for ticket in leaving:
        book.put(replace(ticket, state=EXITED))
    active = sum(ticket.state == ACTIVE for ticket in leaving)
    queue = kept(book, Queue, program.number, first.store)
    keep_queue(book, replace(queue, active=queue.active - active))
    before = book.get(QueueLeaving, program.number, sale)
    # A void elsewhere may reopen a part that was complete; its member may leave again.
    left = before or QueueLeaving(program.number, sale, Fen(0), Fen(0))
    book.put(replace(left, rest=Fen(left.rest + rest), voucher=Fen(left.voucher + voucher)))
    if voucher:
        _grant_voucher(book, program, ticket=first, fund=fund, amount=voucher)
    return voucher


def _grant_voucher(book: Book, program: Program, *, ticket: Ticket, fund: str, amount: Fen) -> None:
    book.post(
        fund,
        wallet(VOUCHERS, ticket.member),
        amount,
        why="M1.EXIT",
        sale=ticket.sale,
        funded_by=ticket.sale,
        program=program.number,
    )
    wallet_lots.grant(
        book,
        program,
        lot=WalletLot(
            account=VOUCHERS,
            program=program.number,
            sale=ticket.sale,
            part=1,
            holder=str(ticket.member),
            granted=amount,
            left=amount,
            expires=voucher_ends(book),
            back_to=fund,
            limit_bp=VOUCHER_MAX_BP,
        ),
    )


def close_queues(book: Book, program: Program) -> None:
    """End every queue of a program: carry to the head, exits, the rest to the stores."""
    for queue in list(book.scan(QUEUES, program.number)):
        _pay_out_carry(book, program, store=queue.store)
        _exit_everybody(book, program, store=queue.store)
        _give_rest_back(book, program, store=queue.store)


def _pay_out_carry(book: Book, program: Program, *, store: str) -> None:
    """Carry to the head, successors joining after each pass, until one of them ends."""
    while carry := book.balance(queue_pool(program.name, store)):
        front = QueueFront(book, program, store=store, sale=None)
        if front.active == 0:
            return
        cascade(front, carry)
        front.seat_successors()
        front.write()


def _exit_everybody(book: Book, program: Program, *, store: str) -> None:
    """EXIT every sale by its lowest ACTIVE seat; the fund serves the first ones."""
    for seat in each_in_batches(book, ACTIVE_TICKETS, program.number, store):
        # A sale of several seats has left with its first one.
        if kept(book, Ticket, seat.program, seat.sale, seat.part).state == ACTIVE:
            leave_with(book, program, sale=seat.sale)


def _give_rest_back(book: Book, program: Program, *, store: str) -> None:
    """What is left goes to the stores by what they put in less what they got back."""
    fundings = list(book.scan(FUNDINGS, program.number, store))
    weights = [each.put_in - each.got_back for each in fundings]
    shares: list[int] = [0] * len(fundings)
    for account in (queue_pool(program.name, store), queue_exit_fund(program.name, store)):
        for index, share in enumerate(split(book.balance(account), weights)):
            book.post(
                account,
                source(fundings[index].funder),
                share,
                why="M1.CLOSE",
                program=program.number,
            )
            shares[index] += share
    for funding, back in zip(fundings, shares, strict=True):
        if back:
            book.put(replace(funding, got_back=Fen(funding.got_back + back)))
    for lot in each_in_batches(book, OPEN_LOTS, program.number, store):
        book.put(replace(lot, left=Fen(0), returned=Fen(lot.returned + lot.left)))

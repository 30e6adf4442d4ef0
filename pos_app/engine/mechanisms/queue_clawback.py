"""CLAWBACK_BENEFICIARIES: what others still have of a late return (1.6)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen, split
from pos_app.domain.sale import Sale
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack
from pos_app.engine.mechanisms.queue_front import CASH, QueueFront
from pos_app.engine.mechanisms.queue_return import own_lot
from pos_app.engine.mechanisms.queue_settlement import fund
from pos_app.engine.mechanisms.queue_undo import lessen
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.queue import (
    ACTIVE,
    ALLOCATIONS_OF_LOT,
    COMPLETED,
    Allocation,
    Ticket,
)


def claw_back(book: Book, joined: Joined, *, back: PartBack, taken: TakenBack) -> TakenBack:
    """Take from those who were paid out of the returned sale, each his share at most.

    What somebody has spent is not asked of the others; the store bears it. A ticket gets
    its place and its open rest again, so that nobody loses more than the time. Tickets
    that were left, or whose own purchase came back, are not touched.
    """
    lot = own_lot(book, joined)
    lacking = back.concession - taken.to_merchant
    if lot is None or lacking <= 0 or joined.program.closed_at is not None:
        return taken
    number = joined.program.number
    paid = [
        each for each in book.scan(ALLOCATIONS_OF_LOT, number, lot.store, lot.number) if each.stands
    ]
    together = sum(each.stands for each in paid)
    shares = split(min(lacking, together), [each.stands for each in paid])
    got = sum(
        _take(book, joined, allocation=each, most=share)
        for each, share in zip(paid, shares, strict=True)
    )
    if got:
        book.put(replace(lot, returned=Fen(lot.returned + got)))
        front = QueueFront(book, joined.program, store=lot.store, sale=joined.sale.number)
        fund(book, front, funder=joined.sale.store, got_back=got)
    return replace(taken, from_others=Fen(got))


def _take(book: Book, joined: Joined, *, allocation: Allocation, most: int) -> int:
    """Take at most so much of an allocation from the balance of whoever received it."""
    ticket = kept(book, Ticket, allocation.program, allocation.sale, allocation.part)
    own = kept(book, Sale, ticket.sale)
    if ticket.state not in {ACTIVE, COMPLETED} or own.returns or own.number == joined.sale.number:
        return NOTHING
    amount = Fen(min(most, book.balance(wallet(CASH, ticket.member))))
    if amount == 0:
        return NOTHING
    book.post(
        wallet(CASH, ticket.member),
        source(joined.sale.store),
        amount,
        why="M1.CLAWED_BACK",
        sale=joined.sale.number,
        program=joined.program.number,
    )
    book.put(replace(allocation, taken_back=Fen(allocation.taken_back + amount)))
    lessen(book, joined.program, ticket, amount=amount)
    return amount

"""The part of one queue that a single event touches: seats, lots, payments.

Tickets and lots are read only as far as the event gets; everything is worked out here
and written once at the end, so that a book on a file reads first and writes then.
"""

from collections.abc import Iterator
from dataclasses import replace

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import queue_exit_fund, queue_pool, wallet
from pos_app.engine.book import Book
from pos_app.engine.mechanisms.queue_day import keep_queue
from pos_app.engine.records.queue import (
    ACCELERATED,
    ACTIVE,
    ACTIVE_OF_MEMBER,
    ACTIVE_TICKETS,
    COMPLETED,
    EVERY,
    HEAD,
    OPEN_LOTS,
    REPEAT,
    WAITING,
    Allocation,
    Lot,
    Queue,
    Ticket,
)

CASH = "CASH"
_new_allocation = made_quickly(Allocation)
_new_ticket = made_quickly(Ticket)
_POSTED_AS = {why: f"M1.{why}" for why in (HEAD, EVERY, ACCELERATED, REPEAT)}


class Seat:
    """A ticket as it changes during one event."""

    __slots__ = ("received", "seq", "state", "ticket")

    def __init__(self, ticket: Ticket) -> None:
        self.ticket = ticket
        self.received: int = ticket.received
        self.state = ticket.state
        self.seq = ticket.seq

    def changed(self) -> Ticket | None:
        """The ticket as it is now, or None when nothing has happened to it."""
        was = self.ticket
        if self.received == was.received and self.state == was.state:
            return None
        # Written out, not replaced field by field: a sale may change fifty of them.
        return _new_ticket(
            was.program,
            was.sale,
            was.part,
            was.store,
            was.member,
            was.day,
            self.seq,
            was.target,
            Fen(self.received),
            self.state,
        )


class OpenLot:
    """A lot as it is drawn down during one event."""

    __slots__ = ("left", "lot")

    def __init__(self, lot: Lot) -> None:
        self.lot = lot
        self.left: int = lot.left


class QueueFront:
    """One queue during one event; nothing is in the book until `write`."""

    def __init__(self, book: Book, program: Program, *, store: str, sale: int | None) -> None:
        """`store` names the queue (empty under ALLIANCE), `sale` causes the event."""
        self.book = book
        self.program = program
        self.store = store
        self.pool = queue_pool(program.name, store)
        self.exit_fund = queue_exit_fund(program.name, store)
        self.paid: list[Allocation] = []
        self.completed: list[Seat] = []
        self.joined: list[Ticket] = []
        self._sale = sale
        self._payments: list[tuple[str, int, str, int]] = []
        kept = book.get(Queue, program.number, store) or Queue(program.number, store)
        self._kept = kept
        self.active = kept.active
        self._filled = 0
        self._tickets = kept.tickets
        self._lots = kept.lots
        self._allocations = kept.allocations
        self._seats: list[Seat] = []
        self._named: dict[tuple[int, int], Seat] = {}
        self._unread = book.scan(ACTIVE_TICKETS, program.number, store)
        self._open: list[OpenLot] = []
        self._unread_lots = book.scan(OPEN_LOTS, program.number, store)
        self._drawn: OpenLot | None = None
        self._new_lots: list[OpenLot] = []

    def in_turn(self) -> Iterator[Seat]:
        """ACTIVE seats by `seq`, read one by one; those filled meanwhile are left out."""
        turn = 0
        while turn < len(self._seats) or self._read_one():
            seat = self._seats[turn]
            turn += 1
            if seat.state == ACTIVE:
                yield seat

    def oldest_of(self, member: int) -> Seat | None:
        """A member's first ACTIVE ticket in this queue, before anything was paid."""
        standing = self.book.scan(ACTIVE_OF_MEMBER, member, self.program.number, self.store)
        ticket = next(standing, None)
        return None if ticket is None else self._seat(ticket)

    def add_lot(self, *, sale: int, funder: str, amount: int, clawback: bool) -> None:
        """Put money at the end of the FIFO; the caller posts it into the pool."""
        self._lots += 1
        lot = Lot(
            program=self.program.number,
            store=self.store,
            number=self._lots,
            sale=sale,
            funder=funder,
            clawback=clawback,
            granted=Fen(amount),
            left=Fen(amount),
        )
        self._new_lots.append(OpenLot(lot))

    def pay(self, seat: Seat, amount: int, *, why: str) -> int:
        """Pay a ticket at most its rest, lots first-in first-out; return what was paid."""
        ticket = seat.ticket
        paid = min(amount, ticket.target - seat.received)
        wanted = paid
        while wanted:
            lot = self._next_lot()
            drawn = min(wanted, lot.left)
            lot.left -= drawn
            wanted -= drawn
            self._allocations += 1
            self.paid.append(
                _new_allocation(
                    self._kept.program,
                    self.store,
                    self._allocations,
                    lot.lot.number,
                    ticket.sale,
                    ticket.part,
                    Fen(drawn),
                    why,
                )
            )
            self._payments.append((wallet(CASH, ticket.member), drawn, why, lot.lot.sale))
        seat.received += paid
        if paid and seat.received == ticket.target:
            seat.state = COMPLETED
            self.active -= 1
            self._filled += 1
            self.completed.append(seat)
        return paid

    def seat_successors(self) -> None:
        """Let the next WAITING part of each completed sale join, in the order filled."""
        completed, self.completed = self.completed, []
        for seat in completed:
            waiting = self._next_waiting(seat.ticket)
            if waiting is not None:
                self._activate(waiting)

    def join(self, ticket: Ticket, *, active: bool) -> None:
        """Take a new ticket in: at the tail, or waiting for the part before it."""
        if active:
            self._tickets += 1
            self.active += 1
            ticket = replace(ticket, seq=self._tickets, state=ACTIVE)
        self.joined.append(ticket)

    def write(self) -> None:
        """Post the payments and put what has changed."""
        book = self.book
        program = self.program.number
        for account, amount, why, funded_by in self._payments:
            book.post(
                self.pool,
                account,
                amount,
                why=_POSTED_AS[why],
                sale=self._sale,
                funded_by=funded_by,
                program=program,
            )
        book.put_all(self.paid)
        changed = (seat.changed() for seat in self._named.values())
        book.put_all([ticket for ticket in changed if ticket is not None])
        for lot in (*self._open, *self._new_lots):
            if lot.left != lot.lot.left or lot in self._new_lots:
                book.put(replace(lot.lot, left=Fen(lot.left)))
        for ticket in self.joined:
            book.put(ticket)
        now = replace(
            self._kept,
            active=self.active,
            tickets=self._tickets,
            lots=self._lots,
            allocations=self._allocations,
            completed=self._kept.completed + self._filled,
        )
        keep_queue(book, now)

    def _seat(self, ticket: Ticket) -> Seat:
        name = (ticket.sale, ticket.part)
        seat = self._named.get(name)
        if seat is None:
            seat = self._named[name] = Seat(ticket)
        return seat

    def _read_one(self) -> bool:
        for ticket in self._unread:
            self._seats.append(self._seat(ticket))
            return True
        return False

    def _next_lot(self) -> OpenLot:
        """The first lot with money left; the pool holds enough by construction (M1-2)."""
        lot = self._drawn
        if lot is not None and lot.left:
            return lot
        kept = next(self._unread_lots, None)
        if kept is not None:
            lot = OpenLot(kept)
            self._open.append(lot)
        else:
            lot = next(each for each in self._new_lots if each.left)
        self._drawn = lot
        return lot

    def _next_waiting(self, ticket: Ticket) -> Seat | None:
        part = ticket.part + 1
        while (found := self.book.get(Ticket, ticket.program, ticket.sale, part)) is not None:
            seat = self._seat(found)
            if seat.state == WAITING:
                return seat
            part += 1
        return None

    def _activate(self, seat: Seat) -> None:
        self._tickets += 1
        self.active += 1
        seat.state = ACTIVE
        seat.seq = self._tickets

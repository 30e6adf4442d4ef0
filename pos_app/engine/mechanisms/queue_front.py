"""The part of one queue that a single event touches: seats, lots, payments.

Tickets and lots are read only as far as the event gets; everything is worked out here
and written once at the end, so that a book on a file reads first and writes then.
"""

from collections.abc import Iterator
from dataclasses import replace

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import queue_exit_fund, queue_pool, wallet
from pos_app.engine.book import Book
from pos_app.engine.queue_records import (
    ACTIVE,
    ACTIVE_OF_MEMBER,
    ACTIVE_TICKETS,
    COMPLETED,
    OPEN_LOTS,
    WAITING,
    Allocation,
    Lot,
    Queue,
    Ticket,
)

CASH = "CASH"


class Seat:
    """A ticket as it changes during one event."""

    __slots__ = ("received", "seq", "state", "ticket")

    def __init__(self, ticket: Ticket) -> None:
        self.ticket = ticket
        self.received: int = ticket.received
        self.state = ticket.state
        self.seq = ticket.seq

    @property
    def rest(self) -> int:
        """What it may still receive."""
        return self.ticket.target - self.received


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
        self._tickets = kept.tickets
        self._lots = kept.lots
        self._allocations = kept.allocations
        self._seats: list[Seat] = []
        self._named: dict[tuple[int, int], Seat] = {}
        self._unread = book.scan(ACTIVE_TICKETS, program.number, store)
        self._open: list[OpenLot] = []
        self._unread_lots = book.scan(OPEN_LOTS, program.number, store)
        self._drawing = 0
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
        for ticket in self.book.scan(ACTIVE_OF_MEMBER, member, self.program.number, self.store):
            seat = self._seat(ticket)
            if seat.state == ACTIVE:
                return seat
        return None

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
        paid = min(amount, seat.rest)
        wanted = paid
        while wanted:
            lot = self._next_lot()
            drawn = min(wanted, lot.left)
            lot.left -= drawn
            wanted -= drawn
            self._allocations += 1
            ticket = seat.ticket
            self.paid.append(
                Allocation(
                    program=ticket.program,
                    store=self.store,
                    number=self._allocations,
                    lot=lot.lot.number,
                    sale=ticket.sale,
                    part=ticket.part,
                    amount=Fen(drawn),
                    why=why,
                )
            )
            self._payments.append((wallet(CASH, ticket.member), drawn, why, lot.lot.sale))
        if paid:
            seat.received += paid
            if seat.received == seat.ticket.target:
                seat.state = COMPLETED
                self.active -= 1
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
        for account, amount, why, funded_by in self._payments:
            book.post(
                self.pool,
                account,
                amount,
                why=f"M1.{why}",
                sale=self._sale,
                funded_by=funded_by,
                program=self.program.number,
            )
        for allocation in self.paid:
            book.put(allocation)
        for seat in self._named.values():
            ticket = seat.ticket
            if seat.received != ticket.received or seat.state != ticket.state:
                book.put(
                    replace(ticket, received=Fen(seat.received), state=seat.state, seq=seat.seq)
                )
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
        )
        if now != self._kept:
            book.put(now)

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
        while self._drawing < len(self._open) and self._open[self._drawing].left == 0:
            self._drawing += 1
        if self._drawing < len(self._open):
            return self._open[self._drawing]
        for lot in self._unread_lots:
            self._open.append(OpenLot(lot))
            return self._open[-1]
        return next(lot for lot in self._new_lots if lot.left)

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

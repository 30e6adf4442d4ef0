"""What one settlement costs in memory, before a short queue and a very long one."""

from functools import partial

from pos_app.bench.figures import BY_THE_PROCESSOR, Figures, Sizes, in_turn, ratio_of, tell
from pos_app.bench.trade import STORE, Plan, adopt, join_all, sale_of
from pos_app.domain.moment import Day, Instant, read_instant
from pos_app.domain.money import Fen
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.queue import ACTIVE, Queue, Ticket

_AT = read_instant("2026-11-21T09:00:00+08:00")
_BASE = Fen(10_000)
_PROGRAM = 1
_WINDOW = 50
_PLAN = Plan("queue", "M1", "V5_DEFAULT", {"hold_days": 0, "window": _WINDOW})
_SPONSOR = 1_000_020
"""Stands in either queue, where the window reaches."""
_UNMEASURED = 5


def settlement(sizes: Sizes) -> Figures:
    """Row `settlement`: one settlement before the long queue over the short one."""
    short, long = sizes.queues
    books = []
    for tickets in (long, short):
        tell(f"queueing {tickets} tickets in memory")
        books.append(_book(tickets))
    ours, baseline = in_turn(
        *(
            [partial(_settle, book, number) for number in range(1, sizes.sales + _UNMEASURED)]
            for book in books
        ),
        clock=BY_THE_PROCESSOR,
    )
    what = f"settlement in memory before {long} tickets over {short}, window {_WINDOW}"
    return ratio_of(
        "settlement", what, ours=ours[_UNMEASURED:], baseline=baseline[_UNMEASURED:], bound=1.3
    )


def _book(tickets: int) -> MemoryBook:
    """A book with the queue's program and so many ACTIVE tickets."""
    book = MemoryBook(entry=1)
    adopt(book, [_PLAN], at=_AT)
    for seq in range(1, tickets + 1):
        book.put(
            Ticket(
                program=_PROGRAM,
                # Sales of before; those that are measured count from 1.
                sale=1_000_000_000 + seq,
                part=1,
                store=STORE,
                member=1_000_000 + seq,
                day=Day("2026-11-20"),
                seq=seq,
                target=_BASE,
                received=Fen(0),
                state=ACTIVE,
            )
        )
    book.put(Queue(_PROGRAM, STORE, active=tickets, tickets=tickets))
    return book


def _settle(book: MemoryBook, number: int) -> None:
    """Complete a sale of a new member, whose sponsor stands in the queue."""
    at = Instant(_AT + number * 1000)
    join_all(book, sale_of(number, at=at, member=number, sponsor=_SPONSOR, base=_BASE))

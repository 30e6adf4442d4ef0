"""What one settlement costs in memory, before a short queue and a very long one."""

from functools import partial

from pos_app.cli_bench_figures import Figures, Sizes, in_turn, ratio_of, tell
from pos_app.domain.moment import Day, Instant, business_day, read_instant
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.sale import COMPLETED, Sale
from pos_app.engine.enrol import enrol
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.program import parameters_text, read_parameters
from pos_app.engine.queue_records import ACTIVE, Queue, Ticket
from pos_app.engine.settle import complete

_AT = read_instant("2026-11-21T09:00:00+08:00")
_STORE = "S1"
_BASE = Fen(10_000)
_PROGRAM = 1
_WINDOW = 50
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
        )
    )
    what = f"settlement in memory before {long} tickets over {short}, window {_WINDOW}"
    return ratio_of(
        "settlement", what, ours=ours[_UNMEASURED:], baseline=baseline[_UNMEASURED:], bound=1.3
    )


def _book(tickets: int) -> MemoryBook:
    """A book with the queue's program and so many ACTIVE tickets."""
    book = MemoryBook(entry=1)
    changes = {"hold_days": 0, "window": _WINDOW}
    parameters = read_parameters("M1", preset="V5_DEFAULT", changes=changes)
    book.put(Program(_PROGRAM, "queue", "M1", 1, version=1, enabled=True))
    book.put(ProgramVersion(_PROGRAM, 1, _AT, parameters_text(parameters)))
    for seq in range(1, tickets + 1):
        book.put(
            Ticket(
                program=_PROGRAM,
                # Sales of before; those that are measured count from 1.
                sale=1_000_000_000 + seq,
                part=1,
                store=_STORE,
                member=1_000_000 + seq,
                day=Day("2026-11-20"),
                seq=seq,
                target=_BASE,
                received=Fen(0),
                state=ACTIVE,
            )
        )
    book.put(Queue(_PROGRAM, _STORE, active=tickets, tickets=tickets))
    return book


def _settle(book: MemoryBook, number: int) -> None:
    """Complete a sale of a new member, whose sponsor stands in the queue."""
    sale = _sale(number)
    ask = SaleAsk(
        store=_STORE,
        member=sale.member,
        sponsor=sale.sponsor,
        base=sale.base,
        costs=(None,),
        at=sale.at,
        day=sale.day,
        max_total_concession_bp=3000,
        max_margin_share_bp=8000,
        tier_bp=WHOLE_BP,
    )
    book.put(sale)
    complete(book, sale, decisions=enrol(book, ask))


def _sale(number: int) -> Sale:
    at = Instant(_AT + number * 1000)
    return Sale(
        number=number,
        basket=number,
        content=bytes(32),
        entry=1,
        ref=str(number),
        store=_STORE,
        till="1",
        shift=1,
        staff=0,
        member=number,
        at=at,
        day=business_day(at),
        state=COMPLETED,
        goods=_BASE,
        saved=Fen(0),
        total=_BASE,
        tax=Fen(0),
        base=_BASE,
        sponsor=1_000_020,
    )

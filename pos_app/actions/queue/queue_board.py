"""Who stands where in the queue, as the board shows it: masked, by place."""

from dataclasses import dataclass
from itertools import islice

from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.money import Fen
from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import mandatory
from pos_app.engine.places import queue_figures
from pos_app.engine.program import parameters_of
from pos_app.engine.records.queue import ACTIVE_TICKETS
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One ticket on the board; nobody's full name or phone."""

    place: int
    name: str
    phone: str
    sale: int
    part: int
    received: Fen
    target: Fen


@dataclass(frozen=True, slots=True)
class QueueBoard:
    """The front of one queue, and what it holds."""

    program: int
    name: str
    store: str
    rows: tuple[BoardRow, ...]
    active: int
    pool: Fen
    exit_fund: Fen
    disclosures: tuple[Disclosure, ...]


def queue_board(shop: Shop, *, limit: int = 50) -> tuple[QueueBoard, ...]:
    """Return the front of every queue of the shop; reads only as far as is shown."""
    with shop.storage.read() as view:
        return tuple(
            QueueBoard(
                program=program.number,
                name=program.name,
                store=figures.store,
                rows=_front(view, program.number, figures.store, limit=limit),
                active=figures.active,
                pool=figures.pool,
                exit_fund=figures.exit_fund,
                disclosures=(_told(view, program),),
            )
            for program in view.scan(PROGRAMS_BY_PRIORITY)
            if program.kind == "M1"
            for figures in queue_figures(view, program.number)
        )


def _told(view: Look, program: Program) -> Disclosure:
    """The sentence that stands wherever this queue stands (rulebook 2.10)."""
    return mandatory(
        parameters_of(view, program.kind, program=program.number, version=program.version)
    )


def _front(view: Look, program: int, store: str, *, limit: int) -> tuple[BoardRow, ...]:
    tickets = islice(view.scan(ACTIVE_TICKETS, program, store), limit)
    rows = []
    for place, ticket in enumerate(tickets, start=1):
        member = view.get(Member, ticket.member)
        rows.append(
            BoardRow(
                place=place,
                name=masked_name(member.name) if member else "",
                phone=masked_phone(member.phone) if member else "",
                sale=ticket.sale,
                part=ticket.part,
                received=ticket.received,
                target=ticket.target,
            )
        )
    return tuple(rows)

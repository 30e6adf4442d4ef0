"""Programs and sales as the engine alone sees them: what `bench` trades with.

No product, price or tender stands behind such a sale; the shops that sell for real are
made in `cli_bench_shops`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.sale import COMPLETED, Sale
from pos_app.engine.book import Book
from pos_app.engine.enrol import enrol
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.program import parameters_text, read_parameters
from pos_app.engine.settle import complete

STORE = "S1"


class Plan(NamedTuple):
    """A program to put into a book."""

    name: str
    kind: str
    preset: str | None
    changes: dict[str, object]


def adopt(book: Book, plans: Iterable[Plan], *, at: Instant) -> tuple[Program, ...]:
    """Put programs, numbered from 1 as they stand; their periods are not counted yet."""
    programs = []
    for number, plan in enumerate(plans, start=1):
        parameters = read_parameters(plan.kind, preset=plan.preset, changes=plan.changes)
        programs.append(Program(number, plan.name, plan.kind, number, version=1, enabled=True))
        book.put(programs[-1])
        book.put(ProgramVersion(number, 1, at, parameters_text(parameters)))
    return tuple(programs)


def sale_of(number: int, *, at: Instant, member: int, sponsor: int | None, base: Fen) -> Sale:
    """A finished sale of a member; no entry of the journal tells of it."""
    return Sale(
        number=number,
        basket=number,
        content=bytes(32),
        entry=1,
        ref=str(number),
        store=STORE,
        till="1",
        shift=1,
        staff=0,
        member=member,
        at=at,
        day=business_day(at),
        state=COMPLETED,
        goods=base,
        saved=Fen(0),
        total=base,
        tax=Fen(0),
        base=base,
        sponsor=sponsor,
    )


def join_all(book: Book, sale: Sale) -> None:
    """Complete a sale in every enabled program; one that refuses it is a bug."""
    ask = SaleAsk(
        store=STORE,
        member=sale.member,
        sponsor=sale.sponsor,
        base=sale.base,
        costs=(None,),
        at=sale.at,
        day=sale.day,
        max_total_concession_bp=WHOLE_BP,
        max_margin_share_bp=WHOLE_BP,
        tier_bp=WHOLE_BP,
    )
    book.put(sale)
    decisions = enrol(book, ask)
    settled = complete(book, sale, decisions=decisions)
    if not all(each.joins for each in decisions) or any(each.reason for each in settled):
        raise AssertionError(f"sale {sale.number} does not join: {decisions} {settled}")

"""Programs and sales as the engine alone sees them: what `bench` trades with.

No product, price or tender stands behind such a sale; the shops that sell for real are
made in `bench.shops`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pos_app.domain.member import Member
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import NOTHING, WHOLE_BP, Fen
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.sale import COMPLETED, Sale
from pos_app.engine.book import Book
from pos_app.engine.enrol import enrol
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.program import parameters_text, read_parameters
from pos_app.engine.settle import complete

STORE = "S1"
TILL = "1"


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


def member_of(number: int, *, sponsor: int | None) -> Member:
    """A member of whom the shop knows nothing but who brought him."""
    return Member(
        number=number,
        ref=str(number),
        name="",
        phone="",
        sponsor=sponsor,
        joined_at=Instant(0),
        consent=True,
    )


def sale_of(
    number: int,
    *,
    at: Instant,
    member: int,
    sponsor: int | None,
    base: Fen,
    entry: int = 1,
    tax: Fen = NOTHING,
) -> Sale:
    """A finished sale of a member, without discounts; all of it is concession base."""
    return Sale(
        number=number,
        basket=number,
        content=bytes(32),
        entry=entry,
        ref=str(number),
        store=STORE,
        till=TILL,
        shift=1,
        staff=0,
        member=member,
        at=at,
        day=business_day(at),
        state=COMPLETED,
        goods=base,
        saved=NOTHING,
        total=base,
        tax=tax,
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

"""What a member has of green points, and what a purchase adds (rulebook 6.4)."""

from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import GREEN_POINTS, Gain, GreenHolding
from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined
from pos_app.engine.next_end import next_end
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.green import GREEN_LOTS_OF_HOLDER, GREEN_LOTS_OF_SALE, GreenFund


def held_green(book: Book, program: Program, *, member: int) -> GreenHolding | None:
    """Points in force; None when the member has none."""
    lots = list(book.scan(GREEN_LOTS_OF_HOLDER, str(member), program.number))
    if not lots:
        return None
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(parameters, GreenParameters):
        raise TypeError(parameters)
    fund = book.get(GreenFund, program.number) or GreenFund(program.number)
    return GreenHolding(
        program=program.number,
        name=program.name,
        points=sum(lot.points for lot in lots) * parameters.split_display,
        released=Fen(sum(lot.released for lot in lots)),
        of_all=fund.points * parameters.split_display,
        store_bp=parameters.merchant_points_bp,
        next_release=next_end(book, program.number),
    )


def points_of(parameters: GreenParameters, ask: SaleAsk) -> tuple[Gain, ...]:
    """The buyer's points, as shown; what they will release is not known."""
    conceded = part(ask.base, parameters.rebate_of(ask.store))
    points = part(conceded, parameters.consumer_points_bp) * parameters.split_display
    return (Gain(GREEN_POINTS, points),)


def points_brought(book: Book, joined: Joined) -> Brought:
    """The points of the buyer and of the store that are left after returns."""
    parameters = cast("GreenParameters", joined.parameters)
    shown = {
        lot.holder: lot.points * parameters.split_display
        for lot in book.scan(GREEN_LOTS_OF_SALE, joined.program.number, joined.sale.number)
    }
    return Brought(
        _points(shown.get(str(joined.member), 0)), _points(shown.get(f"@{joined.sale.store}", 0))
    )


def _points(points: int) -> tuple[Gain, ...]:
    return (Gain(GREEN_POINTS, points),) if points else ()


def end_lots_of(book: Book, program: Program, *, member: int) -> None:
    """A member is gone: his points in force count no more."""
    lots = list(book.scan(GREEN_LOTS_OF_HOLDER, str(member), program.number))
    if not lots:
        return
    for lot in lots:
        book.put(replace(lot, open=False))
    fund = kept(book, GreenFund, program.number)
    book.put(replace(fund, points=fund.points - sum(lot.points for lot in lots)))

"""What a member has in a circular program; what a sale adds (rulebook 8.4)."""

from pos_app.domain.holdings import ENERGY, WEIGHT, CircleHolding, Gain
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.parameters.circular import CircularParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.circular import Circle, CircleHolder, CircleSale


def held_in_circle(book: Book, program: Program, *, member: int) -> CircleHolding | None:
    """Energy, contribution and points; after the end only the points are left."""
    holder = book.get(CircleHolder, program.number, str(member))
    is_over = program.closed_at is not None
    if holder is None or not (holder.points or (holder.energy and not is_over)):
        return None
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(parameters, CircularParameters):
        raise TypeError(parameters)
    circle = book.get(Circle, program.number) or Circle(program.number)
    return CircleHolding(
        program=program.number,
        name=program.name,
        energy=Fen(0 if is_over else holder.energy),
        weight=0 if is_over else holder.shares,
        of_all=circle.weight,
        points=holder.points,
        # After the end every point is converted: no more will be added to a rest.
        face=Fen(1 if is_over else parameters.face),
    )


def share_of(parameters: CircularParameters, ask: SaleAsk) -> tuple[Gain, ...]:
    """Energy and contribution; a day's share is not known before its end."""
    return (Gain(ENERGY, parameters.energy(ask.base)), Gain(WEIGHT, parameters.weight(ask.base)))


def share_brought(book: Book, joined: Joined) -> Brought:
    """What buyer and store were given for what was kept (rulebook 8.7)."""
    gave = kept(book, CircleSale, joined.program.number, joined.sale.number)

    def kept_of(kind: str, figure: int) -> Gain:
        return Gain(kind, figure - figure * gave.returned // joined.enrolment.base)

    store = (kept_of(ENERGY, gave.store_energy), kept_of(WEIGHT, gave.store_weight))
    return Brought(
        (kept_of(ENERGY, gave.energy), kept_of(WEIGHT, gave.weight)),
        store if gave.store_energy or gave.store_weight else (),
    )

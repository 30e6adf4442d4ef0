"""What a member has in the draw to come (rulebook 3.4)."""

from pos_app.domain.holdings import DrawHolding
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book, kept
from pos_app.engine.next_end import next_end
from pos_app.engine.parameters.draw import EVERY_N, DrawParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.draw import ENTRIES_OF_MEMBER, DrawPot


def entered(book: Book, program: Program, *, member: int) -> DrawHolding | None:
    """The member's purchases in the draw, its round and its time; None without any."""
    entries = list(book.scan(ENTRIES_OF_MEMBER, member, program.number))
    if not entries:
        return None
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(parameters, DrawParameters):
        raise TypeError(parameters)
    pot = book.get(DrawPot, program.number) or DrawPot(program.number)
    drawn_at = None if parameters.round == EVERY_N else next_end(book, program.number)
    round_id, to_go = counted_round(pot), 0
    if drawn_at is not None:
        round_id = parameters.round_id(business_day(Instant(drawn_at - 1)))
    else:
        to_go = max(1, parameters.every_n - pot.entries)
    return DrawHolding(
        program=program.number,
        name=program.name,
        sales=tuple(kept(book, Sale, each.sale).ref for each in entries),
        round_id=round_id,
        drawn_at=drawn_at,
        entries_to_go=to_go,
    )


def counted_round(pot: DrawPot) -> str:
    """The name of a round that ends after so many entries: n1, n2, ..."""
    return f"n{pot.rounds + 1}"

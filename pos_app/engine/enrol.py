"""Which programs a sale joins, and why not the others (rulebook 1.5); reads, writes nothing."""

from pos_app.domain.standing import Expected
from pos_app.engine.book import Book
from pos_app.engine.outcomes import Decision, SaleAsk


def enrol(book: Book, ask: SaleAsk) -> tuple[Decision, ...]:
    """Decide for every open program, in ascending priority, whether the sale joins it.

    Used for the quote before payment and again inside the commit. One that does not fit
    is skipped whole with its reason, never scaled down (rulebook 1.5).
    """
    raise NotImplementedError


def foresee(book: Book, ask: SaleAsk, *, decisions: tuple[Decision, ...]) -> tuple[Expected, ...]:
    """What the sale would add and from which day it counts; no promise (rulebook 10.7).

    Targets are shown as cut; none when the daily limit is used up already.
    """
    raise NotImplementedError

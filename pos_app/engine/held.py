"""What a member has in every program; reads, decides nothing."""

from pos_app.domain.holdings import Holding
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.engine.book import Book
from pos_app.engine.mechanisms import MECHANISMS


def holdings(book: Book, member: int) -> tuple[Holding, ...]:
    """A member's holding in each program, by priority, while it lasts."""
    found = (
        MECHANISMS[program.kind].held_by(book, program, member=member)
        for program in book.scan(PROGRAMS_BY_PRIORITY)
    )
    return tuple(each for each in found if each is not None)

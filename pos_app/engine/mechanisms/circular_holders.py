"""Energy and contribution of members and stores, and the sum that is divided by."""

from dataclasses import dataclass, replace

from pos_app.domain.money import Fen
from pos_app.engine.book import Book
from pos_app.engine.circular_records import Circle, CircleHolder


@dataclass(frozen=True, slots=True)
class Share:
    """Energy and weight that somebody receives or loses."""

    energy: int = 0
    weight: int = 0


def holder_of(book: Book, *, program: int, holder: str) -> CircleHolder | None:
    """What somebody holds, or None when he never bought."""
    return book.get(CircleHolder, program, holder)


def give(book: Book, *, program: int, holder: str, share: Share, sale: int) -> None:
    """Add energy and weight of a sale; the first one gives its place in the line."""
    kept = book.get(CircleHolder, program, holder)
    if kept is None:
        circle = book.get(Circle, program) or Circle(program)
        book.put(replace(circle, holders=circle.holders + 1))
        kept = CircleHolder(program, holder, circle.holders + 1)
        book.put(kept)
    now = replace(
        kept,
        energy=Fen(kept.energy + share.energy),
        weight=kept.weight + share.weight,
        last_sale=sale,
    )
    keep(book, kept, now)


def lose(book: Book, *, program: int, holder: str, share: Share) -> Fen:
    """Take energy and weight, not below 0; return the energy that was missing.

    Missing energy is what was paid beyond the new entitlement (rulebook 8.7).
    """
    kept = book.get(CircleHolder, program, holder)
    if kept is None:
        return Fen(0)
    now = replace(
        kept,
        energy=Fen(max(0, kept.energy - share.energy)),
        weight=max(0, kept.weight - share.weight),
    )
    keep(book, kept, now)
    return Fen(max(0, share.energy - kept.energy))


def keep(book: Book, was: CircleHolder, now: CircleHolder) -> None:
    """Put a holder and the sum of the weights that count."""
    book.put(now)
    if now.shares != was.shares:
        circle = book.get(Circle, now.program) or Circle(now.program)
        book.put(replace(circle, weight=circle.weight + now.shares - was.shares))

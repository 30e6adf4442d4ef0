"""Energy and contribution of members and stores, and the sum that is divided by."""

from dataclasses import dataclass, replace

from pos_app.domain.money import Fen
from pos_app.engine.book import Book, kept
from pos_app.engine.records.circular import Circle, CircleHolder


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
    held = book.get(CircleHolder, program, holder)
    if held is None:
        circle = book.get(Circle, program) or Circle(program)
        book.put(replace(circle, holders=circle.holders + 1))
        held = CircleHolder(program, holder, circle.holders + 1)
        book.put(held)
    now = replace(
        held,
        energy=Fen(held.energy + share.energy),
        weight=held.weight + share.weight,
        last_sale=sale,
    )
    keep(book, held, now)


def lose(book: Book, *, program: int, holder: str, share: Share) -> Fen:
    """Take energy and weight, not below 0; return the energy that was missing.

    Missing energy is what was paid beyond the new entitlement (rulebook 8.7).
    """
    held = book.get(CircleHolder, program, holder)
    if held is None:
        return Fen(0)
    now = replace(
        held,
        energy=Fen(max(0, held.energy - share.energy)),
        weight=max(0, held.weight - share.weight),
    )
    keep(book, held, now)
    return Fen(max(0, share.energy - held.energy))


def hand_over_share(book: Book, program: int, *, member: int, into: int) -> None:
    """Add what one member holds to what another does; his place in the line ends."""
    had = holder_of(book, program=program, holder=str(member))
    if had is None:
        return
    before = holder_of(book, program=program, holder=str(into))
    last_sale = max(had.last_sale, before.last_sale if before else 0)
    share = Share(had.energy, had.weight)
    give(book, program=program, holder=str(into), share=share, sale=last_sale)
    keep(book, had, replace(had, energy=Fen(0), weight=0, points=Fen(0)))
    now = kept(book, CircleHolder, program, str(into))
    book.put(replace(now, points=Fen(now.points + had.points)))


def keep(book: Book, was: CircleHolder, now: CircleHolder) -> None:
    """Put a holder and the sum of the weights that count."""
    book.put(now)
    if now.shares != was.shares:
        circle = book.get(Circle, now.program) or Circle(now.program)
        book.put(replace(circle, weight=circle.weight + now.shares - was.shares))

"""Everybody who signs in at this shop."""

from pos_app.domain.staff import ACTIVE_STAFF, Staff
from pos_app.engine.book import Book
from pos_app.shop import Shop

_WORKS_HERE = 1
_LEFT = 0


def staff_list(shop: Shop, *, with_former: bool = False) -> tuple[Staff, ...]:
    """Return who may sign in, in the order they joined; former staff if asked."""
    with shop.storage.read() as seen:
        former = tuple(seen.book.scan(ACTIVE_STAFF, _LEFT)) if with_former else ()
        return active_staff(seen.book) + former


def active_staff(book: Book) -> tuple[Staff, ...]:
    """Return who may sign in, as a book has it."""
    return tuple(book.scan(ACTIVE_STAFF, _WORKS_HERE))


def staff_name(book: Book, number: int) -> str:
    """Return who a number is, former staff too; empty for the shop itself."""
    person = book.get(Staff, number)
    return person.name if person is not None else ""

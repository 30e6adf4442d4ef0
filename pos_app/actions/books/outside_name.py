"""The outside name of what the till makes: its number, or the next free text."""

from itertools import count
from typing import Any

from pos_app.domain.record import Index
from pos_app.engine.book import Book


def outside_name(book: Book, by_ref: Index[Any], *, number: int) -> str:
    """Return the number as text; `7-2` where a replayed file has used `7` before.

    Outside names are unique (replay.md), and a file's ids may be any text: its `7` must
    not keep the till from ever making its own seventh.
    """
    plain = str(number)
    names = (plain if again == 1 else f"{plain}-{again}" for again in count(1))
    return next(name for name in names if next(book.scan(by_ref, name), None) is None)

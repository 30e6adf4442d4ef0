"""What a member spends and is released in a calendar month (rulebook 6.3)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pos_app.domain.money import Fen, part
from pos_app.domain.record import Values
from pos_app.engine import wallet_lots
from pos_app.engine.book import Book
from pos_app.engine.records.green import GREEN_MONTHS, GreenMonth


def month_now(book: Book) -> str:
    """The calendar month of what is being done, as in `2026-01`."""
    return wallet_lots.today(book)[:7]


def note_spent(book: Book, *, program: int, member: int, month: str, amount: int) -> None:
    """Count a settled base, or take it off again below zero."""
    kept = book.get(GreenMonth, program, member, month) or GreenMonth(program, member, month)
    book.put(replace(kept, spent=Fen(kept.spent + amount)))


def hand_over_months(book: Book, program: int, *, member: int, into: int) -> None:
    """Add one member's months to another's, so that the cap is one person's."""
    for month in list(book.scan(GREEN_MONTHS, program, member)):
        other = book.get(GreenMonth, program, into, month.month)
        kept = other or GreenMonth(program, into, month.month)
        spent, released = kept.spent + month.spent, kept.released + month.released
        book.put(replace(kept, spent=Fen(spent), released=Fen(released)))
        book.put(GreenMonth(program, member, month.month))


class MonthsTogether:
    """The month of very many holders, whose lots are released one after the other."""

    def __init__(
        self, book: Book, *, program: int, month: str, holders: Iterable[str], cap_bp: int
    ) -> None:
        self._book = book
        self._blank = GreenMonth(program, 0, month)
        self._cap_bp = cap_bp
        members = dict.fromkeys(each for each in holders if not each.startswith("@"))
        keys = [(program, int(each), month) for each in members]
        self._kept: dict[Values, Any] = book.values_of(GreenMonth, ("spent", "released"), keys)
        """Spent and released, of the months that are kept already."""
        self._grown: dict[Values, int] = {}

    def within(self, holder: str, share: Fen) -> Fen:
        """Count a share in, or what the month's cap leaves of it; a store has no month."""
        if holder.startswith("@"):
            return share
        key = (self._blank.program, int(holder), self._blank.month)
        grown = self._grown.get(key, 0)
        if self._cap_bp:
            spent, released = self._kept.get(key, (0, 0))
            share = min(share, Fen(max(0, part(spent, self._cap_bp) - released - grown)))
        self._grown[key] = grown + share
        return share

    def write(self) -> None:
        """Write the months that have grown."""
        changed: list[Values] = []
        new: list[Values] = []
        for key, grown in self._grown.items():
            kept = self._kept.get(key)
            if grown and kept is None:
                new.append((key[1], grown))
            elif grown and kept is not None:
                changed.append((*key, kept[1] + grown))
        self._book.change_each(GreenMonth, ("released",), changed)
        self._book.put_each(self._blank, ("member", "released"), new)

"""What a member spends and is released in a calendar month (rulebook 6.3)."""

from collections.abc import Iterable
from dataclasses import replace

from pos_app.domain.money import Fen, part
from pos_app.domain.record import Values
from pos_app.engine import wallet_lots
from pos_app.engine.book import Book
from pos_app.engine.green_records import GreenMonth


def month_now(book: Book) -> str:
    """The calendar month of what is being done, as in `2026-01`."""
    return wallet_lots.today(book)[:7]


def note_spent(book: Book, *, program: int, member: int, month: str, amount: int) -> None:
    """Count a settled base, or take it off again below zero."""
    kept = book.get(GreenMonth, program, member, month) or GreenMonth(program, member, month)
    book.put(replace(kept, spent=Fen(kept.spent + amount)))


class MonthsTogether:
    """The month of very many holders, whose lots are released one after the other."""

    def __init__(
        self, book: Book, *, program: int, month: str, holders: Iterable[str], cap_bp: int
    ) -> None:
        self._book = book
        self._blank = GreenMonth(program, 0, month)
        keys = {each: (program, int(each), month) for each in holders if not each.startswith("@")}
        kept = book.get_each(GreenMonth, keys.values())
        self._kept = {holder: kept.get(key) for holder, key in keys.items()}
        """By member as a holder; None where nothing is kept of his month yet."""
        self._room = {holder: _room(self._kept[holder], cap_bp) for holder in keys if cap_bp}
        self._grown = dict.fromkeys(keys, 0)

    def within(self, holder: str, share: Fen) -> Fen:
        """Count a share in, or what the month's cap leaves of it; a store has no month."""
        grown = self._grown.get(holder)
        if grown is None:
            return share
        if self._room:
            share = min(share, Fen(self._room[holder] - grown))
        self._grown[holder] = grown + share
        return share

    def write(self) -> None:
        """Write the months that have grown."""
        program, month = self._blank.program, self._blank.month
        changed: list[Values] = []
        new: list[Values] = []
        for holder, grown in self._grown.items():
            kept = self._kept[holder]
            if grown and kept is None:
                new.append((int(holder), grown))
            elif grown and kept is not None:
                changed.append((program, int(holder), month, kept.released + grown))
        self._book.change_each(GreenMonth, ("released",), changed)
        self._book.put_each(self._blank, ("member", "released"), new)


def _room(kept: GreenMonth | None, cap_bp: int) -> int:
    """What the cap still leaves of a member's month."""
    return 0 if kept is None else max(0, part(kept.spent, cap_bp) - kept.released)

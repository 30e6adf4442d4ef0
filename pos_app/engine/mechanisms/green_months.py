"""What a member spends and is released in a calendar month (rulebook 6.3)."""

from dataclasses import replace

from pos_app.domain.money import Fen
from pos_app.engine import wallet_lots
from pos_app.engine.book import Book
from pos_app.engine.green_records import GreenMonth


def month_now(book: Book) -> str:
    """The calendar month of what is being done, as in `2026-01`."""
    return wallet_lots.today(book)[:7]


def month_of(book: Book, *, program: int, member: int, month: str) -> GreenMonth:
    """What is kept of a member's month; nothing yet when it is new."""
    kept = book.get(GreenMonth, program, member, month)
    return kept or GreenMonth(program, member, month)


def note_spent(book: Book, *, program: int, member: int, month: str, amount: int) -> None:
    """Count a settled base, or take it off again below zero."""
    kept = month_of(book, program=program, member=member, month=month)
    book.put(replace(kept, spent=Fen(kept.spent + amount)))

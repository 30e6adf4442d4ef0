"""What a referrer could not give back; it lessens his future rewards only (1.6)."""

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine.book import Book
from pos_app.engine.records.shared import Debt


def debt_of(book: Book, program: int, *, member: int) -> Fen:
    """What a member still owes a program."""
    found = book.get(Debt, program, member)
    return found.amount if found else NOTHING


def add_debt(book: Book, program: int, *, member: int, amount: int) -> None:
    """Record what could not be taken back; below zero takes debt off again."""
    if amount:
        now = debt_of(book, program, member=member) + amount
        book.put(Debt(program, member, Fen(now)))


def offset(book: Book, program: int, *, member: int, amount: int) -> Fen:
    """Set a reward off against the debt; return how much of it was."""
    off = Fen(min(amount, debt_of(book, program, member=member)))
    add_debt(book, program, member=member, amount=-off)
    return off

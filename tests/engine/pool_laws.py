"""The invariants of the mechanisms with pools (6.6, 7.6, 8.6), on any book."""

from pos_app.domain.program import Program
from pos_app.domain.record import Index
from pos_app.domain.transfer import Transfer
from pos_app.engine.accounts import nav_pool
from pos_app.engine.appreciation_records import NavFund, NavLot
from pos_app.engine.book import Book
from pos_app.engine.pool_records import POOL_FUNDINGS

NAV_LOTS = Index(NavLot, "by_key", ("program", "sale"))


def check_pool(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """What stores have in a program is what their accounts are below zero for it."""
    for funding in book.scan(POOL_FUNDINGS, program.number):
        moved = sum(
            each.amount * ((each.debit == name) - (each.credit == name))
            for name in [f"SRC:{funding.funder}"]
            for each in transfers
            if each.program == program.number
        )
        assert funding.still_in == moved
        assert funding.still_in >= 0


def check_appreciation(book: Book, program: Program) -> None:
    """M5-2 and M5-4: units stand for settled sales, and the pool can pay them all."""
    lots = list(book.scan(NAV_LOTS, program.number))
    fund = book.get(NavFund, program.number) or NavFund(program.number)
    value = book.balance(nav_pool(program.name))
    assert fund.units == sum(lot.units for lot in lots)
    assert all(0 <= lot.units <= lot.minted for lot in lots)
    if fund.units:
        assert sum(lot.units * value // fund.units for lot in lots) <= value
        assert value > 0
        waiting = [
            lot
            for lot in lots
            if lot.units
            and lot.cap
            and lot.units * value // fund.units >= lot.cap * lot.units // lot.minted
        ]
        assert waiting == []

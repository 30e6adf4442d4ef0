"""What stores put into a program's pool, and how the rest goes back.

One pool may hold the money of several stores. No store gets back more than it put in, so
that no `SRC` ever stands above zero (INV-2).
"""

from pos_app.domain.money import Fen, split
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.accounts import source
from pos_app.engine.book import Book
from pos_app.engine.records.pool import POOL_FUNDINGS, PoolFunding


def put_in(book: Book, program: Program, *, sale: Sale, into: str, amount: int, why: str) -> None:
    """Move money of a sale's store into a pool: `SRC:<store> -> POOL`."""
    book.post(source(sale.store), into, amount, why=why, sale=sale.number, program=program.number)
    _note(book, program, store=sale.store, put=amount)


def give_back(
    book: Book, program: Program, *, sale: Sale, out_of: str, amount: int, why: str
) -> None:
    """Give a sale's store money of its own back: `POOL -> SRC:<store>`."""
    book.post(out_of, source(sale.store), amount, why=why, sale=sale.number, program=program.number)
    _note(book, program, store=sale.store, got=amount)


def give_to_funders(
    book: Book,
    program: Program,
    *,
    out_of: str,
    amount: int,
    why: str,
    sale: int | None = None,
) -> None:
    """Divide money that is nobody's any more by what each store has still in."""
    fundings = list(book.scan(POOL_FUNDINGS, program.number))
    shares = split(amount, [each.still_in for each in fundings])
    for funding, share in zip(fundings, shares, strict=True):
        book.post(out_of, source(funding.funder), share, why=why, sale=sale, program=program.number)
        _note(book, program, store=funding.funder, got=share)


def empty_pool(book: Book, program: Program, *, pool: str, why: str) -> None:
    """Give all that a pool still holds to the stores; for PROGRAM_CLOSE."""
    give_to_funders(book, program, out_of=pool, amount=book.balance(pool), why=why)


def is_funded(book: Book, program: Program) -> bool:
    """Whether the program keeps who put what into its pool."""
    return next(book.scan(POOL_FUNDINGS, program.number), None) is not None


def _note(book: Book, program: Program, *, store: str, put: int = 0, got: int = 0) -> None:
    if put == got == 0:
        return
    before = book.get(PoolFunding, program.number, store) or PoolFunding(program.number, store)
    book.put(
        PoolFunding(program.number, store, Fen(before.put_in + put), Fen(before.got_back + got))
    )

"""The reserve that a store keeps for goods that come back late (rulebook 1.6).

It is the store's own money, set aside with each concession and never another store's:
money pooled between shops would be a payment business (rulebook 1.9). It never goes
below zero; what it cannot cover the store bears, as without it.
"""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import late_reserve, source
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined, PartBack
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.parameters.late import RESERVE_ABSORBS, PoolParameters
from pos_app.engine.records.pool import LATE_RESERVES, LateReserve


def set_aside(book: Book, joined: Joined, *, base: Fen) -> None:
    """Put the sale's part into its store's reserve, when its version has one."""
    amount = _part_of(joined, base)
    if amount == 0:
        return
    program, store = joined.program, joined.sale.store
    if book.get(LateReserve, program.number, store) is None:
        book.put(LateReserve(program.number, store))
    _post(book, joined, amount=amount, why="SET_ASIDE", into_reserve=True)


def cover(book: Book, joined: Joined, *, back: PartBack, taken: TakenBack) -> TakenBack:
    """Pay the store, out of its reserve, what it does not get back otherwise."""
    if _policy_of(joined) != RESERVE_ABSORBS:
        return taken
    program, store = joined.program, joined.sale.store
    kept = book.get(LateReserve, program.number, store)
    lacking = back.concession - taken.to_merchant - taken.from_others
    covered = Fen(min(lacking, book.balance(late_reserve(program.name, store))))
    if kept is None or covered <= 0:
        return taken
    _post(book, joined, amount=covered, why="COVERED", into_reserve=False)
    book.put(replace(kept, covered=Fen(kept.covered + covered)))
    return replace(taken, from_reserve=covered)


def undo_set_aside(book: Book, joined: Joined) -> None:
    """Take a voided sale's part out again, as far as late returns have left it there."""
    held = book.balance(late_reserve(joined.program.name, joined.sale.store))
    amount = Fen(min(_part_of(joined, joined.enrolment.base), held))
    _post(book, joined, amount=amount, why="VOIDED", into_reserve=False)


def give_rest(book: Book, program: Program) -> None:
    """Give every store its own reserve back; for PROGRAM_CLOSE."""
    for each in book.scan(LATE_RESERVES, program.number):
        reserve = late_reserve(program.name, each.store)
        why = f"{program.kind}.CLOSE"
        book.post(
            reserve, source(each.store), book.balance(reserve), why=why, program=program.number
        )


def _part_of(joined: Joined, base: int) -> Fen:
    parameters = joined.parameters
    return parameters.set_aside(base) if isinstance(parameters, PoolParameters) else NOTHING


def _policy_of(joined: Joined) -> str:
    parameters = joined.parameters
    return parameters.late_return_policy if isinstance(parameters, PoolParameters) else ""


def _post(book: Book, joined: Joined, *, amount: Fen, why: str, into_reserve: bool) -> None:
    program, sale = joined.program, joined.sale
    store, reserve = source(sale.store), late_reserve(program.name, sale.store)
    debit, credit = (store, reserve) if into_reserve else (reserve, store)
    book.post(
        debit,
        credit,
        amount,
        why=f"{program.kind}.{why}",
        sale=sale.number,
        program=program.number,
    )

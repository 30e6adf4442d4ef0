"""What a member has in refer three (rulebook 4.4)."""

from pos_app.domain.holdings import ReferHolding
from pos_app.domain.money import NOTHING
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.debts import debt_of
from pos_app.engine.mechanisms.refer_settlement import parameters_of_cycle
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.refer import FREE_PURCHASES, OPEN_CYCLES, REFERRALS_OF_CYCLE


def held_in_cycle(book: Book, program: Program, *, member: int) -> ReferHolding | None:
    """The open cycle, or the oldest purchase that waits for one; or None.

    Once the program was stopped nothing of it waits any more.
    """
    if program.closed_at is not None:
        return None
    cycle = next(book.scan(OPEN_CYCLES, program.number, member), None)
    free = [each.base for each in book.scan(FREE_PURCHASES, program.number, member)]
    debt = debt_of(book, program.number, member=member)
    if cycle is None and not free and not debt:
        return None
    counted, returned, until = 0, NOTHING, None
    price = free[0] if free else NOTHING
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    if cycle is not None:
        parameters = parameters_of_cycle(book, program, cycle)
        referrals = book.scan(REFERRALS_OF_CYCLE, program.number, member, cycle.number)
        counted = sum(1 for each in referrals if each.counts)
        returned, price, until = cycle.paid, cycle.target, cycle.expires
    if not isinstance(parameters, ReferThreeParameters):
        raise TypeError(parameters)
    return ReferHolding(
        program=program.number,
        name=program.name,
        counted=counted,
        needed=parameters.n,
        returned=returned,
        price=price,
        until=until,
        waiting=len(free),
        debt=debt,
    )

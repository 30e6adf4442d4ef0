"""A void in refer three, and the end of cycles and of the program (rulebook 4.7)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import wallet
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import add_debt
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.mechanisms.refer_fixed import NO_CYCLE
from pos_app.engine.mechanisms.refer_fund import CASH, CycleFund
from pos_app.engine.mechanisms.refer_return import (
    cycles_priced_by,
    due_now,
    priced_again,
    return_latest,
    return_own,
    shrink_referral,
)
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.records.refer import (
    CANCELLED,
    CYCLES_OF_MEMBER,
    EXPIRED,
    FREE_PURCHASES,
    OPEN,
    OwnPurchase,
    ReferCycle,
    Referral,
)
from pos_app.engine.records.shared import Due

_WHOLE_RETURN = PartBack(
    now=NOTHING, returned=NOTHING, concession=NOTHING, voluntary=False, room=NOTHING
)


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Every fen that sponsor or buyer got must still be theirs (rulebook 1.6)."""
    program, sale = joined.program, joined.sale
    purchase = book.get(OwnPurchase, program.number, sale.number)
    if purchase is not None and purchase.cycle:
        cycle = kept(book, ReferCycle, program.number, purchase.member, purchase.cycle)
        if cycle.state != CANCELLED:
            plan.need(wallet(CASH, purchase.member), cycle.paid)
    for cycle in [] if purchase is None else cycles_priced_by(book, purchase):
        _, too_much = priced_again(book, program, cycle=cycle, base=0)
        plan.need(wallet(CASH, cycle.member), too_much)
    referral = book.get(Referral, program.number, sale.number)
    if referral is not None:
        plan.need(wallet(CASH, referral.sponsor), _needed(book, program, referral))


def _needed(book: Book, program: Program, referral: Referral) -> int:
    """What undoing one referral takes out of the sponsor's balance."""
    if referral.cycle == NO_CYCLE or _is_last(book, referral):
        return referral.rewarded
    cycle = kept(book, ReferCycle, program.number, referral.sponsor, referral.cycle)
    fund = CycleFund(book, program, cycle, cause=0)
    fund.change(referral.sale, counts=False)
    return max(0, cycle.paid - due_now(book, program, cycle=cycle, bases=fund.bases))


def _is_last(book: Book, referral: Referral) -> bool:
    """Whether nothing has happened to the cycle since the referral joined it."""
    cycle = kept(book, ReferCycle, referral.program, referral.sponsor, referral.cycle)
    return cycle.changes == referral.change


def void_sale(book: Book, joined: Joined, *, parameters: ReferThreeParameters) -> None:
    """Undo a sale whole: exactly if it was the last change, else as a return."""
    program, sale = joined.program, joined.sale
    return_own(book, joined, parameters=parameters, base=0, back=_WHOLE_RETURN)
    return_latest(book, joined, parameters=parameters, base=0, room=0)
    referral = book.get(Referral, program.number, sale.number)
    if referral is None:
        return
    if referral.cycle != NO_CYCLE and _is_last(book, referral):
        _undo_last(book, program, referral)
    else:
        shrink_referral(book, program, referral=referral, parameters=parameters, base=0)


def _undo_last(book: Book, program: Program, referral: Referral) -> None:
    cycle = kept(book, ReferCycle, program.number, referral.sponsor, referral.cycle)
    fund = CycleFund(book, program, cycle, cause=referral.sale)
    fund.undo_settlement(referral.sale)
    fund.change(referral.sale, base=NOTHING, counts=False, concession=NOTHING, rewarded=NOTHING)
    fund.write()
    add_debt(book, program.number, member=cycle.member, amount=referral.offset)
    paid = Fen(cycle.paid - referral.rewarded - referral.offset)
    book.put(replace(cycle, state=OPEN, paid=paid, changes=cycle.changes + 1))


def expire_cycle(book: Book, program: Program, *, due: Due) -> Fen:
    """A cycle's time is over: the rest goes back to the stores, what was paid stays."""
    purchase = kept(book, OwnPurchase, program.number, due.sale)
    cycle = kept(book, ReferCycle, program.number, purchase.member, due.part)
    return _end(book, program, cycle)


def close_cycles(book: Book, program: Program) -> None:
    """PROGRAM_CLOSE: as if every cycle's time were over."""
    for cycle in each_in_batches(book, CYCLES_OF_MEMBER, program.number):
        _end(book, program, cycle)


def end_cycles_of(book: Book, program: Program, *, member: int) -> None:
    """A member is gone: his cycles expire, and no purchase of his waits for one (4.8)."""
    for cycle in list(book.scan(CYCLES_OF_MEMBER, program.number, member)):
        _end(book, program, cycle)
    for purchase in list(book.scan(FREE_PURCHASES, program.number, member)):
        book.put(replace(purchase, free=False))


def _end(book: Book, program: Program, cycle: ReferCycle) -> Fen:
    """Also of a CLOSED one: a return may have left money of stores in its fund."""
    fund = CycleFund(book, program, cycle, cause=0)
    back = fund.sweep()
    fund.write()
    state = EXPIRED if cycle.state == OPEN else cycle.state
    if back or state != cycle.state:
        book.put(replace(cycle, state=state, changes=cycle.changes + 1))
    return Fen(back)

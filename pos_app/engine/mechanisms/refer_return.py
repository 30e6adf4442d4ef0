"""A late return in refer three: of a referral, of an own purchase (rulebook 4.7)."""

from dataclasses import dataclass, replace

from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import add_debt
from pos_app.engine.mechanism import Joined, PartBack
from pos_app.engine.mechanisms.refer_fixed import NO_CYCLE, fixed_too_much, return_fixed
from pos_app.engine.mechanisms.refer_fund import CASH, CycleFund
from pos_app.engine.mechanisms.refer_settlement import parameters_of_cycle
from pos_app.engine.mechanisms.refer_targets import due_of_cycle
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.records.refer import (
    CANCELLED,
    CLOSED,
    CYCLES_OF_MEMBER,
    EXPIRED,
    FREE_PURCHASES,
    OPEN,
    OwnPurchase,
    ReferCycle,
    Referral,
)


@dataclass(frozen=True, slots=True)
class _Undone:
    """What one side of a return took back."""

    wanted: int = 0
    from_wallet: int = 0
    netted: int = 0
    debt: int = 0
    to_merchant: int = 0


def take_back_sale(
    book: Book, joined: Joined, *, parameters: ReferThreeParameters, back: PartBack
) -> TakenBack:
    """Undo what the returned part earned the sponsor, and its own refund."""
    base = joined.enrolment.base - back.returned
    referral = book.get(Referral, joined.program.number, joined.sale.number)
    own = return_own(book, joined, parameters=parameters, base=base, back=back)
    room = max(0, back.room - own.netted) if back.voluntary else 0
    sides = [own, *return_latest(book, joined, parameters=parameters, base=base, room=room)]
    if referral is not None:
        shrunk = shrink_referral(
            book, joined.program, referral=referral, parameters=parameters, base=base
        )
        sides.append(shrunk)
    wanted = sum(each.wanted for each in sides)
    from_wallet = sum(each.from_wallet for each in sides)
    netted = sum(each.netted for each in sides)
    debt = sum(each.debt for each in sides)
    return TakenBack(
        program=joined.program.number,
        kind=joined.program.kind,
        wanted=Fen(wanted),
        from_wallet=Fen(from_wallet),
        netted=Fen(netted),
        absorbed=Fen(wanted - from_wallet - netted - debt),
        debt=Fen(debt),
        to_merchant=Fen(sum(each.to_merchant for each in sides)),
    )


def shrink_referral(
    book: Book,
    program: Program,
    *,
    referral: Referral,
    parameters: ReferThreeParameters,
    base: int,
) -> _Undone:
    """B is now smaller: below the minimum it leaves the cycle, which may open again."""
    if referral.base == base:
        return _Undone()
    if referral.cycle == NO_CYCLE:
        too_much = fixed_too_much(referral, parameters=parameters, base=base)
        taken = return_fixed(book, program, referral=referral, base=base, too_much=too_much)
        return _Undone(wanted=too_much, from_wallet=taken, debt=too_much - taken)
    cycle = kept(book, ReferCycle, program.number, referral.sponsor, referral.cycle)
    fund = CycleFund(book, program, cycle, cause=referral.sale)
    counts = referral.counts and base >= parameters.min_order
    concession = part(base, parameters.concession_bp)
    fund.change(referral.sale, base=Fen(base), counts=counts, concession=concession)
    if referral.counts and not counts and cycle.state == CLOSED:
        cycle = replace(cycle, state=_reopened(book, program, cycle))
    cycle, undone = _recompute(book, program, cycle=cycle, fund=fund, first=referral.sale)
    back = min(fund.balance, referral.concession - concession)
    fund.give_back(back, first=referral.sale)
    if cycle.state in {EXPIRED, CANCELLED} or program.closed_at is not None:
        back += fund.sweep()
    fund.write()
    book.put(replace(cycle, changes=cycle.changes + 1))
    return replace(undone, to_merchant=back)


def _reopened(book: Book, program: Program, cycle: ReferCycle) -> str:
    """A cycle that lacks a referral again waits for another, if it still may."""
    over = wallet_lots.today(book) > cycle.expires or program.closed_at is not None
    return EXPIRED if over else OPEN


def _recompute(
    book: Book, program: Program, *, cycle: ReferCycle, fund: CycleFund, first: int
) -> tuple[ReferCycle, _Undone]:
    """Take back what was paid above what is due now: wallet, then debt."""
    too_much = cycle.paid - due_now(book, program, cycle=cycle, bases=fund.bases)
    if too_much <= 0:
        return cycle, _Undone()
    taken = min(too_much, book.balance(fund.sponsor))
    fund.take_back(taken, first=first)
    add_debt(book, program.number, member=cycle.member, amount=too_much - taken)
    cycle = replace(cycle, paid=Fen(cycle.paid - too_much))
    return cycle, _Undone(wanted=too_much, from_wallet=taken, debt=too_much - taken)


def due_now(book: Book, program: Program, *, cycle: ReferCycle, bases: list[int]) -> int:
    """What a cycle is due to have paid, for these referrals."""
    parameters = parameters_of_cycle(book, program, cycle)
    return due_of_cycle(parameters, cycle.target, bases=bases)


def return_own(
    book: Book, joined: Joined, *, parameters: ReferThreeParameters, base: int, back: PartBack
) -> _Undone:
    """T is smaller now; below the minimum the cycle is cancelled whole."""
    program, sale = joined.program, joined.sale
    purchase = book.get(OwnPurchase, program.number, sale.number)
    # The same part twice takes once: then the cycle has not changed either.
    if purchase is None or purchase.base == base:
        return _Undone()
    qualifies = base >= parameters.min_order
    book.put(replace(purchase, base=Fen(base), free=purchase.free and qualifies))
    if not purchase.cycle:
        return _Undone()
    cycle = kept(book, ReferCycle, program.number, purchase.member, purchase.cycle)
    if cycle.state == CANCELLED:
        return _Undone()
    fund = CycleFund(book, program, cycle, cause=sale.number)
    if qualifies:
        if cycle.basis_sale == sale.number:
            cycle = replace(cycle, target=Fen(base))
        cycle, undone = _recompute(book, program, cycle=cycle, fund=fund, first=0)
        if cycle.state == EXPIRED or program.closed_at is not None:
            undone = replace(undone, to_merchant=fund.sweep())
    else:
        cycle, undone = _cancel(book, joined, cycle=cycle, fund=fund, back=back)
    fund.write()
    book.put(replace(cycle, changes=cycle.changes + 1))
    return undone


def _cancel(
    book: Book, joined: Joined, *, cycle: ReferCycle, fund: CycleFund, back: PartBack
) -> tuple[ReferCycle, _Undone]:
    """Take all that was paid: wallet, then the refund; it was for this sale."""
    wanted = cycle.paid
    taken = min(wanted, book.balance(fund.sponsor))
    rest = fund.refund_stores(taken)
    book.post(
        wallet(CASH, cycle.member),
        source(joined.sale.store),
        rest,
        why="M2.TAKEN_BACK",
        sale=joined.sale.number,
        program=joined.program.number,
    )
    netted = min(wanted - taken, back.room) if back.voluntary else 0
    swept = fund.sweep()
    cycle = replace(cycle, state=CANCELLED, target=NOTHING, paid=NOTHING)
    return cycle, _Undone(wanted=wanted, from_wallet=taken, netted=netted, to_merchant=swept)


def return_latest(
    book: Book, joined: Joined, *, parameters: ReferThreeParameters, base: int, room: int
) -> list[_Undone]:
    """Take back what cycles paid for the price of this purchase (LATEST_OWN).

    It is a benefit of the returner from the returned goods: wallet first, then the refund
    (rulebook 1.6). Whatever is left of the goods goes on setting the price.
    """
    purchase = book.get(OwnPurchase, joined.program.number, joined.sale.number)
    sides: list[_Undone] = []
    for cycle in [] if purchase is None else cycles_priced_by(book, purchase):
        left = base if base >= parameters.min_order else 0
        now, too_much = priced_again(book, joined.program, cycle=cycle, base=left)
        fund = CycleFund(book, joined.program, cycle, cause=joined.sale.number)
        taken = min(too_much, book.balance(fund.sponsor))
        fund.take_back(taken)
        is_over = cycle.state != OPEN or joined.program.closed_at is not None
        swept = fund.sweep() if is_over else 0
        fund.write()
        paid = Fen(cycle.paid - too_much)
        book.put(replace(now, paid=paid, changes=cycle.changes + 1))
        netted = min(too_much - taken, room)
        room -= netted
        sides.append(_Undone(wanted=too_much, from_wallet=taken, netted=netted, to_merchant=swept))
    return sides


def cycles_priced_by(book: Book, purchase: OwnPurchase) -> list[ReferCycle]:
    """The cycles that have the price of a purchase which is not their own."""
    cycles = book.scan(CYCLES_OF_MEMBER, purchase.program, purchase.member)
    return [
        each
        for each in cycles
        if each.basis_sale == purchase.sale != each.sale and each.state != CANCELLED
    ]


def priced_again(
    book: Book, program: Program, *, cycle: ReferCycle, base: int
) -> tuple[ReferCycle, int]:
    """A cycle at the price that is left, and what it has paid too much.

    `base` is what is left of the goods that priced it; at 0 the price is that
    of another free purchase or of the cycle's own.
    """
    bases = CycleFund(book, program, cycle, cause=0).bases
    before = min(cycle.paid, due_now(book, program, cycle=cycle, bases=bases))
    now = replace(cycle, target=Fen(min(base, cycle.target)))
    if base == 0:
        free = book.scan(FREE_PURCHASES, cycle.program, cycle.member, backward=True)
        others = (each for each in free if each.sale != cycle.basis_sale)
        own = kept(book, OwnPurchase, cycle.program, cycle.sale)
        best = max(own, next(others, own), key=lambda each: each.base)
        now = replace(cycle, target=Fen(min(best.base, cycle.target)), basis_sale=best.sale)
    after = due_now(book, program, cycle=now, bases=bases)
    # A cheaper purchase in between lowers what is due, never what was paid for another.
    return now, max(0, before - after, cycle.paid - now.target)

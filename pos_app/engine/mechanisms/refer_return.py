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
    EXPIRED,
    OPEN,
    OPEN_CYCLES,
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
    sides = [return_own(book, joined, parameters=parameters, base=base, back=back)]
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
        _lower_latest(book, purchase=purchase, base=base if qualifies else 0)
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


def _lower_latest(book: Book, *, purchase: OwnPurchase, base: int) -> None:
    """Under LATEST_OWN an open cycle may have the price of a free purchase."""
    for cycle in list(book.scan(OPEN_CYCLES, purchase.program, purchase.member)):
        if cycle.basis_sale == purchase.sale:
            own = kept(book, OwnPurchase, purchase.program, cycle.sale)
            now = replace(cycle, target=Fen(max(base or own.base, cycle.paid)))
            book.put(now if base else replace(now, basis_sale=cycle.sale))

"""A sale settles in refer three: an own purchase, perhaps a referral too (4.5)."""

from dataclasses import replace
from itertools import islice
from typing import cast

from pos_app.domain.moment import Day, day_after, start_of
from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import offset
from pos_app.engine.mechanism import Joined
from pos_app.engine.mechanisms.refer_fixed import fixed_after_cycle, settle_fixed
from pos_app.engine.mechanisms.refer_fund import CycleFund
from pos_app.engine.mechanisms.refer_targets import due_of_cycle
from pos_app.engine.outcomes import ALREADY_COUNTED, NO_OWN_PURCHASE, Settled
from pos_app.engine.parameters.refer import LATEST_OWN, ReferThreeParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.refer import (
    CLOSED,
    COUNTED_REFEREES,
    CYCLES_OF_MEMBER,
    FREE_PURCHASES,
    OPEN,
    OPEN_CYCLES,
    OwnPurchase,
    ReferCycle,
    Referral,
)
from pos_app.engine.records.shared import RANK_EXPIRY, SKIPPED, Due, Enrolment

EXPIRE_CYCLE = "EXPIRE_CYCLE"


def settle_sale(
    book: Book, joined: Joined, *, parameters: ReferThreeParameters, base: Fen
) -> Settled:
    """Note the own purchase; count the sale for the sponsor, or say why not."""
    program, sale = joined.program, joined.sale
    settled = joined.settled(book)
    if base >= parameters.min_order:
        book.put(OwnPurchase(program.number, sale.number, joined.member, base, free=True))
    if joined.enrolment.state == SKIPPED:
        return replace(settled, reason=joined.enrolment.reason)
    sponsor = kept_sponsor(joined)
    reason = objection(book, program, parameters=parameters, member=joined.member, sponsor=sponsor)
    if reason:
        return replace(settled, reason=reason)
    conceded = part(base, parameters.concession_bp)
    cycle = _cycle_of(book, program, sponsor=sponsor)
    if cycle is None:
        settle_fixed(book, joined, parameters=parameters, base=base, conceded=conceded)
    else:
        _count(book, joined, cycle=cycle, base=base, conceded=conceded)
    return replace(settled, concession=conceded)


def kept_sponsor(joined: Joined) -> int:
    """The sponsor of a sale that joined; nobody is a bug and stops."""
    if joined.sale.sponsor is None:
        message = f"sale {joined.sale.number} has no sponsor"
        raise ValueError(message)
    return joined.sale.sponsor


def objection(
    book: Book, program: Program, *, parameters: ReferThreeParameters, member: int, sponsor: int
) -> str:
    """Why a sale does not count for a sponsor, as the books stand now."""
    counted = book.scan(COUNTED_REFEREES, program.number, member)
    if not parameters.count_repeat and any(True for _ in islice(counted, 1)):
        return ALREADY_COUNTED
    waiting = book.scan(OPEN_CYCLES, program.number, sponsor)
    free = book.scan(FREE_PURCHASES, program.number, sponsor)
    if any(True for _ in islice(waiting, 1)) or any(True for _ in islice(free, 1)):
        return ""
    if fixed_after_cycle(book, program, parameters=parameters, sponsor=sponsor):
        return ""
    return NO_OWN_PURCHASE


def parameters_of_cycle(book: Book, program: Program, cycle: ReferCycle) -> ReferThreeParameters:
    """Stages, basis and expiry follow the version of the own purchase."""
    found = parameters_of(book, program.kind, program=program.number, version=cycle.version)
    return cast("ReferThreeParameters", found)


def _cycle_of(book: Book, program: Program, *, sponsor: int) -> ReferCycle | None:
    """The sponsor's oldest OPEN cycle, else a new one for his oldest free purchase."""
    found = next(book.scan(OPEN_CYCLES, program.number, sponsor), None)
    if found is not None:
        return found
    purchase = next(book.scan(FREE_PURCHASES, program.number, sponsor), None)
    return None if purchase is None else _open_cycle(book, program, purchase=purchase)


def _open_cycle(book: Book, program: Program, *, purchase: OwnPurchase) -> ReferCycle:
    last = next(
        iter(book.scan(CYCLES_OF_MEMBER, program.number, purchase.member, backward=True)), None
    )
    number = last.number + 1 if last else 1
    cycle = ReferCycle(
        program=program.number,
        member=purchase.member,
        number=number,
        sale=purchase.sale,
        version=kept(book, Enrolment, purchase.sale, program.number).version,
        state=OPEN,
        target=purchase.base,
        paid=Fen(0),
        expires=Day(""),
        basis_sale=purchase.sale,
    )
    days = parameters_of_cycle(book, program, cycle).cycle_expiry_days
    expires = day_after(wallet_lots.today(book), days)
    book.put(replace(purchase, free=False, cycle=number))
    book.put(
        Due(
            what=EXPIRE_CYCLE,
            program=program.number,
            sale=purchase.sale,
            part=number,
            due_at=start_of(day_after(expires, 1)),
            rank=RANK_EXPIRY,
            priority=program.priority,
        )
    )
    return replace(cycle, expires=expires)


def _count(book: Book, joined: Joined, *, cycle: ReferCycle, base: Fen, conceded: Fen) -> None:
    """Add a referral to a cycle and pay what its stage is due (rulebook 4.5)."""
    program, sale = joined.program, joined.sale
    parameters = parameters_of_cycle(book, program, cycle)
    cycle = _with_latest_price(book, parameters, cycle)
    fund = CycleFund(book, program, cycle, cause=sale.number)
    fund.put_in(
        Referral(
            program=program.number,
            sale=sale.number,
            sponsor=cycle.member,
            cycle=cycle.number,
            position=cycle.joined + 1,
            referee=joined.member,
            store=sale.store,
            base=base,
            counts=True,
            conceded=conceded,
            concession=conceded,
            change=cycle.changes + 1,
        )
    )
    bases = fund.bases
    due = due_of_cycle(parameters, cycle.target, bases=bases)
    full = max(0, due - cycle.paid)
    off = offset(book, program.number, member=cycle.member, amount=full)
    paid = min(full - off, fund.balance)
    fund.pay(paid)
    fund.change(sale.number, rewarded=Fen(paid), offset=off, short=Fen(full - off - paid))
    done = len(bases) >= parameters.n
    if done:
        fund.sweep()
    fund.write()
    book.put(
        replace(
            cycle,
            state=CLOSED if done else OPEN,
            paid=Fen(cycle.paid + off + paid),
            joined=cycle.joined + 1,
            changes=cycle.changes + 1,
        )
    )


def _with_latest_price(
    book: Book, parameters: ReferThreeParameters, cycle: ReferCycle
) -> ReferCycle:
    """LATEST_OWN: the price of the latest free purchase, never below `paid`."""
    if parameters.basis != LATEST_OWN:
        return cycle
    purchases = book.scan(FREE_PURCHASES, cycle.program, cycle.member, backward=True)
    latest = next(iter(purchases), None)
    if latest is None or latest.base < cycle.paid:
        return cycle
    return replace(cycle, target=latest.base, basis_sale=latest.sale)

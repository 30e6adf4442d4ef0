"""Goods come back: their units end, what was paid for others is claimed (7.7)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine import funding, wallet_lots
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.mechanisms.appreciation_fund import Fund, pays_vouchers, with_cap_price
from pos_app.engine.outcomes import LATER_EVENT, PROGRAM_CLOSED, TakenBack
from pos_app.engine.records.appreciation import FORCED_BY, NavLot
from pos_app.engine.taking_back import Claim, Recovered, recover
from pos_app.engine.wallet_lots import VOUCHERS


def take_back_sale(book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
    """Burn the returned part's units; the store gets at most what it gave.

    What was already paid for units of the returned part goes back into the pool. So a
    buyer cannot win by buying and returning (rulebook 7.7).
    """
    program, sale = joined.program, joined.sale
    lot = kept(book, NavLot, program.number, sale.number)
    now = back.returned - lot.returned
    if now <= 0:
        return joined.taken_back()
    rest = joined.enrolment.base - lot.returned
    fund = Fund(book, program)
    ending = lot.units * now // rest
    to_merchant = Fen(min(fund.worth(ending), back.concession))
    wanted = Fen(lot.paid * now // rest)
    funding.give_back(
        book,
        program,
        sale=sale,
        out_of=fund.pool,
        amount=to_merchant,
        why="M5.RETURNED",
    )
    fund.units -= ending
    fund.changes += 1
    book.put(
        with_cap_price(
            replace(
                lot,
                units=lot.units - ending,
                paid=Fen(lot.paid - wanted),
                returned=Fen(back.returned),
            )
        )
    )
    taken = _claim_paid(book, joined, fund=fund, lot=lot, wanted=wanted, back=back)
    fund.set_aside(sale=sale.number)
    fund.force_out(sale=0)
    fund.set_aside(sale=sale.number)
    fund.write()
    return taken.told(joined, to_merchant=to_merchant)


def _claim_paid(
    book: Book, joined: Joined, *, fund: Fund, lot: NavLot, wanted: Fen, back: PartBack
) -> Recovered:
    claim = Claim(
        into=fund.pool,
        why="M5.TAKEN_BACK",
        accounts=(fund.parameters(lot.version).payout_kind,),
        wanted=wanted,
        room=back.room if back.voluntary else NOTHING,
    )
    return recover(book, joined, claim=claim)


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Refused unless nothing has moved the price since; later buyers paid that price."""
    program, sale = joined.program, joined.sale
    if program.closed_at is not None:
        plan.refused = PROGRAM_CLOSED
        return
    lot = kept(book, NavLot, program.number, sale.number)
    fund = Fund(book, program)
    if fund.changes != lot.change:
        plan.refused = LATER_EVENT
        return
    plan.need(fund.reserve, lot.orphaned)
    for forced in book.scan(FORCED_BY, program.number, sale.number):
        account = fund.parameters(forced.version).payout_kind
        plan.need(wallet(account, forced.member), forced.forced_paid)


def void_sale(book: Book, joined: Joined) -> None:
    """Undo the conversions, the last one first, then the minting and the inflow."""
    program, sale = joined.program, joined.sale
    fund = Fund(book, program)
    orphaned = kept(book, NavLot, program.number, sale.number).orphaned
    book.post(
        fund.reserve,
        fund.pool,
        orphaned,
        why="M5.VOIDED",
        sale=sale.number,
        program=program.number,
    )
    for forced in reversed(list(book.scan(FORCED_BY, program.number, sale.number))):
        _undo_conversion(book, joined, fund=fund, lot=forced)
    lot = kept(book, NavLot, program.number, sale.number)
    fund.units -= lot.units
    # The sale before may now be undone as well.
    fund.changes = lot.change - 1
    fund.write()
    book.put(with_cap_price(replace(lot, units=0, returned=joined.enrolment.base)))
    funding.give_back(
        book,
        program,
        sale=sale,
        out_of=fund.pool,
        amount=joined.enrolment.concession,
        why="M5.VOIDED",
    )


def _undo_conversion(book: Book, joined: Joined, *, fund: Fund, lot: NavLot) -> None:
    parameters = fund.parameters(lot.version)
    program = joined.program
    if pays_vouchers(parameters) and lot.forced_paid:
        own = wallet_lots.lots_of_sale(book, VOUCHERS, program=program.number, sale=lot.sale)
        wallet_lots.take(
            book,
            VOUCHERS,
            holder=str(lot.member),
            amount=lot.forced_paid,
            first=reversed(list(own)),
        )
    book.post(
        wallet(parameters.payout_kind, lot.member),
        fund.pool,
        lot.forced_paid,
        why="M5.VOIDED",
        sale=joined.sale.number,
        program=program.number,
    )
    fund.units += lot.forced_units
    book.put(
        with_cap_price(
            replace(
                lot,
                units=lot.forced_units,
                paid=Fen(lot.paid - lot.forced_paid),
                forced_by=0,
                forced_units=0,
                forced_paid=NOTHING,
            )
        )
    )

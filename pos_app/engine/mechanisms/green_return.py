"""Goods come back: their points end, and their share of the pool goes home (6.7)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine import funding
from pos_app.engine.accounts import FEE, green_pool
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.mechanisms.green_months import note_spent
from pos_app.engine.outcomes import LATER_EVENT, PROGRAM_CLOSED, TakenBack
from pos_app.engine.records.green import GREEN_LOTS_OF_SALE, GreenFund, GreenLot, GreenSale
from pos_app.engine.taking_back import Claim, recover
from pos_app.engine.wallet_lots import VOUCHERS

BUYER = 1


def take_back_sale(book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
    """Remove the returned part's points and give the store their share of the pool.

    The store loses what was already released to others; the buyer's own releases are
    claimed in the proportion of this return (rulebook 6.7).
    """
    program, sale = joined.program, joined.sale
    noted = kept(book, GreenSale, program.number, sale.number)
    now = back.returned - noted.returned
    if now <= 0:
        return joined.taken_back()
    base = joined.enrolment.base
    pool = green_pool(program.name)
    fund = kept(book, GreenFund, program.number)
    value = book.balance(pool)
    wanted, removed = NOTHING, 0
    for lot in list(book.scan(GREEN_LOTS_OF_SALE, program.number, sale.number)):
        removed += _remove_points(book, lot, returned=back.returned, base=base)
        if lot.part == BUYER:
            wanted = Fen(lot.released * now // base)
    fair = value * removed // fund.points if fund.points else 0
    to_merchant = Fen(min(fair, back.concession, value))
    book.put(replace(fund, points=fund.points - removed))
    book.put(replace(noted, returned=Fen(back.returned)))
    funding.give_back(
        book,
        program,
        sale=sale,
        out_of=pool,
        amount=to_merchant,
        why="M4.RETURNED",
    )
    claim = Claim(
        into=pool,
        why="M4.TAKEN_BACK",
        accounts=(VOUCHERS,),
        wanted=wanted,
        room=back.room if back.voluntary else NOTHING,
    )
    taken = recover(book, joined, claim=claim)
    return taken.told(joined, to_merchant=to_merchant)


def _remove_points(book: Book, lot: GreenLot, *, returned: int, base: int) -> int:
    """Cut a lot to what did not come back; return the points that counted."""
    points = lot.granted - lot.granted * returned // base
    book.put(replace(lot, points=points, open=lot.open and points > 0))
    return lot.points - points if lot.open else 0


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Refused once a period has ended; then others were paid by what it brought."""
    program, sale = joined.program, joined.sale
    if program.closed_at is not None:
        plan.refused = PROGRAM_CLOSED
        return
    noted = kept(book, GreenSale, program.number, sale.number)
    fund = kept(book, GreenFund, program.number)
    if noted.joined != fund.periods:
        plan.refused = LATER_EVENT
        return
    plan.need(FEE, noted.fee)
    plan.need(green_pool(program.name), joined.enrolment.concession - noted.fee)


def void_sale(book: Book, joined: Joined) -> None:
    """Undo points, inflow and concession; the plan was found good."""
    program, sale, enrolment = joined.program, joined.sale, joined.enrolment
    noted = kept(book, GreenSale, program.number, sale.number)
    fund = kept(book, GreenFund, program.number)
    removed = 0
    for lot in list(book.scan(GREEN_LOTS_OF_SALE, program.number, sale.number)):
        removed += _remove_points(book, lot, returned=enrolment.base, base=enrolment.base)
    book.put(
        replace(
            fund,
            points=fund.points - removed,
            inflow=Fen(fund.inflow - enrolment.concession),
            new_sales=Fen(fund.new_sales - enrolment.base),
        )
    )
    book.put(replace(noted, returned=enrolment.base))
    note_spent(
        book,
        program=program.number,
        member=joined.member,
        month=noted.month,
        amount=-enrolment.base,
    )
    pool = green_pool(program.name)
    # The fee goes the way it came, so that the store's money in the pool is whole again.
    book.post(FEE, pool, noted.fee, why="M4.VOIDED", sale=sale.number, program=program.number)
    funding.give_back(
        book,
        program,
        sale=sale,
        out_of=pool,
        amount=enrolment.concession,
        why="M4.VOIDED",
    )

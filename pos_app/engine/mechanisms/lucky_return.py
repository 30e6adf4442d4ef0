"""Goods come back: the entry goes, or the prize counts as paid already (3.4)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine.accounts import draw_pool
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.outcomes import LATER_EVENT, PROGRAM_CLOSED, TakenBack
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.pool_lots import add_lot, own_lot
from pos_app.engine.records.draw import DrawEntry, DrawPot
from pos_app.engine.taking_back import Claim, give_own_lot_back, recover


def take_back_sale(
    book: Book, joined: Joined, *, parameters: DrawParameters, back: PartBack
) -> TakenBack:
    """Take the returned part out of the draw; a prize stays and lessens the refund.

    Also for defective goods: either way the customer has the price in total.
    """
    program, sale = joined.program, joined.sale
    entry = book.get(DrawEntry, program.number, sale.number)
    if entry is None or back.returned <= entry.returned:
        return joined.taken_back()
    base = joined.enrolment.base
    wanted = Fen(entry.prize * back.returned // base - entry.prize * entry.returned // base)
    left = Fen(base - back.returned)
    book.put(
        replace(
            entry,
            base=left,
            open=entry.open and left > 0 and not parameters.bars_base(left),
            returned=Fen(back.returned),
        )
    )
    pool = draw_pool(program.name)
    to_merchant = give_own_lot_back(
        book, joined, pool=pool, wanted=back.concession, why="M1b.RETURNED"
    )
    claim = Claim(
        into=pool,
        why="M1b.TAKEN_BACK",
        accounts=(),
        wanted=wanted,
        room=back.room,
    )
    taken = recover(book, joined, claim=claim)
    if program.closed_at is None:
        add_lot(book, program=program.number, sale=sale.number, amount=taken.together, own=False)
    return taken.told(joined, to_merchant=to_merchant)


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Refused once a round was drawn with the entry in it: its list is published."""
    program, sale = joined.program, joined.sale
    if program.closed_at is not None:
        plan.refused = PROGRAM_CLOSED
        return
    entry = book.get(DrawEntry, program.number, sale.number)
    pot = book.get(DrawPot, program.number) or DrawPot(program.number)
    lot = own_lot(book, program=program.number, sale=sale.number)
    if (entry is not None and entry.round != pot.rounds) or (
        lot is not None and lot.left != lot.granted
    ):
        plan.refused = LATER_EVENT


def void_sale(book: Book, joined: Joined) -> None:
    """Take the entry out and give the concession back; the plan was found good."""
    program, sale = joined.program, joined.sale
    entry = book.get(DrawEntry, program.number, sale.number)
    pot = book.get(DrawPot, program.number)
    if entry is not None and pot is not None:
        returned = joined.enrolment.base
        book.put(replace(entry, base=NOTHING, open=False, returned=returned))
        book.put(replace(pot, entries=pot.entries - 1))
    give_own_lot_back(
        book,
        joined,
        pool=draw_pool(program.name),
        wanted=joined.enrolment.concession,
        why="M1b.RETURNED",
    )

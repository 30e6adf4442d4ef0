"""Goods come back: energy and weight shrink, what exceeds them is claimed (8.7)."""

from dataclasses import replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine.accounts import circular_pool
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.mechanisms.circular_day import PTS
from pos_app.engine.mechanisms.circular_holders import Share, holder_of, lose
from pos_app.engine.outcomes import LATER_EVENT, PROGRAM_CLOSED, TakenBack
from pos_app.engine.pool_lots import add_lot, own_lot
from pos_app.engine.records.circular import CircleSale
from pos_app.engine.taking_back import Claim, Recovered, give_own_lot_back, recover
from pos_app.engine.wallet_lots import VOUCHERS


def take_back_sale(book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
    """Take back energy and weight of the returned part, and what exceeds them.

    The store gets the undistributed part of the sale's own lot.
    """
    program, sale = joined.program, joined.sale
    gave = kept(book, CircleSale, program.number, sale.number)
    buyer, sponsor, store = _losses(gave, base=joined.enrolment.base, returned=back.returned)
    book.put(replace(gave, returned=max(gave.returned, back.returned)))
    wanted = lose(book, program=program.number, holder=str(joined.member), share=buyer)
    lose(book, program=program.number, holder=str(gave.sponsor), share=sponsor)
    lose(book, program=program.number, holder=f"@{sale.store}", share=store)
    pool = circular_pool(program.name)
    to_merchant = give_own_lot_back(
        book, joined, pool=pool, wanted=back.concession, why="M6.RETURNED"
    )
    taken = _claim(book, joined, wanted=wanted, back=back)
    return taken.told(joined, to_merchant=to_merchant)


def _losses(gave: CircleSale, *, base: int, returned: int) -> tuple[Share, Share, Share]:
    """What buyer, sponsor and store lose now: cumulative shares, without drift (1.6)."""

    def now(figure: int) -> int:
        return figure * returned // base - figure * gave.returned // base

    if returned <= gave.returned:
        return Share(), Share(), Share()
    return (
        Share(now(gave.energy), now(gave.weight)),
        Share(0, now(gave.sponsor_weight)),
        Share(now(gave.store_energy), now(gave.store_weight)),
    )


def _claim(book: Book, joined: Joined, *, wanted: Fen, back: PartBack) -> Recovered:
    """Points first, then vouchers, then the refund; into the pool as a new lot."""
    program = joined.program
    holder = holder_of(book, program=program.number, holder=str(joined.member))
    claim = Claim(
        into=circular_pool(program.name),
        why="M6.TAKEN_BACK",
        accounts=(PTS, VOUCHERS),
        wanted=wanted,
        room=back.room if back.voluntary else NOTHING,
    )
    before = book.balance(f"{PTS}:{joined.member}")
    taken = recover(book, joined, claim=claim)
    points = before - book.balance(f"{PTS}:{joined.member}")
    if holder is not None and points:
        book.put(replace(holder, points=Fen(max(0, holder.points - points))))
    if program.closed_at is None:
        add_lot(
            book, program=program.number, sale=joined.sale.number, amount=taken.together, own=False
        )
    return taken


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Refused once a day end has paid anything on the sale."""
    program, sale = joined.program, joined.sale
    if program.closed_at is not None:
        plan.refused = PROGRAM_CLOSED
        return
    gave = kept(book, CircleSale, program.number, sale.number)
    lot = own_lot(book, program=program.number, sale=sale.number)
    own = Share(gave.energy, gave.weight)
    untouched = lot is None or lot.left == lot.granted
    whole = _has(book, joined, holder=str(joined.member), share=own)
    if not (untouched and whole and _others_have(book, joined, gave=gave)):
        plan.refused = LATER_EVENT


def _others_have(book: Book, joined: Joined, *, gave: CircleSale) -> bool:
    """Whether sponsor and store still have what the sale gave them."""
    shares = {
        str(gave.sponsor): Share(0, gave.sponsor_weight),
        f"@{joined.sale.store}": Share(gave.store_energy, gave.store_weight),
    }
    return all(
        share == Share() or _has(book, joined, holder=name, share=share)
        for name, share in shares.items()
    )


def _has(book: Book, joined: Joined, *, holder: str, share: Share) -> bool:
    kept_now = holder_of(book, program=joined.program.number, holder=holder)
    return (
        kept_now is not None and kept_now.energy >= share.energy and kept_now.weight >= share.weight
    )


def void_sale(book: Book, joined: Joined) -> None:
    """Take all of it back; the plan was found good."""
    program, sale = joined.program, joined.sale
    gave = kept(book, CircleSale, program.number, sale.number)
    base = joined.enrolment.base
    buyer, sponsor, store = _losses(gave, base=base, returned=base)
    book.put(replace(gave, returned=base))
    lose(book, program=program.number, holder=str(joined.member), share=buyer)
    lose(book, program=program.number, holder=str(gave.sponsor), share=sponsor)
    lose(book, program=program.number, holder=f"@{sale.store}", share=store)
    give_own_lot_back(
        book,
        joined,
        pool=circular_pool(program.name),
        wanted=joined.enrolment.concession,
        why="M6.RETURNED",
    )

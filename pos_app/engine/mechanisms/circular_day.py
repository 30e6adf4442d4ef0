"""The end of a day divides the pool; points become vouchers (rulebook 8.5)."""

from dataclasses import replace
from itertools import chain

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine.accounts import circular_pool, wallet
from pos_app.engine.arithmetic import pool_share
from pos_app.engine.batches import BATCH, in_batches
from pos_app.engine.book import Book
from pos_app.engine.circular_records import SHARERS, Circle, CircleHolder
from pos_app.engine.errand_refusals import PointsTooFew
from pos_app.engine.parameters_circular import CircularParameters
from pos_app.engine.pool_lots import LotLine
from pos_app.engine.program import parameters_of
from pos_app.engine.voucher_pay import VoucherTerms, grant_voucher
from pos_app.engine.wallet_lots import VOUCHERS

PTS = "PTS"
_holder = made_quickly(CircleHolder)


def divide_day(book: Book, program: Program) -> Fen:
    """Divide the pool by weight, limited by energy; return what was paid.

    Holders are read one after the other; what is over stays in the pool. Energy used up
    resets the weight: only a new purchase restarts the circle.
    """
    circle = book.get(Circle, program.number) or Circle(program.number)
    pool = circular_pool(program.name)
    divided = part(book.balance(pool), _parameters(book, program).payout_bp)
    if divided == 0 or circle.weight == 0:
        return NOTHING
    lots = LotLine(book, program=program.number, first=BATCH)
    paid, left_out = 0, 0
    for holder in chain.from_iterable(in_batches(book, SHARERS, program.number)):
        share = pool_share(divided, weight=holder.weight, whole=circle.weight)
        share = Fen(min(share, holder.energy))
        if share == 0:
            continue
        _pay(book, program, pool=pool, holder=holder, lots=lots, amount=share)
        book.put(_paid_to(holder, share))
        left_out += holder.weight if share == holder.energy else 0
        paid += share
    lots.write()
    book.put(replace(circle, weight=circle.weight - left_out))
    return Fen(paid)


def _paid_to(holder: CircleHolder, share: int) -> CircleHolder:
    """A holder after his share; written out, not replaced: a day may have a million."""
    return _holder(
        holder.program,
        holder.holder,
        holder.number,
        Fen(holder.energy - share),
        holder.weight if share < holder.energy else 0,
        Fen(holder.points + share),
        holder.last_sale,
    )


def _pay(
    book: Book, program: Program, *, pool: str, holder: CircleHolder, lots: LotLine, amount: Fen
) -> None:
    account = wallet(PTS, holder.holder)
    for funded_by, drawn in lots.draw(amount):
        book.post(
            pool,
            account,
            drawn,
            why="M6.SHARE",
            sale=funded_by,
            funded_by=funded_by,
            program=program.number,
        )


def convert_all(book: Book, program: Program, *, member: int) -> Fen:
    """Turn as many points as make whole vouchers into vouchers; return how much.

    After the program's end every point is converted: no more will be added to a rest.

    Raises:
        PointsTooFew: not enough for one voucher.
    """
    parameters = _parameters(book, program)
    face = parameters.face if program.closed_at is None else 1
    account = wallet(PTS, member)
    holder = book.get(CircleHolder, program.number, str(member))
    has = Fen(0 if holder is None else min(holder.points, book.balance(account)))
    amount = Fen(has // face * face)
    if holder is None or amount == 0:
        raise PointsTooFew(has, Fen(face))
    book.post(
        account,
        wallet(VOUCHERS, member),
        amount,
        why="M6.CONVERTED",
        sale=holder.last_sale,
        program=program.number,
    )
    grant_voucher(
        book,
        program,
        holder=str(member),
        amount=amount,
        sale=holder.last_sale,
        back_to=circular_pool(program.name),
        terms=VoucherTerms(parameters.validity_days, parameters.voucher_max_bp),
    )
    book.put(replace(holder, points=Fen(holder.points - amount)))
    return amount


def _parameters(book: Book, program: Program) -> CircularParameters:
    """Of the version in force: a day belongs to no sale."""
    found = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(found, CircularParameters):
        raise TypeError(found)
    return found

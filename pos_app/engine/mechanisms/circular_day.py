"""The end of a day divides the pool; points become vouchers (rulebook 8.5)."""

from dataclasses import replace
from typing import Any

from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.domain.record import Values
from pos_app.engine.accounts import circular_pool, wallet
from pos_app.engine.arithmetic import pool_share
from pos_app.engine.batches import BATCH, values_in_batches
from pos_app.engine.book import Book, Payment
from pos_app.engine.errand_refusals import PointsTooFew
from pos_app.engine.parameters.circular import CircularParameters
from pos_app.engine.pool_lots import LotLine
from pos_app.engine.program import parameters_of
from pos_app.engine.records.circular import SHARERS, Circle, CircleHolder
from pos_app.engine.voucher_pay import VoucherTerms, grant_voucher
from pos_app.engine.wallet_lots import VOUCHERS

PTS = "PTS"
_OF_A_HOLDER = ("number", "holder", "energy", "weight", "points")


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
    division = _Division(book, program, divided=divided, weight=circle.weight)
    for holders in values_in_batches(book, SHARERS, program.number, fields=_OF_A_HOLDER):
        division.pay(holders)
    book.put(replace(circle, weight=circle.weight - division.left_out))
    return Fen(division.paid)


class _Division:
    """One day's end; the circle's sum of weights is the caller's to write."""

    def __init__(self, book: Book, program: Program, *, divided: int, weight: int) -> None:
        self.book = book
        self.program = program
        self.divided = divided
        self.weight = weight
        self.lots = LotLine(book, program=program.number, first=BATCH)
        self.paid = 0
        self.left_out = 0
        """Weight of those whose energy is used up."""

    def pay(self, holders: list[Any]) -> None:
        """Pay each of these the share of his weight, and write what has changed."""
        payments: list[Payment] = []
        receiving: list[Values] = []
        used_up: list[Values] = []
        pool, number = circular_pool(self.program.name), self.program.number
        for _, holder, energy, weight, points in holders:
            share = pool_share(self.divided, weight=weight, whole=self.weight)
            share = Fen(min(share, energy))
            if share == 0:
                continue
            self.paid += share
            payments.extend((holder, drawn, sale) for sale, drawn in self.lots.draw(share))
            receiving.append((number, holder, energy - share, points + share))
            if energy == share:
                self.left_out += weight
                used_up.append((number, holder, 0))
        self.book.post_each(pool, PTS, payments, why="M6.SHARE", program=number)
        self.book.change_each(CircleHolder, ("energy", "points"), receiving)
        self.book.change_each(CircleHolder, ("weight",), used_up)
        self.lots.write()


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

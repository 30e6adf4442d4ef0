"""The end of a period releases points out of the pool (rulebook 6.5)."""

from dataclasses import replace
from typing import Any

from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.domain.program import Program
from pos_app.domain.record import Values
from pos_app.engine.accounts import green_pool
from pos_app.engine.arithmetic import pool_share
from pos_app.engine.batches import in_batches, values_in_batches
from pos_app.engine.book import Book
from pos_app.engine.mechanisms.green_months import MonthsTogether, month_now
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.green import (
    CLOSING_GREEN_LOTS,
    OPEN_GREEN_LOTS,
    GreenFund,
    GreenLot,
)
from pos_app.engine.voucher_pay import VoucherTerms, pay_each
from pos_app.engine.wallet_lots import Granted

_PARTS = 4
"""More than a sale has lots; keeps the vouchers of one sale apart by period and lot."""

_OF_A_LOT = ("number", "sale", "part", "holder", "points", "most", "closes", "released")
_HOLDER = _OF_A_LOT.index("holder")

_FIRST_CLOSING = 8
"""In most periods no lot is at its end."""


def end_green_period(book: Book, program: Program) -> Fen:
    """Release to every open lot its share; return what was released.

    Lots are read one after the other, in the order of their creation. What caps keep
    back stays in the pool. Without anything to release only lots at their end are read.
    """
    fund = book.get(GreenFund, program.number) or GreenFund(program.number)
    parameters = _parameters(book, program)
    release = _Release(book, program, fund=fund, parameters=parameters)
    if release.amount and fund.points:
        release.to_all()
    else:
        release.to_nobody()
    book.put(
        replace(
            fund,
            points=fund.points - release.ended,
            periods=release.period,
            prev_inflow=fund.inflow,
            inflow=Fen(0),
            new_sales=Fen(0),
        )
    )
    return Fen(release.paid)


def amount_to_release(fund: GreenFund, parameters: GreenParameters, *, value: int) -> Fen:
    """R of the rulebook: a rate of the pool, at most a share of the new sales.

    The full rate when this period conceded enough more than the one before; one without
    concessions before it counts as none.
    """
    grown = fund.inflow * WHOLE_BP >= fund.prev_inflow * (WHOLE_BP + parameters.growth_bp)
    full = fund.inflow > 0 and (fund.prev_inflow == 0 or grown)
    amount = part(value, parameters.rate_full_bp if full else parameters.rate_base_bp)
    if parameters.vs_sales_bp:
        amount = min(amount, part(fund.new_sales, parameters.vs_sales_bp))
    return amount


class _Release:
    """One period's end; the sums are the caller's to write."""

    def __init__(
        self, book: Book, program: Program, *, fund: GreenFund, parameters: GreenParameters
    ) -> None:
        self.book = book
        self.program = program
        self.pool = green_pool(program.name)
        self.parameters = parameters
        self.terms = VoucherTerms(parameters.validity_days, parameters.voucher_max_bp)
        self.points = fund.points
        self.period = fund.periods + 1
        self.amount = amount_to_release(fund, parameters, value=book.balance(self.pool))
        self.month = month_now(book)
        self.paid = 0
        self.ended = 0
        """Points of lots that closed."""

    def to_all(self) -> None:
        number = self.program.number
        for lots in values_in_batches(self.book, OPEN_GREEN_LOTS, number, fields=_OF_A_LOT):
            self._release(lots)

    def _release(self, lots: list[Any]) -> None:
        months = MonthsTogether(
            self.book,
            program=self.program.number,
            month=self.month,
            holders=(lot[_HOLDER] for lot in lots),
            cap_bp=self.parameters.member_month_cap_bp,
        )
        vouchers: list[Granted] = []
        grown: list[Values] = []
        ended: list[Values] = []
        number, first_part = self.program.number, self.period * _PARTS
        for _, sale, part_of, holder, points, most, closes, before in lots:
            share = pool_share(self.amount, weight=points, whole=self.points)
            share = months.within(holder, Fen(min(share, most - before)))
            released = before + share
            if share:
                self.paid += share
                vouchers.append((holder, share, sale, first_part + part_of))
                grown.append((number, sale, part_of, released))
            if self.period >= closes or released >= most:
                self.ended += points
                ended.append((number, sale, part_of, False))
        pay_each(
            self.book,
            self.program,
            pool=self.pool,
            why="M4.RELEASED",
            vouchers=vouchers,
            terms=self.terms,
        )
        self.book.change_each(GreenLot, ("released",), grown)
        self.book.change_each(GreenLot, ("open",), ended)
        months.write()

    def to_nobody(self) -> None:
        number = self.program.number
        closing = in_batches(self.book, CLOSING_GREEN_LOTS, number, first=_FIRST_CLOSING)
        for lots in closing:
            ended = [lot for lot in lots if lot.closes <= self.period]
            self.ended += sum(lot.points for lot in ended)
            keys = [(number, lot.sale, lot.part, False) for lot in ended]
            self.book.change_each(GreenLot, ("open",), keys)
            if len(ended) < len(lots):
                return


def _parameters(book: Book, program: Program) -> GreenParameters:
    """Of the version in force: a period belongs to no sale."""
    found = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(found, GreenParameters):
        raise TypeError(found)
    return found

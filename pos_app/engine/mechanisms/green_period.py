"""The end of a period releases points out of the pool (rulebook 6.5)."""

from dataclasses import replace
from itertools import chain

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.domain.program import Program
from pos_app.engine.accounts import green_pool
from pos_app.engine.arithmetic import pool_share
from pos_app.engine.batches import in_batches
from pos_app.engine.book import Book
from pos_app.engine.green_records import (
    CLOSING_GREEN_LOTS,
    OPEN_GREEN_LOTS,
    GreenFund,
    GreenLot,
    GreenMonth,
)
from pos_app.engine.mechanisms.green_months import month_now, month_of
from pos_app.engine.parameters_green import GreenParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records import WalletLot
from pos_app.engine.voucher_pay import Payment, VoucherTerms, pay
from pos_app.engine.wallet_lots import VOUCHERS

_lot = made_quickly(GreenLot)
_month = made_quickly(GreenMonth)
_payment = made_quickly(Payment)
_PARTS = 4
"""More than a sale has lots; keeps the vouchers of one sale apart by period and lot."""

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
        for batch in in_batches(self.book, OPEN_GREEN_LOTS, self.program.number):
            self._read_ahead(batch)
            for lot in batch:
                self._release(lot)

    def _release(self, lot: GreenLot) -> None:
        share = pool_share(self.amount, weight=lot.points, whole=self.points)
        share = Fen(min(share, lot.most - lot.released))
        if not lot.holder.startswith("@"):
            share = self._within_month(lot, share)
        self._pay(lot, amount=share)
        released = Fen(lot.released + share)
        ended = self.period >= lot.closes or released >= lot.most
        if ended:
            self.ended += lot.points
        if share or ended:
            self.book.put(_with_released(lot, released, still_open=not ended))

    def _read_ahead(self, batch: list[GreenLot]) -> None:
        members = [lot.holder for lot in batch if not lot.holder.startswith("@")]
        months = [(self.program.number, int(member), self.month) for member in members]
        self.book.read_ahead(GreenMonth, dict.fromkeys(months))
        vouchers = [(VOUCHERS, lot.program, lot.sale, self._part_of(lot)) for lot in batch]
        self.book.read_ahead(WalletLot, vouchers)

    def _part_of(self, lot: GreenLot) -> int:
        """Where a release looks first for a free place among the vouchers of a sale."""
        return self.period * _PARTS + lot.part

    def to_nobody(self) -> None:
        number = self.program.number
        closing = in_batches(self.book, CLOSING_GREEN_LOTS, number, first=_FIRST_CLOSING)
        for lot in chain.from_iterable(closing):
            if lot.closes > self.period:
                return
            self.ended += lot.points
            self.book.put(replace(lot, open=False))

    def _within_month(self, lot: GreenLot, share: Fen) -> Fen:
        """What the month's cap leaves of a member's share; a store has no cap."""
        member = int(lot.holder)
        month = month_of(self.book, program=lot.program, member=member, month=self.month)
        if self.parameters.member_month_cap_bp:
            most = part(month.spent, self.parameters.member_month_cap_bp)
            share = Fen(min(share, max(0, most - month.released)))
        if share:
            released = Fen(month.released + share)
            self.book.put(_month(lot.program, member, self.month, month.spent, released))
        return share

    def _pay(self, lot: GreenLot, *, amount: Fen) -> None:
        if amount == 0:
            return
        self.paid += amount
        payment = _payment(
            account=VOUCHERS,
            holder=lot.holder,
            amount=amount,
            funded_by=lot.sale,
            why="M4.RELEASED",
            sale=lot.sale,
            part=self._part_of(lot),
        )
        pay(self.book, self.program, pool=self.pool, payment=payment, terms=self.terms)


def _with_released(lot: GreenLot, released: Fen, *, still_open: bool) -> GreenLot:
    """A lot after a release; written out, not replaced: there may be a million."""
    return _lot(
        lot.program,
        lot.sale,
        lot.part,
        lot.number,
        lot.holder,
        lot.granted,
        lot.points,
        lot.most,
        lot.closes,
        still_open,
        released,
    )


def _parameters(book: Book, program: Program) -> GreenParameters:
    """Of the version in force: a period belongs to no sale."""
    found = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(found, GreenParameters):
        raise TypeError(found)
    return found

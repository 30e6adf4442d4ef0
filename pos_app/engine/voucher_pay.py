"""Paying a member out of a pool: as voucher money with an expiry, or balance."""

from dataclasses import dataclass

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.moment import day_after
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book
from pos_app.engine.records import WalletLot
from pos_app.engine.wallet_lots import VOUCHERS

_lot = made_quickly(WalletLot)
"""A period's end may grant a million."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money for one holder that one sale has brought in."""

    account: str
    """VCH or CASH."""
    holder: str
    amount: Fen
    funded_by: int
    """The sale whose lot it is; a voucher's lot is kept under it."""
    why: str
    sale: int
    """The sale that caused it."""
    part: int = 1
    """Where to look first for a free place among the vouchers of `funded_by`."""


@dataclass(frozen=True, slots=True)
class VoucherTerms:
    """How long voucher money lives and how much of a sale it may pay."""

    validity_days: int
    limit_bp: int


def pay(book: Book, program: Program, *, pool: str, payment: Payment, terms: VoucherTerms) -> None:
    """Move the money; a voucher expires to the pool it came from (rulebook 1.7)."""
    if payment.amount == 0:
        return
    book.post(
        pool,
        wallet(payment.account, payment.holder),
        payment.amount,
        why=payment.why,
        sale=payment.sale,
        funded_by=payment.funded_by,
        program=program.number,
    )
    if payment.account == VOUCHERS:
        grant_voucher(
            book,
            program,
            holder=payment.holder,
            amount=payment.amount,
            sale=payment.funded_by,
            back_to=pool,
            terms=terms,
            part=payment.part,
        )


def grant_voucher(
    book: Book,
    program: Program,
    *,
    holder: str,
    amount: Fen,
    sale: int,
    back_to: str,
    terms: VoucherTerms,
    part: int = 1,
) -> None:
    """Note voucher money as a lot with its last valid day."""
    wallet_lots.grant(
        book,
        program,
        lot=_lot(
            account=VOUCHERS,
            program=program.number,
            sale=sale,
            part=part,
            holder=holder,
            granted=amount,
            left=amount,
            expires=day_after(wallet_lots.today(book), terms.validity_days),
            back_to=back_to,
            limit_bp=terms.limit_bp,
        ),
    )

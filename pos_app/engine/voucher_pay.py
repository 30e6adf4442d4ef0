"""Paying a member out of a pool: as voucher money with an expiry, or balance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_app.domain.moment import day_after
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book
from pos_app.engine.records.shared import WalletLot
from pos_app.engine.wallet_lots import VOUCHERS, Granted


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
        )


def pay_each(
    book: Book,
    program: Program,
    *,
    pool: str,
    why: str,
    vouchers: Sequence[Granted],
    terms: VoucherTerms,
) -> None:
    """Pay very many vouchers, each caused and funded by the sale it is kept under."""
    payments = [voucher[:3] for voucher in vouchers]
    book.post_each(pool, VOUCHERS, payments, why=why, program=program.number)
    blank = _blank_voucher(book, program, back_to=pool, terms=terms)
    wallet_lots.grant_each(book, program, like=blank, lots=vouchers)


def grant_voucher(
    book: Book,
    program: Program,
    *,
    holder: str,
    amount: Fen,
    sale: int,
    back_to: str,
    terms: VoucherTerms,
) -> None:
    """Note voucher money as a lot with its last valid day."""
    blank = _blank_voucher(book, program, back_to=back_to, terms=terms)
    lot = replace(blank, sale=sale, holder=holder, granted=amount, left=amount)
    wallet_lots.grant(book, program, lot=lot)


def _blank_voucher(book: Book, program: Program, *, back_to: str, terms: VoucherTerms) -> WalletLot:
    """What all vouchers of one moment have in common."""
    return WalletLot(
        account=VOUCHERS,
        program=program.number,
        sale=0,
        part=1,
        holder="",
        granted=NOTHING,
        left=NOTHING,
        expires=day_after(wallet_lots.today(book), terms.validity_days),
        back_to=back_to,
        limit_bp=terms.limit_bp,
    )

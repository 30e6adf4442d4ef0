"""Whether what the customer gives pays for the basket, kind by kind."""

from pos_app.actions.books.judge_sale import paid_with_rewards
from pos_app.actions.selling.judge_basket import Judged
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.quote import SaleDraft
from pos_app.domain.refusals.sale import (
    AmountRefused,
    CashAboveLimit,
    TenderAboveDue,
    TenderNeedsMember,
    TenderTooSmall,
    UnknownTender,
)
from pos_app.domain.tender import ALL_KINDS, CASH, TenderGiven
from pos_app.engine.book import Book
from pos_app.engine.wallet import check_tender
from pos_app.shop import Shop


def check_tenders(
    book: Book, judged: Judged, draft: SaleDraft, *, cash_limit: Fen
) -> tuple[TenderGiven, ...]:
    """Return the tenders as they will be kept: only cash may be given above it.

    Raises:
        UnknownTender, AmountRefused, TenderAboveDue, TenderTooSmall, CashAboveLimit,
        TenderNeedsMember: and those of `engine.wallet.check_tender`.
    """
    total = judged.priced.total
    left = total
    for tender in draft.tenders:
        _check_one(tender, left=left)
        left = Fen(left - tender.amount)
    if left > 0:
        raise TenderTooSmall(due=total, given=Fen(total - left))
    _check_cash(draft, cash_limit)
    _check_rewards(book, judged.paid, member=judged.basket.member, total=total)
    return draft.tenders


def check_rewards(
    shop: Shop, tenders: tuple[TenderGiven, ...], *, member: int | None, total: Fen
) -> None:
    """Refuse reward tenders of a bill before any money is taken for the rest of it.

    Raises:
        TenderNeedsMember: and those of `engine.wallet.check_tender`.
    """
    with shop.storage.read() as view:
        _check_rewards(view.book, paid_with_rewards(tenders), member=member, total=total)


def _check_rewards(book: Book, paid: dict[str, Fen], *, member: int | None, total: Fen) -> None:
    for kind, amount in paid.items():
        if member is None:
            raise TenderNeedsMember(kind)
        check_tender(book, member, kind=kind, amount=amount, total=total)


def _check_one(tender: TenderGiven, *, left: Fen) -> None:
    if tender.kind not in ALL_KINDS:
        raise UnknownTender(tender.kind)
    if not 0 <= tender.amount <= tender.given <= LARGEST_AMOUNT:
        raise AmountRefused("tender", tender.given, LARGEST_AMOUNT)
    is_exact = tender.amount == tender.given
    if tender.amount > left or (tender.kind != CASH and not is_exact):
        raise TenderAboveDue(tender.kind, due=left, given=tender.given)
    if tender.kind == CASH and not is_exact and tender.amount < left:
        # Change is given only once the whole bill is paid.
        raise TenderTooSmall(due=left, given=tender.amount)


def _check_cash(draft: SaleDraft, cash_limit: Fen) -> None:
    cash = Fen(sum(each.given for each in draft.tenders if each.kind == CASH))
    if cash > cash_limit and not draft.cash_checked:
        raise CashAboveLimit(given=cash, limit=cash_limit)

"""From a fact to everything it changes: the one way rows and balances come about.

The till calls it inside a commit, `verify` calls it on a book in memory with facts read
back from the journal's bytes; both must end with the same rows (design.md section 3).
"""

from collections.abc import Callable
from typing import Any

from pos_app.actions.books import post_member, post_shop
from pos_app.actions.books.post_return import post_return
from pos_app.actions.books.post_sale import post_sale
from pos_app.actions.books.post_void import post_void
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book, kept
from pos_app.engine.errands import convert, redeem
from pos_app.engine.leaving import close_program, leave_queue
from pos_app.engine.periods import end_extra_period
from pos_app.engine.settle import settle_due
from pos_app.engine.wallet import pay_out
from pos_app.journal import facts
from pos_app.journal.entry import Entry
from pos_app.ledger import postings


def post_entry(book: Book, entry: Entry, fact: facts.Fact) -> Any:
    """Book a fact under its journal entry; return what its kind's poster returns."""
    book.open_entry(entry.number, entry.at)
    return POSTERS[type(fact)](book, entry, fact)


def _post_settled(book: Book, entry: Entry, fact: facts.Settled) -> int:
    return len(settle_due(book, fact.until, limit=fact.events))


def _post_queue_left(book: Book, entry: Entry, fact: facts.QueueLeft) -> Any:
    return leave_queue(book, kept(book, Sale, fact.sale))


def _post_program_closed(book: Book, entry: Entry, fact: facts.ProgramClosed) -> None:
    close_program(book, kept(book, Program, fact.program))


def _post_period_ended(book: Book, entry: Entry, fact: facts.PeriodEnded) -> Any:
    return end_extra_period(book, kept(book, Program, fact.program))


def _post_units_redeemed(book: Book, entry: Entry, fact: facts.UnitsRedeemed) -> Any:
    program = kept(book, Program, fact.program)
    return redeem(book, program, member=fact.member, units=fact.units)


def _post_points_converted(book: Book, entry: Entry, fact: facts.PointsConverted) -> Any:
    return convert(book, kept(book, Program, fact.program), member=fact.member)


def _post_paid_out(book: Book, entry: Entry, fact: facts.PaidOut) -> None:
    paid = Fen(fact.amount - fact.fee)
    pay_out(book, fact.member, account=fact.account, amount=paid, till=fact.till, fee=fact.fee)
    post_shop.book_all(book, [postings.of_payout(fact.till, paid)])


POSTERS: dict[type[facts.Fact], Callable[[Book, Entry, Any], Any]] = {
    facts.RulesSet: post_shop.post_rules,
    facts.StoreAdded: post_shop.post_store,
    facts.StoreLeft: post_shop.post_store_left,
    facts.ProductSaved: post_shop.post_product,
    facts.StockMoved: post_shop.post_stock,
    facts.StaffSaved: post_shop.post_staff,
    facts.SignedIn: post_shop.post_nothing,
    facts.MemberSaved: post_member.post_member,
    facts.MemberErased: post_member.post_member_erased,
    facts.MembersMerged: post_member.post_members_merged,
    facts.CardIssued: post_member.post_card,
    facts.CardRevoked: post_member.post_card_revoked,
    facts.ProgramAdopted: post_shop.post_program,
    facts.ProgramClosed: _post_program_closed,
    facts.ProgramsTried: post_shop.post_tried,
    facts.Settled: _post_settled,
    facts.ShiftOpened: post_shop.post_shift_opened,
    facts.CashMoved: post_shop.post_cash_moved,
    facts.ShiftClosed: post_shop.post_shift_closed,
    facts.SaleCompleted: post_sale,
    facts.SaleReturned: post_return,
    facts.SaleVoided: post_void,
    facts.QueueLeft: _post_queue_left,
    facts.PaidOut: _post_paid_out,
    facts.PeriodEnded: _post_period_ended,
    facts.UnitsRedeemed: _post_units_redeemed,
    facts.PointsConverted: _post_points_converted,
    facts.BasketDiscarded: post_shop.post_nothing,
    facts.ReceiptCopied: post_shop.post_nothing,
    facts.ShopRestored: post_shop.post_nothing,
    facts.KeysBroughtBack: post_shop.post_nothing,
    facts.RecoveryCodeRenewed: post_shop.post_nothing,
    facts.TimeAccepted: post_shop.post_nothing,
}

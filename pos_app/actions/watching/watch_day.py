"""What an owner looks at twice in a day's journal: who did it, and who allowed it.

Discounts, prices by hand, returns, voids, drawers opened for nothing, bills thrown away,
variances, wrong PINs: each is an entry of the journal, so that nobody can leave one out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pos_app.actions.books.journal_span import entries_between, number_at
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.approval import Approval
from pos_app.domain.catalogue import Product
from pos_app.domain.moment import Day, Instant, day_after, start_of
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale, SaleReturn
from pos_app.domain.shift import Shift
from pos_app.domain.staff import Staff
from pos_app.engine.book import Book, kept, rules_of
from pos_app.journal import facts
from pos_app.journal.canonical import read_canonical
from pos_app.journal.entry import Entry
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done that day; `entry` is its number in the journal."""

    entry: int
    at: Instant
    staff: str
    """Who did it; empty for the shop itself."""
    what: str
    """A key of `watch_words`."""
    amount: Fen | None = None
    subject: str = ""
    """A reason, a product, a person: whatever it was done to."""
    sale: int = 0
    """0 when it belongs to none."""
    approved_by: str = ""
    """The manager whose PIN allowed it; empty when nobody had to."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a fact says of itself, before it is known who did it and when."""

    what: str
    amount: Fen | None = None
    subject: str = ""
    sale: int = 0
    approved_by: int | None = None


def watch_day(shop: Shop, day: Day) -> tuple[Deed, ...]:
    """Return what was done on a business day and deserves a second look.

    The latest comes first. Reads the entries of that day alone, however long the journal.
    """
    with shop.storage.read() as seen:
        book = seen.book
        cutoff = rules_of(book).cutoff_minutes
        first = number_at(book, start_of(day, cutoff))
        behind = number_at(book, start_of(day_after(day, 1), cutoff))
        entries = chain.from_iterable(
            entries_between(book, kind.KIND, first=first, behind=behind) for kind in _WATCHED
        )
        found = chain.from_iterable(_deeds(book, entry) for entry in entries)
        return tuple(sorted(found, key=lambda deed: deed.entry, reverse=True))


def _deeds(book: Book, entry: Entry) -> Iterator[Deed]:
    fact = read_canonical(entry.body).fact
    for told in _WATCHED[type(fact)](book, fact):
        approved = told.approved_by not in {None, entry.staff}
        yield Deed(
            entry=entry.number,
            at=entry.at,
            staff=staff_name(book, entry.staff),
            what=told.what,
            amount=told.amount,
            subject=told.subject,
            sale=told.sale,
            approved_by=staff_name(book, told.approved_by or 0) if approved else "",
        )


def _approver(approvals: tuple[Approval, ...]) -> int | None:
    return approvals[-1].by if approvals else None


def _sold(_book: Book, fact: facts.SaleCompleted) -> Iterator[_Told]:
    by = _approver(fact.approvals)
    off = Fen(fact.order_discount + sum(line.discount for line in fact.lines))
    if off:
        yield _Told("discount", off, sale=fact.number, approved_by=by)
    for line in fact.lines:
        if line.price_approved:
            yield _Told("price", line.price, line.name, sale=fact.number, approved_by=by)


def _returned(book: Book, fact: facts.SaleReturned) -> Iterator[_Told]:
    goods = kept(book, SaleReturn, fact.number).goods
    by = _approver(fact.approvals)
    yield _Told("return", goods, sale=fact.sale, approved_by=by)


def _voided(book: Book, fact: facts.SaleVoided) -> Iterator[_Told]:
    total = kept(book, Sale, fact.sale).total
    yield _Told("void", total, sale=fact.sale, approved_by=_approver(fact.approvals))


def _discarded(_book: Book, fact: facts.BasketDiscarded) -> Iterator[_Told]:
    yield _Told("discard", fact.total)


def _moved(_book: Book, fact: facts.CashMoved) -> Iterator[_Told]:
    what = "drawer" if fact.amount == 0 else "cash_in" if fact.amount > 0 else "cash_out"
    yield _Told(what, fact.amount or None, fact.reason, approved_by=fact.approved_by)


def _closed(book: Book, fact: facts.ShiftClosed) -> Iterator[_Told]:
    variance = kept(book, Shift, fact.number).variance
    if variance != NOTHING:
        yield _Told("variance", variance, str(fact.z_number))


def _paid_out(_book: Book, fact: facts.PaidOut) -> Iterator[_Told]:
    yield _Told("pay_out", fact.amount)


def _copied(_book: Book, fact: facts.ReceiptCopied) -> Iterator[_Told]:
    yield _Told("copy", sale=fact.sale)


def _signed_in(book: Book, fact: facts.SignedIn) -> Iterator[_Told]:
    if not fact.accepted:
        yield _Told("wrong_pin", subject=staff_name(book, fact.person))


def _stock(book: Book, fact: facts.StockMoved) -> Iterator[_Told]:
    if fact.quantity < 0:
        product = kept(book, Product, fact.product)
        yield _Told("write_off", subject=product.name)


def _staff(book: Book, fact: facts.StaffSaved) -> Iterator[_Told]:
    yield _Told("staff", subject=kept(book, Staff, fact.number).name)


def _program(_book: Book, fact: facts.ProgramAdopted) -> Iterator[_Told]:
    yield _Told("program", subject=fact.name, approved_by=fact.approved_by)


def _program_closed(book: Book, fact: facts.ProgramClosed) -> Iterator[_Told]:
    yield _Told("program_closed", subject=kept(book, Program, fact.program).name)


def _merged(_book: Book, fact: facts.MembersMerged) -> Iterator[_Told]:
    yield _Told("merge", subject=f"{fact.member} → {fact.into}", approved_by=fact.approved_by)


def _only(what: str) -> Callable[[Book, Any], Iterator[_Told]]:
    """A deed of which nothing is told but that it was done."""

    def told(_book: Book, _fact: facts.Fact) -> Iterator[_Told]:
        yield _Told(what)

    return told


_WATCHED: dict[type[facts.Fact], Callable[[Book, Any], Iterator[_Told]]] = {
    facts.SaleCompleted: _sold,
    facts.SaleReturned: _returned,
    facts.SaleVoided: _voided,
    facts.BasketDiscarded: _discarded,
    facts.CashMoved: _moved,
    facts.ShiftClosed: _closed,
    facts.PaidOut: _paid_out,
    facts.ReceiptCopied: _copied,
    facts.SignedIn: _signed_in,
    facts.StockMoved: _stock,
    facts.StaffSaved: _staff,
    facts.ProgramAdopted: _program,
    facts.ProgramClosed: _program_closed,
    facts.MembersMerged: _merged,
    facts.RulesSet: _only("rules"),
    facts.CardRevoked: _only("card"),
    facts.RecoveryCodeRenewed: _only("recovery_code"),
    facts.KeysBroughtBack: _only("keys"),
    facts.ShopRestored: _only("restored"),
    facts.TimeAccepted: _only("clock"),
}
"""Every kind that is looked at, and what its entries tell."""

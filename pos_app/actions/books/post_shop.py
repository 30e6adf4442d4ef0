"""Rows of the shop itself: rules, products, staff, programs, shifts.

Pure, like every `post_*` file: a fact goes in, records and transfers go to the book.
"""

from dataclasses import fields, replace

from pos_app.domain.catalogue import (
    BARCODES_OF_PRODUCT,
    Barcode,
    Product,
)
from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen
from pos_app.domain.program import Program, ProgramTrial, ProgramVersion
from pos_app.domain.settings import ShopRules
from pos_app.domain.shift import CashMove, Shift
from pos_app.domain.staff import Staff
from pos_app.domain.store import Store
from pos_app.domain.transfer import Posting
from pos_app.engine.book import Book, kept, rules_of
from pos_app.engine.periods import schedule_periods
from pos_app.journal import facts
from pos_app.journal.entry import Entry
from pos_app.ledger import chart, postings


def book_all(book: Book, made: list[Posting], sale: int | None = None) -> None:
    """Book postings in their order."""
    for each in made:
        book.post(each.debit, each.credit, each.amount, why=each.why, sale=sale)


def post_rules(book: Book, entry: Entry, fact: facts.RulesSet) -> None:
    """Replace the shop's rules."""
    book.put(ShopRules(**{each.name: getattr(fact, each.name) for each in fields(fact)}))


def post_store(book: Book, entry: Entry, fact: facts.StoreAdded) -> None:
    """Add a store."""
    book.put(Store(fact.code, fact.name))


def post_store_left(book: Book, entry: Entry, fact: facts.StoreLeft) -> None:
    """Note when a store left; its lots, tickets and points stay as they are."""
    book.put(replace(kept(book, Store, fact.code), left_at=entry.at))


def post_product(book: Book, entry: Entry, fact: facts.ProductSaved) -> None:
    """Write a product with its barcodes; codes that left are kept but name nothing."""
    book.put(
        Product(
            number=fact.number,
            sku=fact.sku,
            name=fact.name,
            price=fact.price,
            cost=fact.cost,
            tax_rate=fact.tax_rate,
            excluded=fact.excluded,
            unit=fact.unit,
            category=fact.category,
            weighed=fact.weighed,
            on_sale=fact.on_sale,
            owner=fact.owner,
        )
    )
    codes = {code.code for code in fact.codes}
    for old in list(book.scan(BARCODES_OF_PRODUCT, fact.number)):
        if old.code not in codes:
            book.put(replace(old, product=0))
    for code in fact.codes:
        book.put(Barcode(code.code, code.printed, fact.number))


def post_stock(book: Book, entry: Entry, fact: facts.StockMoved) -> None:
    """Goods onto the shelf (above zero) or off it."""
    moved = postings.of_goods_moved(fact.product, abs(fact.quantity))
    book_all(book, [postings.turned(moved) if fact.quantity > 0 else moved])


def post_staff(book: Book, entry: Entry, fact: facts.StaffSaved) -> None:
    """Write a person; the journal has the PIN's hash, the action puts the PIN."""
    book.put(Staff(fact.number, fact.name, fact.role, fact.pin_sha256, active=fact.active))


def post_program(book: Book, entry: Entry, fact: facts.ProgramAdopted) -> None:
    """Adopt a program or its next version, valid for later sales."""
    book.put(ProgramVersion(fact.number, fact.version, entry.at, fact.params))
    program = Program(
        number=fact.number,
        name=fact.name,
        kind=fact.kind,
        priority=fact.priority,
        version=fact.version,
        enabled=fact.enabled,
        consent_by=fact.consent_by,
    )
    book.put(program)
    schedule_periods(book, program)


def post_tried(book: Book, entry: Entry, fact: facts.ProgramsTried) -> None:
    """Note the trial of each program; a later one takes its place."""
    for digest in fact.digests:
        book.put(ProgramTrial(digest, entry.number))


def post_shift_opened(book: Book, entry: Entry, fact: facts.ShiftOpened) -> None:
    """Open a shift; the float comes from the safe."""
    rules = rules_of(book)
    book.put(
        Shift(
            number=fact.number,
            till=fact.till,
            staff=entry.staff,
            opened_at=entry.at,
            day=business_day(entry.at, rules.cutoff_minutes),
            opening_float=fact.opening_float,
            store=fact.store,
        )
    )
    book_all(book, [postings.of_cash_moved(fact.store, fact.till, amount=fact.opening_float)])


def post_cash_moved(book: Book, entry: Entry, fact: facts.CashMoved) -> None:
    """Put cash in or take it out, or note that the drawer was opened for nothing."""
    shift = kept(book, Shift, fact.shift)
    book.put(
        CashMove(
            fact.number,
            fact.shift,
            entry.staff,
            entry.at,
            fact.amount,
            fact.reason,
            fact.approved_by,
        )
    )
    book_all(book, [postings.of_cash_moved(shift.store, shift.till, amount=fact.amount)])


def post_shift_closed(book: Book, entry: Entry, fact: facts.ShiftClosed) -> None:
    """Close a shift with what was counted; the variance is stored, never refused."""
    shift = kept(book, Shift, fact.number)
    expected = Fen(-book.balance(chart.drawer(shift.till)))
    book.put(
        replace(
            shift,
            closed_at=entry.at,
            expected=expected,
            counted=fact.counted,
            variance=Fen(fact.counted - expected),
            z_number=fact.z_number,
        )
    )
    book_all(
        book,
        postings.of_shift_closed(shift.store, shift.till, counted=fact.counted, expected=expected),
    )


def post_nothing(book: Book, entry: Entry, fact: facts.Fact) -> None:
    """Some facts are for the record only: sign-ins, copies, restores."""

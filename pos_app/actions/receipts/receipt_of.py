"""What a stored sale's receipt says; nothing is looked up but the books.

A return and a void have a receipt of their own; `receipt_of_undone` makes those.
"""

from collections.abc import Iterable
from dataclasses import replace

from pos_app.actions.receipts.receipt_member import receipt_member
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.catalogue import Product
from pos_app.domain.codes.receipt_code import ReceiptCode, build_receipt_code
from pos_app.domain.money import BasisPoints, Fen, price_of
from pos_app.domain.papers.receipt_facts import (
    RULES_APART,
    ReceiptFacts,
    ReceiptLine,
    ReceiptShop,
    ReceiptTax,
    ReceiptTender,
)
from pos_app.domain.program import OPEN_PROGRAMS, Program
from pos_app.domain.sale import LINES_OF_SALE, TENDERS_OF_SALE, Sale, SaleLine
from pos_app.domain.settings import ShopSettings
from pos_app.domain.standing import Disclosure
from pos_app.domain.store import Store
from pos_app.engine.book import Book, kept
from pos_app.engine.disclosure import disclosures
from pos_app.engine.gained import concerns_program
from pos_app.engine.records.shared import ENROLMENTS
from pos_app.engine.telling.organiser import PRIZE_SALES, organiser_told
from pos_app.journal.entry import Entry

_PRINTED_OF_HASH = 8


def receipt_of(book: Book, sale: Sale, *, settings: ShopSettings, copy: int) -> ReceiptFacts:
    """Return the receipt of a sale as it was sold; `copy` 0 is the first print."""
    lines = tuple(book.scan(LINES_OF_SALE, sale.number))
    tenders = tuple(book.scan(TENDERS_OF_SALE, sale.number))
    head = journal_hash(book, sale)
    return ReceiptFacts(
        shop=head_of_sale(book, sale, settings=settings),
        number=sale_number(sale.number),
        till=sale.till,
        cashier=staff_name(book, sale.staff),
        at=sale.at,
        lines=tuple(_line(book, each) for each in lines),
        subtotal=Fen(sum(price_of(each.price, each.quantity) for each in lines)),
        line_discounts=Fen(sum(each.discount for each in lines)),
        order_discount=sale.order_discount,
        total=sale.total,
        tenders=tuple(
            ReceiptTender(
                each.kind,
                each.amount,
                given=each.given if each.given != each.amount else Fen(0),
                note=each.note,
            )
            for each in tenders
        ),
        change=Fen(sum(each.given - each.amount for each in tenders)),
        rounding=sale.rounding,
        taxes=receipt_taxes((each.tax_rate, each.net, each.tax) for each in lines),
        member=receipt_member(book, sale),
        disclosures=_disclosed(book, settings) if sale.member is not None else (),
        rules_version=_rules_version(book, sale),
        journal_hash=head,
        code=build_receipt_code(ReceiptCode(sale=sale.number, check=head)),
        copy=copy,
        is_training=settings.training,
    )


def _rules_version(book: Book, sale: Sale) -> str:
    """Each program that keeps something of the sale, under the version it was rung up."""
    return RULES_APART.join(
        f"{kept(book, Program, each.program).name} v{each.version}"
        for each in book.scan(ENROLMENTS, sale.number)
        if concerns_program(book, sale, enrolment=each)
    )


def _disclosed(book: Book, settings: ShopSettings) -> tuple[Disclosure, ...]:
    """Each program's sentence; who holds prize sales where the head does not say it."""
    held = {program.kind for program in book.scan(OPEN_PROGRAMS)} & PRIZE_SALES
    organiser = organiser_told(min(held), settings) if held and settings.organiser else ()
    return (*disclosures(book), *organiser)


def receipt_shop(settings: ShopSettings) -> ReceiptShop:
    """Return the head of the paper."""
    return ReceiptShop(
        name=settings.name,
        address=settings.address,
        contact=settings.contact,
        tax_number=settings.tax_number,
    )


def head_of_sale(book: Book, sale: Sale, *, settings: ShopSettings) -> ReceiptShop:
    """Return the head of a sale's paper; it names whose goods they are (rulebook 9.3)."""
    goods_of = kept(book, Store, sale.store).name if sale.till_store else ""
    return replace(receipt_shop(settings), goods_of=goods_of)


def sale_number(number: int) -> str:
    """Return a sale's number as it is printed and read out."""
    return f"{number:06}"


def journal_hash(book: Book, sale: Sale) -> str:
    """Return the first eight characters of the sale's entry (design.md section 3)."""
    return printed_hash(kept(book, Entry, sale.entry))


def printed_hash(entry: Entry) -> str:
    """Return what of an entry's hash stands on paper."""
    return entry.digest.hex()[:_PRINTED_OF_HASH]


def weighed_in(book: Book, line: SaleLine) -> tuple[bool, str]:
    """Return whether a line was weighed, and in what: as the product says today."""
    product = book.get(Product, line.product)
    if product is None or not product.weighed:
        return False, ""
    return True, product.unit


def _line(book: Book, line: SaleLine) -> ReceiptLine:
    is_weighed, unit = weighed_in(book, line)
    return ReceiptLine(
        name=line.name,
        unit=unit,
        is_weighed=is_weighed,
        quantity=line.quantity,
        price=line.price,
        amount=Fen(price_of(line.price, line.quantity) - line.discount),
        tax_rate=line.tax_rate,
        discount=line.discount,
    )


def receipt_taxes(taxed: Iterable[tuple[BasisPoints, Fen, Fen]]) -> tuple[ReceiptTax, ...]:
    """Add up net and tax of lines by rate; what is free of tax is not named."""
    sums: dict[BasisPoints, tuple[int, int]] = {}
    for rate, net, tax in taxed:
        if rate:
            nets, taxes = sums.get(rate, (0, 0))
            sums[rate] = nets + net, taxes + tax
    return tuple(
        ReceiptTax(rate, amount=Fen(net), tax=Fen(tax)) for rate, (net, tax) in sorted(sums.items())
    )

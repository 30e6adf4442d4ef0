"""The receipt of a return or a void: what came back and what was paid back."""

from dataclasses import replace

from pos_app.actions.receipts.receipt_member import receipt_member
from pos_app.actions.receipts.receipt_of import (
    head_of_sale,
    printed_hash,
    receipt_shop,
    receipt_taxes,
    sale_number,
    weighed_in,
)
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen, Milli, price_of
from pos_app.domain.papers.receipt_facts import (
    ReceiptFacts,
    ReceiptLine,
    ReceiptReturn,
    ReceiptTender,
)
from pos_app.domain.sale import (
    LINES_OF_RETURN,
    LINES_OF_SALE,
    TENDERS_OF_RETURN,
    TENDERS_OF_SALE,
    Sale,
    SaleLine,
    SaleReturn,
)
from pos_app.domain.settings import ShopSettings
from pos_app.domain.tender import POINTS, REWARD, VOUCHER
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine.book import Book, kept
from pos_app.engine.records.shared import ENROLMENTS, SKIPPED
from pos_app.journal.entry import Entry

VOID = "void"
"""The reason on the receipt of a sale that was undone whole."""


def receipt_of_return(
    book: Book, record: SaleReturn, *, settings: ShopSettings, copy: int
) -> ReceiptFacts:
    """Return the receipt of goods that came back."""
    sale = kept(book, Sale, record.sale)
    back = [
        (book.get(SaleLine, sale.number, each.line), each.quantity, each.net, each.tax)
        for each in book.scan(LINES_OF_RETURN, record.number)
    ]
    lines = [(line, quantity, net, tax) for line, quantity, net, tax in back if line is not None]
    rewards = ((VOUCHER, record.voucher), (REWARD, record.reward), (POINTS, record.points))
    tenders = [ReceiptTender(kind, amount) for kind, amount in rewards if amount]
    tenders += [
        ReceiptTender(each.kind, each.amount)
        for each in book.scan(TENDERS_OF_RETURN, record.number)
    ]
    facts = _undone(
        book,
        kept(book, Entry, record.entry),
        settings=settings,
        number=f"R{record.number:06}",
        staff=record.staff,
        at=record.at,
        lines=lines,
        tenders=tuple(tenders),
        returned=ReceiptReturn(
            sale_number(sale.number),
            record.reason,
            netted=record.netted,
            ends_rewards=_ends_rewards(book, sale),
        ),
        copy=copy,
    )
    head = head_of_sale(book, sale, settings=settings)
    return replace(facts, shop=head, member=receipt_member(book, sale, undone_by=record.entry))


def _ends_rewards(book: Book, sale: Sale) -> bool:
    """Whether a sale that joined programs has come back whole by now."""
    joined = any(each.state != SKIPPED for each in book.scan(ENROLMENTS, sale.number))
    lines = book.scan(LINES_OF_SALE, sale.number)
    return joined and all(each.returned == each.quantity for each in lines)


def receipt_of_void(
    book: Book, sale: Sale, *, settings: ShopSettings, at: Instant, copy: int
) -> ReceiptFacts:
    """Return the receipt of a sale that was undone whole."""
    lines = [
        (each, each.quantity, each.net, each.tax) for each in book.scan(LINES_OF_SALE, sale.number)
    ]
    tenders = book.scan(TENDERS_OF_SALE, sale.number)
    # Nothing happens to a sale after its void.
    entry = max(each.entry for each in book.scan(TRANSFERS_OF_SALE, sale.number))
    facts = _undone(
        book,
        kept(book, Entry, entry),
        settings=settings,
        number=f"V{sale.number:06}",
        staff=sale.staff,
        at=at,
        lines=lines,
        tenders=tuple(ReceiptTender(each.kind, each.amount) for each in tenders),
        returned=ReceiptReturn(sale_number(sale.number), VOID),
        copy=copy,
    )
    head = head_of_sale(book, sale, settings=settings)
    return replace(facts, shop=head, member=receipt_member(book, sale, undone_by=entry))


def _undone(
    book: Book,
    entry: Entry,
    *,
    settings: ShopSettings,
    number: str,
    staff: int,
    at: Instant,
    lines: list[tuple[SaleLine, Milli, Fen, Fen]],
    tenders: tuple[ReceiptTender, ...],
    returned: ReceiptReturn,
    copy: int,
) -> ReceiptFacts:
    """The paper bears the entry that undid the sale, not that of the sale."""
    shown = tuple(_line(book, line, quantity, net=net) for line, quantity, net, _ in lines)
    return ReceiptFacts(
        shop=receipt_shop(settings),
        number=number,
        till=settings.till,
        cashier=staff_name(book, staff),
        at=at,
        lines=shown,
        subtotal=Fen(sum(each.amount + each.discount for each in shown)),
        line_discounts=Fen(sum(each.discount for each in shown)),
        order_discount=Fen(0),
        total=Fen(sum(each.amount for each in shown)),
        tenders=tenders,
        taxes=receipt_taxes((line.tax_rate, net, tax) for line, _, net, tax in lines),
        journal_hash=printed_hash(entry),
        copy=copy,
        is_training=settings.training,
        returned=returned,
    )


def _line(book: Book, line: SaleLine, quantity: Milli, *, net: Fen) -> ReceiptLine:
    is_weighed, unit = weighed_in(book, line)
    # Shares of discounts are floored as they come back: a fen may stand above the price.
    gross = max(price_of(line.price, quantity), net)
    return ReceiptLine(
        name=line.name,
        unit=unit,
        is_weighed=is_weighed,
        quantity=quantity,
        price=line.price,
        amount=net,
        tax_rate=line.tax_rate,
        discount=Fen(gross - net),
    )

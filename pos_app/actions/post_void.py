"""A sale of the day undone whole: the technical reversal of rulebook 1.6; pure."""

from dataclasses import replace

from pos_app.actions.post_shop import book_all, kept, rules_of
from pos_app.domain.moment import business_day
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.sale import VOIDED, Sale, SaleLine, SaleTender
from pos_app.domain.tender import REWARD_KINDS
from pos_app.engine.book import Book
from pos_app.engine.undo import void
from pos_app.journal.entry import Entry
from pos_app.journal.facts import SaleVoided
from pos_app.ledger import postings


def post_void(book: Book, entry: Entry, fact: SaleVoided) -> Sale:
    """Turn a sale's transfers round; the engine refuses before anything is written."""
    sale = kept(book, Sale, fact.sale)
    void(book, sale, day=business_day(entry.at, rules_of(book).cutoff_minutes))
    position = 1
    while (tender := book.get(SaleTender, sale.number, position)) is not None:
        _tender_back(book, sale, fact, tender=tender)
        position += 1
    taxed: dict[BasisPoints, tuple[int, int]] = {}
    number = 1
    while (line := book.get(SaleLine, sale.number, number)) is not None:
        book.put(replace(line, returned=line.quantity))
        moved = postings.of_goods_moved(line.product, line.quantity)
        book_all(book, [postings.turned(moved)], sale.number)
        net, tax = taxed.get(line.tax_rate, (0, 0))
        taxed[line.tax_rate] = (net + line.net, tax + line.tax)
        number += 1
    sold = postings.of_goods_sold(
        sale.store, [(rate, Fen(net), Fen(tax)) for rate, (net, tax) in sorted(taxed.items())]
    )
    book_all(book, [postings.turned(each) for each in sold], sale.number)
    done = replace(sale, state=VOIDED, returned_base=sale.base)
    book.put(done)
    return done


def _tender_back(book: Book, sale: Sale, fact: SaleVoided, *, tender: SaleTender) -> None:
    """The engine gave reward tenders back already; here the takings are turned round."""
    till = sale.till if tender.kind in REWARD_KINDS else fact.till
    taken = postings.of_tender(till, tender.kind, amount=tender.amount)
    book_all(book, [postings.turned(taken)], sale.number)
    book.put(replace(tender, returned=tender.amount))

"""A sale of the day undone whole: the technical reversal of rulebook 1.6; pure."""

from dataclasses import replace

from pos_app.actions.books.post_shop import book_all
from pos_app.domain.moment import business_day
from pos_app.domain.sale import VOIDED, Sale, SaleLine, SaleTender
from pos_app.domain.tender import REWARD_KINDS
from pos_app.engine.book import Book, kept, rules_of
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
    taxed = []
    number = 1
    while (line := book.get(SaleLine, sale.number, number)) is not None:
        book.put(replace(line, returned=line.quantity))
        moved = postings.of_goods_moved(line.product, line.quantity)
        book_all(book, [postings.turned(moved)], sale.number)
        taxed.append((line.tax_rate, line.net, line.tax))
        number += 1
    book_all(book, postings.of_goods_back(sale.store, taxed), sale.number)
    done = replace(sale, state=VOIDED, returned_base=sale.base)
    book.put(done)
    return done


def _tender_back(book: Book, sale: Sale, fact: SaleVoided, *, tender: SaleTender) -> None:
    """The engine gave reward tenders back already; here the takings are turned round."""
    till = sale.till if tender.kind in REWARD_KINDS else fact.till
    taken = postings.of_tender(till, tender.kind, amount=tender.amount)
    book_all(book, [postings.turned(taken)], sale.number)
    book.put(replace(tender, returned=tender.amount))

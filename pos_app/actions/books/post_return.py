"""Goods that came back as rows, transfers, stock and unwound rewards; pure."""

from dataclasses import dataclass, replace

from pos_app.actions.books.post_shop import book_all
from pos_app.domain.moment import business_day
from pos_app.domain.money import NOTHING, Fen, Milli, cumulative_share
from pos_app.domain.sale import ReturnLine, ReturnTender, Sale, SaleLine, SaleReturn, SaleTender
from pos_app.domain.tender import MONEY_KINDS, POINTS, REWARD, VOUCHER
from pos_app.engine.book import Book, kept, rules_of
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.shared import ENROLMENTS, PENDING
from pos_app.engine.undo import return_part
from pos_app.engine.wallet import give_back
from pos_app.journal.entry import Entry
from pos_app.journal.facts import SaleReturned
from pos_app.ledger import postings


@dataclass(frozen=True, slots=True)
class ReturnPosted:
    """A return in the books: what was undone and what is paid back."""

    record: SaleReturn
    tenders: tuple[ReturnTender, ...]
    taken: tuple[TakenBack, ...]
    """Per program: what of its rewards was taken back and what was netted."""
    waits: bool
    """Some reward of the sale was still waiting: it counts only what stays (1.6)."""


@dataclass(frozen=True, slots=True)
class _Back:
    """What comes back of one line, by the cumulative rule of rulebook 1.4."""

    line: SaleLine
    quantity: Milli
    net: Fen
    base: Fen
    voucher: Fen
    reward: Fen
    points: Fen
    tax: Fen


def post_return(book: Book, entry: Entry, fact: SaleReturned) -> ReturnPosted:
    """Write a return: reward tenders back first, then the programs, then the money."""
    sale = kept(book, Sale, fact.sale)
    back = [
        _of_line(kept(book, SaleLine, sale.number, each.line), each.quantity) for each in fact.lines
    ]
    base = Fen(sum(each.base for each in back))
    shares = {
        VOUCHER: Fen(sum(each.voucher for each in back)),
        REWARD: Fen(sum(each.reward for each in back)),
        POINTS: Fen(sum(each.points for each in back)),
    }
    goods = Fen(sum(each.net for each in back))
    _goods_back(book, sale, fact, back=back)
    for kind, amount in shares.items():
        _reward_tender_back(book, sale, kind, amount=amount)
    room = Fen(min(base, goods - sum(shares.values())))
    waits = any(each.state == PENDING for each in book.scan(ENROLMENTS, sale.number))
    taken = return_part(book, sale, base=base, reason=fact.reason, room=room)
    sale = replace(sale, returned_base=Fen(sale.returned_base + base), returns=sale.returns + 1)
    book.put(sale)
    netted = Fen(sum(each.from_refund for each in taken))
    book_all(book, [postings.of_netting(sale.store, netted)], sale.number)
    paid_back = Fen(goods - sum(shares.values()) - netted)
    tenders = _money_back(book, sale, fact, amount=paid_back)
    record = SaleReturn(
        number=fact.number,
        sale=sale.number,
        sequence=sale.returns,
        entry=entry.number,
        ref=fact.ref,
        till=fact.till,
        shift=fact.shift,
        staff=entry.staff,
        at=entry.at,
        day=business_day(entry.at, rules_of(book).cutoff_minutes),
        reason=fact.reason,
        goods=goods,
        base=base,
        tax=Fen(sum(each.tax for each in back)),
        voucher=shares[VOUCHER],
        reward=shares[REWARD],
        points=shares[POINTS],
        netted=netted,
        paid_back=paid_back,
    )
    book.put(record)
    return ReturnPosted(record, tenders, taken, waits)


def _of_line(line: SaleLine, quantity: Milli) -> _Back:
    done = line.returned + quantity

    def now(figure: Fen) -> Fen:
        before = cumulative_share(figure, done=line.returned, whole=line.quantity, already=0)
        return cumulative_share(figure, done=done, whole=line.quantity, already=before)

    return _Back(
        line,
        quantity,
        net=now(line.net),
        base=now(line.base),
        voucher=now(line.voucher),
        reward=now(line.reward),
        points=now(line.points),
        tax=now(line.tax),
    )


def _goods_back(book: Book, sale: Sale, fact: SaleReturned, *, back: list[_Back]) -> None:
    for each in back:
        book.put(replace(each.line, returned=Milli(each.line.returned + each.quantity)))
        book.put(
            ReturnLine(fact.number, each.line.line, each.quantity, each.net, each.base, each.tax)
        )
        book_all(
            book,
            [postings.turned(postings.of_goods_moved(each.line.product, each.quantity))],
            sale.number,
        )
    taxed = [(each.line.tax_rate, each.net, each.tax) for each in back]
    book_all(book, postings.of_goods_back(sale.store, taxed), sale.number)


def _reward_tender_back(book: Book, sale: Sale, kind: str, *, amount: Fen) -> None:
    """Give a reward tender back to where it was drawn, on the sale's till (1.6)."""
    if amount == 0:
        return
    give_back(book, sale, kind=kind, amount=amount)
    _mark_returned(book, sale, kind, amount=amount)
    taken = postings.of_tender(sale.till, kind, amount=amount)
    book_all(book, [postings.turned(taken)], sale.number)


def _mark_returned(book: Book, sale: Sale, kind: str, *, amount: Fen) -> None:
    """Note on the tenders of a kind, in the order given, what went back of them."""
    left = amount
    position = 1
    while left > 0:
        tender = kept(book, SaleTender, sale.number, position)
        now = Fen(min(left, tender.amount - tender.returned)) if tender.kind == kind else NOTHING
        if now > 0:
            book.put(replace(tender, returned=Fen(tender.returned + now)))
            left = Fen(left - now)
        position += 1


def _money_back(
    book: Book, sale: Sale, fact: SaleReturned, *, amount: Fen
) -> tuple[ReturnTender, ...]:
    """Pay back to the money tenders as they were given, each up to what is left."""
    paid: list[ReturnTender] = []
    left = amount
    position = 1
    while left > 0:
        tender = kept(book, SaleTender, sale.number, position)
        now = min(left, tender.amount - tender.returned) if tender.kind in MONEY_KINDS else NOTHING
        if now > 0:
            book.put(replace(tender, returned=Fen(tender.returned + now)))
            row = ReturnTender(fact.number, len(paid) + 1, tender.kind, Fen(now))
            book.put(row)
            paid.append(row)
            back = postings.of_tender(fact.till, tender.kind, amount=Fen(now))
            book_all(book, [postings.turned(back)], sale.number)
            left = Fen(left - now)
        position += 1
    return tuple(paid)

"""What is owed now, what it would earn, and how the member stands; before payment."""

from dataclasses import replace

from pos_app.actions.members.show_member import standing_in
from pos_app.actions.selling.judge_basket import Judged, judge_basket
from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen
from pos_app.domain.quote import Quote
from pos_app.domain.standing import Expected
from pos_app.domain.tender import TenderGiven
from pos_app.engine.book import Book
from pos_app.engine.disclosure import disclosures
from pos_app.engine.enrol import foresee
from pos_app.engine.wallet import limits
from pos_app.shop import Shop


def quote_basket(shop: Shop, basket: Basket, *, tenders: tuple[TenderGiven, ...] = ()) -> Quote:
    """Work out a basket with the records of now; reads only.

    Raises:
        QuantityRefused: a quantity is not above zero, or too large.
        AmountRefused: a discount or reward tender is more than its whole.
    """
    with shop.storage.read() as view:
        judged = judge_basket(
            view.book, basket, tenders=tenders, store=shop.settings.store, at=shop.clock.now()
        )
        return quote_of(view.book, judged, tenders)


def quote_of(book: Book, judged: Judged, tenders: tuple[TenderGiven, ...]) -> Quote:
    """Turn a judged basket into what the screen shows."""
    member, total = judged.basket.member, judged.priced.total
    return Quote(
        basket=judged.basket,
        priced=judged.priced,
        tenders=tenders,
        due=Fen(total - sum(judged.paid.values())),
        limits=limits(book, member, total=total) if member is not None else (),
        expected=_expected(book, judged) if member is not None else (),
        disclosures=disclosures(book),
        standing=standing_in(book, member) if member is not None else None,
        digest=judged.digest,
    )


def _expected(book: Book, judged: Judged) -> tuple[Expected, ...]:
    """What each program would add; said for each store whose goods are on the bill."""
    several = len(judged.sales) > 1
    return tuple(
        replace(each, store=sale.part.store if several else "")
        for sale in judged.sales
        for each in foresee(book, sale.ask, decisions=sale.decisions)
    )

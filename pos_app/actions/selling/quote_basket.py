"""What is owed now, what it would earn, and how the member stands; before payment."""

from pos_app.actions.members.show_member import standing_in
from pos_app.actions.selling.judge_basket import Judged, judge_basket
from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen
from pos_app.domain.quote import Quote
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
    member, sale = judged.basket.member, judged.sale
    total = sale.priced.total
    return Quote(
        basket=judged.basket,
        priced=sale.priced,
        tenders=tenders,
        due=Fen(total - sum(judged.paid.values())),
        limits=limits(book, member, total=total) if member is not None else (),
        expected=foresee(book, sale.ask, decisions=sale.decisions) if member else (),
        disclosures=disclosures(book),
        standing=standing_in(book, member) if member is not None else None,
        digest=judged.digest,
    )

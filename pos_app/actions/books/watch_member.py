"""What a shop watches of a member's purchases; it takes nothing away (1.10).

Off until the shop's rules turn it on, and off in replay. The one effect is a longer hold,
which the customer is told as the day from which a purchase counts.
"""

from collections.abc import Iterator

from pos_app.domain.member import Member
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.sale import (
    LINES_OF_SALE,
    MANY_SALES,
    RETURNER,
    SALES_OF_MEMBER,
    SPLIT_SALE,
    VOIDED,
    Sale,
    SaleFlag,
)
from pos_app.domain.settings import ShopRules
from pos_app.engine.book import Book

_RETURNER_HOLD_DAYS = 30
_WATCHED_DAYS = 90
_RETURNED_PERCENT = 30
_SPLIT_MS = 10 * 60_000


def least_hold_days(book: Book, member: Member | None, *, at: Instant, rules: ShopRules) -> int:
    """How long a sale waits at least, whatever its programs say; 0 usually.

    30 days for a member more than 30 % of whose purchases of the last 90 days came back.
    """
    if not rules.returner_hold or member is None:
        return 0
    bought, back = 0, 0
    for earlier in _since(book, member.number, Instant(at - _WATCHED_DAYS * DAY_MS)):
        bought += earlier.base
        back += earlier.returned_base
    return _RETURNER_HOLD_DAYS if back * 100 > bought * _RETURNED_PERCENT else 0


def flag_sale(book: Book, sale: Sale, *, rules: ShopRules, hold: int) -> None:
    """Note on a sale, its lines written already, what a manager may want to look at.

    `hold` is what `least_hold_days` said of it.
    """
    if sale.member is None:
        return
    if hold:
        book.put(SaleFlag(sale.number, RETURNER))
    if rules.member_day_sales and _of_day(book, sale) >= rules.member_day_sales:
        book.put(SaleFlag(sale.number, MANY_SALES))
    other = _same_goods(book, sale) if rules.flag_split_sales else 0
    if other:
        book.put(SaleFlag(sale.number, SPLIT_SALE, other))


def _since(book: Book, member: int, first: Instant) -> Iterator[Sale]:
    """The member's sales from an instant on that stand, the latest first."""
    for each in book.scan(SALES_OF_MEMBER, member, backward=True):
        if each.at < first:
            return
        if each.state != VOIDED:
            yield each


def _before(book: Book, sale: Sale, *, within_ms: int) -> Iterator[Sale]:
    first = Instant(sale.at - within_ms)
    found = _since(book, sale.member, first) if sale.member is not None else iter(())
    return (each for each in found if each.number != sale.number)


def _of_day(book: Book, sale: Sale) -> int:
    return sum(1 for each in _before(book, sale, within_ms=DAY_MS) if each.day == sale.day)


def _same_goods(book: Book, sale: Sale) -> int:
    """The sale of ten minutes before with an article of this one; 0 for none."""
    bought = _goods(book, sale)
    for each in _before(book, sale, within_ms=_SPLIT_MS):
        if bought & _goods(book, each):
            return each.number
    return 0


def _goods(book: Book, sale: Sale) -> set[str]:
    return {each.sku for each in book.scan(LINES_OF_SALE, sale.number)}

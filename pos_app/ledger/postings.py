"""Which transfers an event of the shop makes, outside the reward accounts.

Each function returns postings in the order they are booked; undoing an event is the
same postings turned round.
"""

from collections.abc import Iterable

from pos_app.domain.catalogue import goods_account, stock_account
from pos_app.domain.money import NOTHING, BasisPoints, Fen
from pos_app.domain.tender import REWARD_KINDS
from pos_app.domain.transfer import Posting
from pos_app.ledger import chart


def of_goods_sold(store: str, taxed: Iterable[tuple[BasisPoints, Fen, Fen]]) -> list[Posting]:
    """Customer due to sales and tax; `taxed` is (rate, net with tax, tax) per rate."""
    made = []
    for rate, net, tax in taxed:
        made.append(Posting(chart.DUE, chart.sales(store), net - tax, "SALE"))
        made.append(Posting(chart.DUE, chart.tax(rate), tax, "TAX"))
    return made


def of_goods_back(store: str, taxed: Iterable[tuple[BasisPoints, Fen, Fen]]) -> list[Posting]:
    """Sales and tax turned round; `taxed` is (rate, net with tax, tax) per line."""
    by_rate: dict[BasisPoints, tuple[Fen, Fen]] = {}
    for rate, net, tax in taxed:
        net_before, tax_before = by_rate.get(rate, (NOTHING, NOTHING))
        by_rate[rate] = Fen(net_before + net), Fen(tax_before + tax)
    sold = of_goods_sold(store, [(rate, *by_rate[rate]) for rate in sorted(by_rate)])
    return [turned(each) for each in sold]


def of_tender(till: str, kind: str, *, amount: Fen) -> Posting:
    """One tender to customer due; reward tenders are reward takings."""
    if kind in REWARD_KINDS:
        return Posting(chart.reward_takings(till), chart.DUE, amount, "REWARD_TENDER")
    return Posting(chart.takings(kind, till), chart.DUE, amount, "TENDER")


def of_goods_moved(product: int, quantity: int) -> Posting:
    """Goods off the shelf by a sale; the other way round when they come back."""
    return Posting(goods_account(product), stock_account(product), quantity, "STOCK")


def of_netting(store: str, amount: Fen) -> Posting:
    """A benefit kept back from a refund (design.md section 3)."""
    return Posting(chart.DUE, chart.netted(store), amount, "NETTED")


def of_payout(till: str, amount: Fen) -> Posting:
    """A counter payout in cash: the drawer pays what the rewards were debited for."""
    return Posting(chart.reward_takings(till), chart.drawer(till), amount, "PAYOUT")


def of_cash_moved(store: str, till: str, *, amount: int) -> Posting:
    """Cash into the drawer (above zero) or out of it (below), against the safe."""
    put_in = Posting(chart.drawer(till), chart.safe(store), abs(amount), "CASH_MOVE")
    return put_in if amount >= 0 else turned(put_in)


def of_shift_closed(store: str, till: str, *, counted: Fen, expected: Fen) -> list[Posting]:
    """The variance to over and short, then all counted cash to the safe."""
    variance = counted - expected
    over = Posting(chart.drawer(till), chart.over_short(till), abs(variance), "VARIANCE")
    return [
        over if variance >= 0 else turned(over),
        Posting(chart.safe(store), chart.drawer(till), counted, "COUNTED"),
    ]


def turned(posting: Posting) -> Posting:
    """Return the posting the other way round, to undo it."""
    return Posting(posting.credit, posting.debit, posting.amount, posting.why)

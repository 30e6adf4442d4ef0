"""Which accounts an event of the shop moves, and which way round.

A till that is paid has less on its debit side: a balance is credits less debits, so
that cash in the drawer is a balance below zero.
"""

import pytest

from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.transfer import Posting
from pos_app.ledger import postings


def test_goods_sold_are_sales_and_tax_at_each_rate() -> None:
    """The tax office wants every rate by itself; the store sold what is left."""
    sold = postings.of_goods_sold(
        "S1",
        [(BasisPoints(1300), Fen(11_300), Fen(1300)), (BasisPoints(900), Fen(10_000), Fen(826))],
    )

    assert sold == [
        Posting("due", "sales:S1", 10_000, "SALE"),
        Posting("due", "tax:1300", 1300, "TAX"),
        Posting("due", "sales:S1", 9174, "SALE"),
        Posting("due", "tax:900", 826, "TAX"),
    ]


def test_goods_that_come_back_are_turned_round_at_each_rate() -> None:
    """Two lines at one rate are one row of the tax, as when they were sold."""
    back = postings.of_goods_back(
        "S1",
        [
            (BasisPoints(1300), Fen(1130), Fen(130)),
            (BasisPoints(900), Fen(100), Fen(8)),
            (BasisPoints(1300), Fen(113), Fen(13)),
        ],
    )

    assert back == [
        Posting("sales:S1", "due", 92, "SALE"),
        Posting("tax:900", "due", 8, "TAX"),
        Posting("sales:S1", "due", 1100, "SALE"),
        Posting("tax:1300", "due", 143, "TAX"),
    ]


@pytest.mark.parametrize(
    ("kind", "debit", "why"),
    [
        ("cash", "drawer:3", "TENDER"),
        ("card", "card:3", "TENDER"),
        ("wechat", "wechat:3", "TENDER"),
        ("alipay", "alipay:3", "TENDER"),
        ("voucher", "reward-takings:3", "REWARD_TENDER"),
        ("reward", "reward-takings:3", "REWARD_TENDER"),
        ("points", "reward-takings:3", "REWARD_TENDER"),
    ],
)
def test_a_tender_pays_what_the_customer_owes(kind: str, debit: str, why: str) -> None:
    """Money lies by its kind; what rewards paid is no money and lies by itself."""
    assert postings.of_tender("3", kind, amount=Fen(500)) == Posting(debit, "due", 500, why)


def test_goods_leave_the_shelf_in_thousandths() -> None:
    """Half a kilogram sold is half a kilogram less on the shelf."""
    assert postings.of_goods_moved(7, 500) == Posting("goods:7", "stock:7", 500, "STOCK")


def test_a_benefit_kept_back_is_the_stores_again() -> None:
    """The refund is smaller by what the returned goods had earned (rulebook 1.6)."""
    assert postings.of_netting("S1", Fen(120)) == Posting("due", "netted:S1", 120, "NETTED")


def test_a_payout_leaves_the_drawer() -> None:
    """The member has cash in his hand for what he gave up."""
    assert postings.of_payout("3", Fen(900)) == Posting(
        "reward-takings:3", "drawer:3", 900, "PAYOUT"
    )


@pytest.mark.parametrize(
    ("amount", "debit", "credit", "moved"),
    [
        (20_000, "drawer:3", "safe:S1", 20_000),
        (-1, "safe:S1", "drawer:3", 1),
        (0, "drawer:3", "safe:S1", 0),
    ],
)
def test_cash_goes_between_the_drawer_and_the_safe(
    amount: int, debit: str, credit: str, moved: int
) -> None:
    """An amount is never below zero; its sign says which way the cash went."""
    posting = postings.of_cash_moved("S1", "3", amount=amount)

    assert posting == Posting(debit, credit, moved, "CASH_MOVE")


@pytest.mark.parametrize(
    ("counted", "debit", "credit", "variance"),
    [
        (10_001, "drawer:3", "over-short:3", 1),
        (9999, "over-short:3", "drawer:3", 1),
        (10_000, "drawer:3", "over-short:3", 0),
    ],
)
def test_a_close_books_the_variance_and_empties_the_drawer(
    counted: int, debit: str, credit: str, variance: int
) -> None:
    """What was counted is what there is; the next shift begins with an empty drawer."""
    closed = postings.of_shift_closed("S1", "3", counted=Fen(counted), expected=Fen(10_000))

    assert closed == [
        Posting(debit, credit, variance, "VARIANCE"),
        Posting("safe:S1", "drawer:3", counted, "COUNTED"),
    ]


def test_what_is_undone_keeps_its_amount_and_its_word() -> None:
    """Nothing is ever taken out of the books; it is booked the other way round."""
    made = Posting("due", "sales:S1", 100, "SALE")

    assert postings.turned(made) == Posting("sales:S1", "due", 100, "SALE")

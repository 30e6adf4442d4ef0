"""What the till asks the engine of a sale: costs, goods, who buys (rulebook 1.5)."""

from dataclasses import replace

from pos_app.actions.books.judge_sale import JudgedSale, judge_sale
from pos_app.domain.basket import BasketLine
from pos_app.domain.bill_parts import bill_parts
from pos_app.domain.money import ONE, Fen, Milli
from pos_app.domain.tender import VOUCHER, TenderGiven
from pos_app.engine.memory_book import MemoryBook
from tests.engine.counter import OPENING

WINE = BasketLine(1, "wine", "Wine", Fen(10_000), ONE, cost=Fen(8000))
RICE = BasketLine(2, "rice", "Rice", Fen(5000), ONE, cost=Fen(4000))
TOBACCO = BasketLine(3, "tobacco", "Tobacco", Fen(9000), ONE, excluded=True)


def judged(*lines: BasketLine, voucher: int = 0) -> JudgedSale:
    """A sale in a shop without programs."""
    tenders = (TenderGiven(VOUCHER, Fen(voucher), Fen(voucher)),)
    (part,) = bill_parts(lines, tenders, discounts=(Fen(0), Fen(0)), store="S1")
    return judge_sale(MemoryBook(), part, member=None, at=OPENING)


def test_the_cost_of_a_line_is_per_piece() -> None:
    """1.5: cost is per piece; of a weight it is rounded half up."""
    two = replace(WINE, quantity=Milli(2 * ONE))
    some = replace(RICE, cost=Fen(333), quantity=Milli(1500))

    assert judged(two, some).ask.costs == (16_000, 500)


def test_the_cost_of_an_excluded_line_is_not_asked_for() -> None:
    """1.5: the margin guard looks at the eligible lines; tobacco earns nothing anyhow."""
    sale = judged(WINE, TOBACCO, replace(TOBACCO, cost=Fen(1)))

    assert (sale.ask.costs, sale.ask.base, sale.ask.skus) == ((8000,), 10_000, ("wine",))


def test_a_cost_of_nothing_is_an_unknown_one() -> None:
    """1.5: absent or 0 means unknown; nobody sells what costs nothing."""
    assert judged(WINE, replace(RICE, cost=Fen(0))).ask.costs == (8000, None)


def test_what_a_voucher_pays_lessens_the_base_and_not_the_cost() -> None:
    """1.4 and 1.5: margin = base - costs, and goods cost what they cost."""
    sale = judged(WINE, RICE, voucher=3000)

    assert (sale.ask.base, sale.ask.costs) == (12_000, (8000, 4000))
    assert sale.priced.total == 15_000

"""N1 to N5 of the rulebook, number by number, and the table of 7.9."""

import re
from fractions import Fraction
from functools import cache

import pytest

from pos_app.domain.holdings import Redeemed
from pos_app.domain.money import Fen
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.appreciation import NavFund
from tests.engine.counter import Counter
from tests.engine.golden_pools import PoolCounter, PoolExample, pool_examples

FIGURES = re.compile(r"([a-z_][a-z_ ]*?) (\d+)")


def said_figures(said: str) -> dict[str, int]:
    """The figures of a cell by the words before them, up to a forced conversion."""
    before, _, _ = said.partition(";")
    return {word.strip(): int(figure) for word, figure in FIGURES.findall(before)}


def check_outcome(counter: PoolCounter, said: str) -> None:
    """What the verb returned is what the table says."""
    figures = said_figures(said)
    outcome = counter.outcome
    if isinstance(outcome, Redeemed):
        told = {"gross": outcome.gross, "fee kept": outcome.fee, "paid": outcome.paid}
        assert told == figures
    elif outcome is not None:
        (taken,) = outcome
        assert isinstance(taken, TakenBack)
        told = {
            "back": taken.to_merchant,
            "voucher_back": taken.from_wallet,
            "cut": taken.netted,
        }
        assert told == {name: figures[name] for name in told}


def check_forced(counter: PoolCounter, said: str) -> None:
    """Each forced conversion pays what the table says."""
    told = [int(paid) for paid in re.findall(r"forced out s\d+ gross \d+ paid (\d+)", said)]

    assert [each.amount for each in counter.posted if each.why == "M5.FORCED"] == told


@pytest.mark.parametrize("example", pool_examples("N"), ids=lambda each: each.name)
def test_the_worked_examples_come_out_to_the_unit(example: PoolExample) -> None:
    """Pool, units, payments and final balances are the rulebook's (7.10)."""
    counter = PoolCounter(example)
    for event, said, (pool, units) in example.steps:
        counter.play(event)
        check_outcome(counter, said)
        check_forced(counter, said)
        fund = counter.book.get(NavFund, 1)
        assert fund is not None
        assert (counter.book.balance("POOL:N@X"), fund.units) == (pool, units)

    assert counter.balances() == example.final


def test_n5_the_fee_of_a_redemption_is_not_spendable_again() -> None:
    """The seed deducted the net amount, so that the fee remained its member's (11.5)."""
    counter = Counter(MemoryBook())
    counter.adopt("N", "M5", changes={"hold_days": 0, "cap_bp": 0})
    counter.sell(1, 100_000)
    redeemed = counter.redeem("N", 1, 1_000_000)
    fund = counter.book.get(NavFund, 1)
    assert fund is not None

    assert redeemed == Redeemed(1_000_000, Fen(14_285), Fen(715), Fen(13_570))
    assert fund.units == 2_100_000 - 1_000_000
    assert counter.book.balance("VCH:1") == redeemed.paid
    assert counter.book.balance("POOL:N@N") == 30_000 - redeemed.paid


def test_points_are_never_worth_more_than_their_pool() -> None:
    """Seed 001 minted 70 % of the price on 30 % of it: 21 yuan of claims on 9 (11.5)."""
    counter = Counter(MemoryBook())
    counter.adopt("N", "M5", changes={"hold_days": 0, "cap_bp": 0, "fee_bp": 0})
    for member in range(1, 6):
        counter.sell(member, 3000)
    fund = counter.book.get(NavFund, 1)
    assert fund is not None
    pool = counter.book.balance("POOL:N@N")
    paid = [
        counter.redeem("N", each, units).paid
        for each, units in enumerate((63_000, 44_100, 37_485), 1)
    ]

    # 001 would have owed 2100 for each sale; every redemption here is the pool's own share.
    assert pool == 5 * 900
    assert sum(paid) <= pool - counter.book.balance("POOL:N@N")


@cache
def prices(sales: int) -> dict[int, Fraction]:
    """The price of a point in yuan after each of so many equal sales."""
    counter = Counter(MemoryBook())
    counter.adopt("N", "M5", changes={"hold_days": 0, "cap_bp": 0})
    found = {}
    for number in range(1, sales + 1):
        counter.sell(number, 100_000)
        fund = counter.book.get(NavFund, 1)
        assert fund is not None
        found[number] = Fraction(counter.book.balance("POOL:N@N") * 100, fund.units)
    return found


def test_the_price_after_many_equal_sales_is_the_published_one() -> None:
    """7.9 is what a customer is told; the published price is 7.1876 after 300."""
    found = prices(10_080)
    shown = {number: f"{float(found[number]):.2f}" for number in (10, 100, 1000, 3000)}

    assert shown == {10: "2.62", 100: "5.17", 1000: "10.31", 3000: "14.34"}
    assert f"{float(found[300]):.4f}" == "7.1876"


def test_doubling_needs_about_ten_times_as_many_sales() -> None:
    """7.9, which must be said: the 1000th buyer's units double after the 10 073rd."""
    found = prices(10_080)
    # A buyer's units cost the price before his own inflow.
    doubled = {
        buyer: next(number for number in found if found[number] >= 2 * found[buyer - 1])
        for buyer in (10, 100, 1000)
    }

    assert doubled == {10: 94, 100: 1002, 1000: 10_073}

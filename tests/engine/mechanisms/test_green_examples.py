"""G1 to G3 of the rulebook, number by number, and the table of 6.9."""

import re

import pytest

from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.green import GREEN_LOTS_OF_SALE, GreenFund, GreenLot
from tests.engine.counter import Counter
from tests.engine.golden_pools import (
    WORTH_OF_A_POINT,
    PoolCounter,
    PoolExample,
    pool_examples,
)


def check_released(counter: PoolCounter, said: str) -> None:
    """Every lot received what the table says."""
    told = [
        (sale, holder, int(amount))
        for sale, holder, amount in re.findall(r"(s\d+)/(@?\w+) \+(\d+)", said)
    ]
    names = {number: sale for sale, number in counter.sales.items()}
    paid = [
        (names[each.funded_by or 0], holder_shown(counter, each.credit), each.amount)
        for each in counter.posted
    ]

    assert paid == told


def holder_shown(counter: PoolCounter, account: str) -> str:
    """The letter of a member, or a store as it is."""
    holder = account.partition(":")[2]
    return counter.members[int(holder) - 1] if holder.isdigit() else holder


def check_points(counter: PoolCounter, said: str) -> None:
    """A sale's lots hold what the table says."""
    told = re.findall(r"(@?\w+) (\d+)", said.partition("points ")[2])
    lots = counter.book.scan(GREEN_LOTS_OF_SALE, 1, counter.counter.sold)
    given = [(holder_shown(counter, f"VCH:{lot.holder}"), str(lot.granted)) for lot in lots]

    assert given == told


def check_return(counter: PoolCounter, said: str) -> None:
    """What went back to the store, and what was claimed."""
    (taken,) = counter.outcome
    assert isinstance(taken, TakenBack)
    figures = {word: int(figure) for word, figure in re.findall(r"(\w+) (\d+)", said)}

    assert (taken.to_merchant, taken.from_wallet, taken.netted) == (
        figures["back"],
        figures["voucher_claw"],
        figures["cut"],
    )


CHECKS = {"sale": check_points, "period": check_released, "ret": check_return}


@pytest.mark.parametrize("example", pool_examples("G"), ids=lambda each: each.name)
def test_the_worked_examples_come_out_to_the_fen(example: PoolExample) -> None:
    """Pool, points, releases and final balances are the rulebook's (6.10)."""
    counter = PoolCounter(example)
    for event, said, (pool, points) in example.steps:
        counter.play(event)
        CHECKS[event[0]](counter, said)
        fund = counter.book.get(GreenFund, 1)
        assert fund is not None
        assert (counter.book.balance("POOL:G@X"), fund.points) == (pool, points)

    assert counter.balances() == example.final


def shares_of_conceded(sales: tuple[int, ...], **changes: int) -> list[int]:
    """Per cent of what was conceded that the buyers' lots of these sales get in all."""
    counter = Counter(MemoryBook())
    fixed = {"hold_days": 0, "rebate_bp": 1000, "member_month_cap_bp": 0}
    counter.adopt("G", "M4", changes={**fixed, **changes})
    conceded = 10_000
    periods = max(sales) + changes.get("max_releases", 40)
    for member in range(1, periods + 1):
        counter.sell(member, 10 * conceded)
        counter.end_period("G")
    lots = [counter.book.get(GreenLot, 1, sale, 1) for sale in sales]
    return [(200 * lot.released + conceded) // (2 * conceded) for lot in lots if lot is not None]


@pytest.mark.parametrize(
    ("changes", "sales", "told"), WORTH_OF_A_POINT.values(), ids=WORTH_OF_A_POINT
)
def test_a_point_is_worth_what_the_customer_is_told(
    changes: dict[str, int], sales: tuple[int, ...], told: list[int]
) -> None:
    """Table 6.9: about one conceded cent with steady sales, half of it in an alliance."""
    assert shares_of_conceded(sales, **changes) == told

"""K1 to K3 of the rulebook, number by number."""

import re

import pytest

from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.circular import CircleHolder
from tests.engine.golden_pools import PoolCounter, PoolExample, pool_examples


def held(counter: PoolCounter) -> tuple[dict[str, int], dict[str, int]]:
    """Energy and contribution of every member, by letter."""
    holders = {
        member: counter.book.get(CircleHolder, 1, str(counter.number(member)))
        for member in counter.members
    }
    known = {member: holder for member, holder in holders.items() if holder is not None}
    return (
        {member: holder.energy for member, holder in known.items()},
        {member: holder.weight for member, holder in known.items()},
    )


def check_day(counter: PoolCounter, said: str) -> None:
    """Every member received what the table says, lots together."""
    told = {member: int(share) for member, share in re.findall(r"([A-Z]) \+(\d+)", said)}
    paid: dict[str, int] = {}
    for each in counter.posted:
        member = counter.members[int(each.credit.partition(":")[2]) - 1]
        paid[member] = paid.get(member, 0) + each.amount

    assert paid == told


def check_return(counter: PoolCounter, said: str) -> None:
    """What the store and the pool got back is what the table says."""
    (taken,) = counter.outcome
    assert isinstance(taken, TakenBack)
    figures = {word: int(figure) for word, figure in re.findall(r"(\w+) (\d+)", said)}

    assert (taken.to_merchant, taken.wanted) == (figures["back"], figures["X"])
    assert (taken.from_wallet, taken.netted) == (figures["pts"] + figures["vch"], figures["cut"])


@pytest.mark.parametrize("example", pool_examples("K"), ids=lambda each: each.name)
def test_the_worked_examples_come_out_to_the_fen(example: PoolExample) -> None:
    """Pool, energy, contribution and final balances are the rulebook's (8.9)."""
    counter = PoolCounter(example)
    for event, said, (pool, energy, weight) in example.steps:
        counter.play(event)
        if event[0] == "day":
            check_day(counter, said)
        if event[0] == "ret":
            check_return(counter, said)
        assert counter.book.balance("POOL:K@X") == pool
        assert held(counter) == (energy, weight)

    assert counter.balances() == example.final

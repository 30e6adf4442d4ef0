"""The worked examples C1 to C6 of the rulebook, event by event."""

from typing import Any

import pytest

from pos_app.domain.sale import Sale
from pos_app.domain.transfer import Account
from pos_app.engine.accounts import chain_pool, shown_account
from pos_app.engine.debts import debt_of
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.chain import BONUSES_OF_SALE, LEFT, MOVES_OF_SALE, SLID, ChainMove
from tests.engine.counter import Counter
from tests.engine.golden_referral import (
    ReferralExample,
    letter_of,
    number_of,
    referral_examples,
)

EXAMPLES = {example.name: example for example in referral_examples("C")}
WEEK_BEFORE = {"C3": 12}
"""The step of the table, beside those of the file, that ends a week."""


class Played:
    """One example on one counter."""

    def __init__(self, example: ReferralExample) -> None:
        self.book = MemoryBook()
        self.counter = Counter(self.book)
        preset = example.parameters["preset"]
        changes = {key: value for key, value in example.parameters.items() if key != "preset"}
        self.counter.adopt("C", "M3", preset=preset, changes={"hold_days": 0, **changes})
        self.sponsors: dict[str, int | None] = {}

    def buy(
        self, ref: str, member: str, base: int, sponsor: str | None = None
    ) -> tuple[int, list[list[Any]], int, list[str]]:
        """Sell; return the concession, the bonuses, what went back, what moved."""
        if member not in self.sponsors:
            self.sponsors[member] = number_of(sponsor) if sponsor else None
        before = -self.book.balance("SRC:S1")
        sale = self.counter.sell(number_of(member), base, sponsor=self.sponsors[member])
        assert sale.ref == ref
        (settled,) = self.counter.last_settled
        bonuses = [
            [letter_of(each.member), each.amount, each.kind, each.level, each.locked]
            for each in self.book.scan(BONUSES_OF_SALE, 1, sale.number)
        ]
        back = settled.concession - (-self.book.balance("SRC:S1") - before)
        return settled.concession, bonuses, back, self.moves(sale)

    def moves(self, sale: Sale) -> list[str]:
        """What a sale changed in the structure, as the rulebook writes it."""
        return [_told(move) for move in self.book.scan(MOVES_OF_SALE, 1, sale.number)]

    def balances(self) -> dict[str, int]:
        """Every account that is not zero, as the rulebook writes it."""
        return {
            shown_account(
                each.name, kinds={"C": "M3"}, stores=1, member_ref=letter_of
            ): each.balance
            for each in self.book.records(Account)
            if each.balance
        }


def _told(move: ChainMove) -> str:
    member = letter_of(move.member)
    if move.what == LEFT:
        return f"{member} left to {letter_of(move.after or 0)}"
    if move.what == SLID:
        return f"{member} slides under {letter_of(move.after or 0)}"
    return f"{member}={move.what}"


def played(name: str, *, steps: int | None = None) -> Played:
    """A worked example, played as far as asked."""
    example = EXAMPLES[name]
    done = Played(example)
    for event, *_ in example.steps[:steps]:
        done.buy(*event[1:])
    return done


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_worked_example_comes_out_to_the_fen(name: str) -> None:
    """An independent model computed the examples; ours must agree at every step."""
    example = EXAMPLES[name]
    done = Played(example)
    rows = list(example.rows)
    for event, bonuses, back, moved in example.steps:
        if int(rows[0][0]) == WEEK_BEFORE.get(name):
            rows.pop(0)
            done.counter.end_period("C")
        conceded = int(rows.pop(0)[2])

        assert (event, *done.buy(*event[1:])) == (event, conceded, bonuses, back, moved)
        assert done.book.balance(chain_pool("C")) == 0
    for row in rows:
        sale, base = row[1].split()[-2:]
        (taken,) = done.counter.take_back(int(sale[1:]), int(base))

        assert row[3] == f"clawed back {taken.from_wallet}, debt {{'A': 0, 'B': 0}}"
        assert row[4] == str(taken.to_merchant)
        assert (debt_of(done.book, 1, member=1), debt_of(done.book, 1, member=2)) == (0, 0)

    assert done.balances() == example.final


def test_c2_promotes_by_sales_as_by_heads() -> None:
    """With DIRECT_SALES and a unit of 49900 A and B rise at the same steps."""
    example = EXAMPLES["C2"]
    changed = {**example.parameters, "promote_by": "DIRECT_SALES", "promote_unit": 49_900}
    done = Played(
        ReferralExample(example.name, changed, example.steps, example.final, example.rows)
    )
    for event, bonuses, back, moved in example.steps:
        assert done.buy(*event[1:])[1:] == (bonuses, back, moved)

    assert done.balances() == example.final


def test_c5_what_was_spent_becomes_a_debt_that_lessens_the_next_bonus() -> None:
    """C5: A spends 9980; s2 comes back whole; the direct bonus of s3 is set off."""
    done = played("C1", steps=2)
    done.counter.pay_out(1, "CASH", 9980)
    (taken,) = done.counter.take_back(2, 49_900)

    assert (taken.from_wallet, taken.debt) == (0, 9980)
    assert debt_of(done.book, 1, member=1) == 9980
    _, bonuses, back, _ = done.buy("s3", "C", 49_900, "A")

    assert (bonuses, back) == ([["A", 9980, "DIRECT", 1, 0]], 32_934)
    assert debt_of(done.book, 1, member=1) == 0
    assert done.balances() == {"OUT:till": 9980, "SRC:S1": -9980}


def test_c6_a_lock_comes_free_after_180_days() -> None:
    """C6: no recruit has five purchases; 180 days after s8 without further locking."""
    done = played("C1")
    done.counter.wait(days=180)
    waiting = done.book.balance("LOCK:1")
    done.counter.wait(days=1)

    assert (waiting, done.book.balance("LOCK:1")) == (12_773, 0)
    assert done.book.balance("CASH:1") == 83_832

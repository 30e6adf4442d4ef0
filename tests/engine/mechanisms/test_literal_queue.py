"""The engine and the rulebook's pseudo-code, side by side at random."""

from collections import defaultdict
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.engine.leaving import NothingToLeave
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import read_parameters
from pos_app.engine.records.queue import TICKETS
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.events import Adopted, sponsor_of
from tests.engine.histories import queues
from tests.engine.laws import balances_of
from tests.engine.mechanisms.literal_queue import LiteralQueue

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sale"] * 6 + ["leave", "return", "defect", "void", "spend"]),
        st.integers(1, 5),
        st.one_of(st.sampled_from([5000, 10_000, 20_000, 45_000]), st.integers(1, 60_000)),
    ),
    min_size=5,
    max_size=40,
)
ACCOUNTS = {"POOL:Q@Q/S1": "POOL:Q", "FUND:Q:exit@Q/S1": "FUND", "SRC:S1": "SRC"}
SCOPED = {"POOL:Q@Q": "POOL:Q", "FUND:Q:exit@Q": "FUND"}


class SideBySide:
    """The engine on a counter, and the literal queue."""

    def __init__(self, preset: str | None, changes: dict[str, object]) -> None:
        # The pseudo-code lets the store bear late returns, as every preset does.
        changes = {name: each for name, each in changes.items() if not name.startswith("late_")}
        changes["hold_days"] = 0
        self.book = MemoryBook()
        self.counter = Counter(self.book)
        self.counter.adopt("Q", "M1", preset=preset, changes=changes)
        rules = read_parameters("M1", preset=preset, changes=changes)
        self.literal = LiteralQueue(cast("QueueParameters", rules))

    def step(self, kind: str, which: int, amount: int) -> None:
        """Let both do the same."""
        number = amount % self.counter.sold + 1 if self.counter.sold else 0
        if kind == "sale":
            sale = self.counter.sell(which, amount, sponsor=sponsor_of(which))
            self.literal.settle(sale.number, which, amount, sponsor_of(which))
        elif kind == "spend":
            has = self.literal.balance[f"CASH:{which}"]
            self.counter.pay_out(which, "CASH", has // 2)
            self.literal.move(f"CASH:{which}", "OUT:till", has // 2)
        elif number and kind == "leave":
            assert self._left(number) == self.literal.leave(number)
        elif number and kind == "void":
            assert self._voided(number) == self.literal.void(number)
        elif number:
            self._return(number, which, reason="defect" if kind == "defect" else "voluntary")

    def _left(self, number: int) -> bool:
        try:
            self.counter.leave(number)
        except NothingToLeave:
            return False
        return True

    def _voided(self, number: int) -> bool:
        try:
            self.counter.void(number)
        except VoidRefused:
            return False
        return True

    def _return(self, number: int, which: int, *, reason: str) -> None:
        left = self.counter.left_of(number)
        quantity = -(-left * which // 5)
        if quantity == 0:
            return
        taken = self.counter.take_back(number, quantity, reason=reason)
        netted = self.literal.give_back(number, quantity, voluntary=reason == "voluntary")
        assert sum(each.from_refund for each in taken) == netted

    def compare(self) -> None:
        """Tickets and balances must be the same."""
        ours = [
            (each.sale, each.part, each.seq, each.received, each.target, each.state)
            for each in self.book.scan(TICKETS)
        ]
        theirs = [(t.sale, t.n, t.seq, t.recv, t.target, t.state) for t in self.literal.tickets]
        assert ours == theirs
        found: dict[str, int] = defaultdict(int)
        for name, balance in balances_of(self.book).items():
            found[{**ACCOUNTS, **SCOPED}.get(name, name)] += balance
        assert {k: v for k, v in found.items() if v} == {
            k: v for k, v in self.literal.balance.items() if v
        }


@settings(max_examples=150)
@given(queues(longest_hold=0), STEPS)
def test_the_engine_does_what_the_pseudo_code_says(
    program: Adopted, steps: list[tuple[str, int, int]]
) -> None:
    """Reading on demand and writing once must not change who is paid, not by a fen."""
    both = SideBySide(program.preset, dict(program.changes))
    for step in steps:
        both.step(*step)
        both.compare()

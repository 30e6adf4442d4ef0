"""The worked examples G, N, K of the rulebook's own file, played at a counter."""

import json
from dataclasses import dataclass, field
from typing import Any

from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.book import transfers_since
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import TakenBack
from tests.engine.counter import Counter
from tests.engine.golden import GOLDEN

WORTH_OF_A_POINT = {
    "40": ({}, (1, 21, 101, 151), [80, 71, 95, 99]),
    "alliance": ({"merchant_points_bp": 10_000}, (1, 21, 101, 151), [40, 36, 48, 49]),
    "120": ({"max_releases": 120}, (1, 21, 101, 201), [169, 140, 99, 100]),
}
"""Table 6.9: what differs, the sales asked for, per cent of the concession that returns."""

_NOT_PARAMETERS = {"kind", "cap_bp_note"}


@dataclass(frozen=True)
class PoolExample:
    """One worked example of a mechanism with a pool."""

    name: str
    kind: str
    changes: dict[str, Any]
    steps: tuple[tuple[list[Any], str, tuple[Any, ...]], ...]
    """Event, what the table says of it, and the figures after it."""
    final: dict[str, int]


def pool_examples(letter: str) -> list[PoolExample]:
    """The examples whose name begins with a letter, in their sequence."""
    others = json.loads(GOLDEN.read_text("utf-8"))["others"]
    return [
        PoolExample(
            name=name,
            kind=case["params"]["kind"],
            changes={k: v for k, v in case["params"].items() if k not in _NOT_PARAMETERS},
            steps=tuple((event, said, tuple(figures)) for event, said, *figures in case["steps"]),
            final=case["final"],
        )
        for name, case in others.items()
        if name.startswith(letter)
    ]


@dataclass
class PoolCounter:
    """A counter that speaks the examples' language: members are letters."""

    example: PoolExample
    book: MemoryBook = field(default_factory=MemoryBook)
    members: list[str] = field(default_factory=list)
    sales: dict[str, int] = field(default_factory=dict)
    outcome: Any = None
    """What the last event's verb returned."""
    posted: list[Transfer] = field(default_factory=list)
    """What the last event moved."""

    def __post_init__(self) -> None:
        self.counter = Counter(self.book)
        self.counter.adopt("X", self.example.kind, changes={"hold_days": 0, **self.example.changes})

    def play(self, event: list[Any]) -> None:
        """Do one event of an example."""
        verb, *rest = event
        self.outcome = getattr(self, f"_{verb}")(*rest)
        self.posted = list(transfers_since(self.book, self.counter.entries - 1))

    def number(self, member: str) -> int:
        """The number of a member, who registers when first named."""
        if member not in self.members:
            self.members.append(member)
        return self.members.index(member) + 1

    def balances(self) -> dict[str, int]:
        """Every account that is not zero, named as the examples name it."""
        return {
            self._shown(account.name): account.balance
            for account in self.book.records(Account)
            if account.balance
        }

    def _shown(self, account: str) -> str:
        head, _, holder = account.replace("@X", "").partition(":")
        return f"{head}:{self.members[int(holder) - 1]}" if holder.isdigit() else f"{head}:{holder}"

    def _sale(self, name: str, member: str, base: int, *more: Any) -> None:
        named = next((each for each in more if isinstance(each, dict)), {})
        rate = next((each for each in more if isinstance(each, int)), None)
        if rate is not None:
            # M4's examples name the concession of each sale: a version of its own.
            changes = {"hold_days": 0, **self.example.changes, "rebate_bp": rate}
            self.counter.adopt("X", self.example.kind, changes=changes)
        sponsor = named.get("sponsor")
        sale = self.counter.sell(
            self.number(member),
            base,
            sponsor=self.number(sponsor) if sponsor else None,
            store=named.get("store", "S1"),
        )
        self.sales[name] = sale.number

    def _ret(self, name: str, base: int) -> tuple[TakenBack, ...]:
        return self.counter.take_back(self.sales[name], base)

    def _redeem(self, member: str, units: int) -> Any:
        return self.counter.redeem("X", self.number(member), units)

    def _convert(self, member: str) -> Any:
        return self.counter.convert("X", self.number(member))

    def _period(self) -> Any:
        return self.counter.end_period("X")

    _day = _period

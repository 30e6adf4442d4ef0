"""What moved through each group of accounts each day, beside the transfers.

Written in the same commit as the transfers it sums up, so that a report of any day and
the opening of any month cost what a day costs, however long the shop has traded.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Flow(Record):
    """Debits and credits of one group of accounts on one day, for one reason."""

    TABLE: ClassVar[str] = "flow"
    KEY: ClassVar[tuple[str, ...]] = ("day", "grouped", "why")

    day: Day
    """The business day of the transfers' `effective_at`."""
    grouped: str
    """As `group_of` says."""
    why: str
    debits: Fen
    credits: Fen


FLOWS = Index(Flow, "by_key", ("day", "grouped", "why"))


@lru_cache(maxsize=100_000)
def group_of(account: str) -> str:
    """The group of an account: members' purses together, each pool and fund by itself."""
    kind, _, rest = account.partition(":")
    return account if kind in {"POOL", "FUND"} or not rest else kind


class FlowTally:
    """Sums up the transfers of one unit of work."""

    def __init__(self) -> None:
        self.sums: dict[tuple[Day, str, str], list[int]] = {}
        """Debits and credits by (day, group, reason)."""

    def add(self, day: Day, debit: str, credit: str, *, amount: int, why: str) -> None:
        """Count a transfer on both of its sides, also where they are of one group."""
        for side, account in ((0, debit), (1, credit)):
            key = (day, group_of(account), why)
            sums = self.sums.get(key)
            if sums is None:
                sums = self.sums[key] = [0, 0]
            sums[side] += amount

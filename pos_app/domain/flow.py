"""What moved between groups of accounts each day, beside the transfers.

Written in the same commit as the transfers it sums up, so that a report of any day and
the opening of any month cost what a day costs, however long the shop has traded.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record

_BY_THEMSELVES = ("POOL:", "FUND:", "SRC:", "OUT:tax")
_CYCLE_FUND = "FUND:R3:"


@dataclass(frozen=True, slots=True)
class Flow(Record):
    """What one group of accounts gave another on one day, for one reason."""

    TABLE: ClassVar[str] = "flow"
    KEY: ClassVar[tuple[str, ...]] = ("day", "debit", "credit", "why", "program")

    day: Day
    """The business day of the transfers' `effective_at`."""
    debit: str
    """The group that gave, as `group_of` says."""
    credit: str
    """The group that received; the same group when members' purses moved it on."""
    why: str
    program: int
    """As the transfers say; 0 where they name none."""
    amount: Fen


FLOWS = Index(Flow, "by_key", ("day", "debit", "credit", "why", "program"))

FlowKey = tuple[Day, str, str, str, int]


# Not more names than one sale has many times over: each product's stock is one, and a till
# that sells all day would hold them all.
@lru_cache(maxsize=2048)
def group_of(account: str) -> str:
    """The group of an account: members' purses together, each pool and fund by itself.

    Each store's funding stands by itself too; the funds of all cycles of a program are
    one group, else a shop would have as many groups as cycles.
    """
    if account.startswith(_CYCLE_FUND):
        return f"FUND:R3@{account.partition('@')[2]}"
    if account.startswith(_BY_THEMSELVES):
        return account
    return account.partition(":")[0]


class FlowTally:
    """Sums up the transfers of one unit of work."""

    def __init__(self) -> None:
        self.sums: dict[FlowKey, int] = {}
        """Amounts by the key of a flow."""

    def add(
        self, day: Day, debit: str, credit: str, *, amount: int, why: str, program: int | None
    ) -> None:
        """Count a transfer, also where both of its sides are of one group."""
        key = (day, group_of(debit), group_of(credit), why, program or 0)
        self.sums[key] = self.sums.get(key, 0) + amount

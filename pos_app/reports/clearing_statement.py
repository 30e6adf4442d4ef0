"""The bilateral clearing of an alliance for one month (rulebook 1.9, 2.11 Q7).

A store whose concession repaid another store's customer owes that store the amount; so
does a store whose voucher or points paid for the other's goods, and one at whose till
the other's goods were paid (rulebook 9.3). Nobody collects the money: each pair settles its
net by itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pos_app.domain.money import Fen
from pos_app.domain.month import Month
from pos_app.domain.store import Store
from pos_app.reports.trade_days import TradeDays

Matrix = Mapping[tuple[str, str], Fen]
"""By the store that owes, and the one that is owed."""


@dataclass(frozen=True, slots=True)
class QueueCleared:
    """What one queue of the alliance paid in the month."""

    program: str
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class ClearingRows:
    """What the books hand over for one month."""

    month: Month
    trade: TradeDays
    stores: tuple[Store, ...]
    queues: tuple[QueueCleared, ...]
    spent: Matrix
    """Vouchers and points used for goods, less what returns gave back."""
    taken: Matrix
    """Money taken at tills for the goods of others, less what returns paid back."""


@dataclass(frozen=True, slots=True)
class PairDebt:
    """What one store owes another for the month; `net` is above zero, or all are zero."""

    debtor: str
    creditor: str
    by_queue: Fen
    """The debtor's concessions for the creditor's customers, less the other way round."""
    by_spending: Fen
    """The debtor's vouchers and points for the creditor's goods, less the other way."""
    by_takings: Fen = Fen(0)
    """Money taken at the debtor's tills for the creditor's goods, less the other way."""

    @property
    def net(self) -> Fen:
        """What the debtor pays the creditor."""
        return Fen(self.by_queue + self.by_spending + self.by_takings)


@dataclass(frozen=True, slots=True)
class ClearingStatement:
    """A month of the alliance."""

    rows: ClearingRows
    pairs: tuple[PairDebt, ...]
    """Every pair once, the one who owes first."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a sale drew from lots of one store, in the order drawn."""

    funder: str
    amount: Fen


def clearing_statement(rows: ClearingRows) -> ClearingStatement:
    """Work out what each pair of stores owes."""
    by_queue: Counter[tuple[str, str]] = Counter()
    for queue in rows.queues:
        by_queue.update(queue.matrix)
    codes = [each.code for each in rows.stores]
    matrices = (by_queue, rows.spent, rows.taken)
    pairs = (_pair(matrices, one=one, other=other) for one, other in _pairs_of(codes))
    return ClearingStatement(rows, tuple(pairs))


def _pairs_of(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every pair of stores once, by their codes."""
    return combinations(sorted(codes), 2)


def _pair(matrices: Iterable[Mapping[tuple[str, str], int]], *, one: str, other: str) -> PairDebt:
    nets = [each.get((one, other), 0) - each.get((other, one), 0) for each in matrices]
    if sum(nets) < 0:
        return PairDebt(other, one, *(Fen(-net) for net in nets))
    return PairDebt(one, other, *(Fen(net) for net in nets))


def given_back(drawn: Iterable[Drawn], *, already: int, now: int) -> Iterator[Drawn]:
    """Which of a sale's draws a return gave back, in the order they were drawn.

    `already` is what earlier returns of the sale gave back (rulebook 1.6).
    """
    skip, left = already, now
    for each in drawn:
        passed = min(skip, each.amount)
        skip -= passed
        back = min(left, each.amount - passed)
        left -= back
        if back:
            yield Drawn(each.funder, Fen(back))

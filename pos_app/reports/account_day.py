"""Each group of reward accounts over a day, in columns that add up both ways."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_app.domain.flow import Flow
from pos_app.domain.money import Fen
from pos_app.domain.reward_accounts import is_reward_group
from pos_app.reports.reward_parts import Side, is_undoing, side_of

_OWED = frozenset({Side.POT, Side.MEMBER})


@dataclass(frozen=True, slots=True)
class AccountDay:
    """One group: opening + put_in + between + used + undone = closing.

    What goes out is below zero. Over all that are owed, `between` is 0 and `put_in` is
    what the stores put in.
    """

    group: str
    opening: Fen
    put_in: Fen
    """From the stores, for sales; of a store, what it put in."""
    between: Fen
    """From other accounts of members and programs, less what went to them."""
    used: Fen
    """Paid with, paid out, or withheld as a fee or as tax."""
    undone: Fen
    """By returns and voids, also what went back to the stores for another reason."""
    closing: Fen

    @property
    def is_owed(self) -> bool:
        """Whether it is a pool, a fund or a purse of members."""
        return side_of(self.group) in _OWED


def account_days(flows: Iterable[Flow], *, opening: Mapping[str, Fen]) -> tuple[AccountDay, ...]:
    """Return the groups that held or moved anything, in the order of their names."""
    sums: dict[str, Counter[str]] = {}
    for flow in flows:
        column = _column(flow)
        sums.setdefault(flow.debit, Counter())[column] -= flow.amount
        sums.setdefault(flow.credit, Counter())[column] += flow.amount
    return tuple(
        _of_group(group, sums.get(group, Counter()), opening=opening.get(group, Fen(0)))
        for group in sorted({*opening, *sums})
        if is_reward_group(group)
    )


def _of_group(group: str, moved: Counter[str], *, opening: Fen) -> AccountDay:
    return AccountDay(
        group=group,
        opening=opening,
        put_in=Fen(moved["put_in"]),
        between=Fen(moved["between"]),
        used=Fen(moved["used"]),
        undone=Fen(moved["undone"]),
        closing=Fen(opening + moved.total()),
    )


def _column(flow: Flow) -> str:
    giver, receiver = side_of(flow.debit), side_of(flow.credit)
    if is_undoing(flow.why) or receiver is Side.STORE:
        return "undone"
    if giver is Side.STORE:
        return "put_in"
    if receiver not in _OWED:
        return "used"
    return "between"

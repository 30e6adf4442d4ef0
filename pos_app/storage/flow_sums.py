"""Sums of the days' flows, for statements; and what accounts hold, by group.

A statement reads a few dozen rows for each day the shop has traded, never the transfers.
"""

from collections import Counter

from sqlalchemy import Connection, Select, func, select

from pos_app.domain.flow import Flow, group_of
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.transfer import Account
from pos_app.reports.flow_sum import FlowSum
from pos_app.storage.schema import TABLES

_FLOW = TABLES[Flow].c
_ACCOUNT = TABLES[Account].c
_BEHIND_COLON = ";"

_Sums = Select[str, str, str, int, int]


def flows_before(connection: Connection, day: Day) -> tuple[FlowSum, ...]:
    """Return what moved before a day, summed by pair, reason and program."""
    return _summed(connection, _sums().where(_FLOW.day < day))


def flows_between(connection: Connection, first: Day, behind: Day) -> tuple[FlowSum, ...]:
    """Return what moved from a day on, until before another."""
    return _summed(connection, _sums().where(_FLOW.day >= first, _FLOW.day < behind))


def flows_from(connection: Connection, day: Day) -> tuple[FlowSum, ...]:
    """Return what moved on a day and after it."""
    return _summed(connection, _sums().where(_FLOW.day >= day))


def balances_now(connection: Connection) -> dict[str, Fen]:
    """Return what the reward accounts hold now, credits less debits, by group.

    Members' purses are added up by the file: a shop may have a million of them.
    """
    sums = Counter[str](_held(connection, ("SRC", "FEE", "OUT")))
    sums.update(pots_now(connection))
    for kind in PURSES:
        of_kind = _ACCOUNT.name.between(f"{kind}:", f"{kind}{_BEHIND_COLON}")
        held = select(func.coalesce(func.sum(_ACCOUNT.balance), 0)).where(of_kind)
        sums[kind] += connection.execute(held).scalar_one()
    return {group: Fen(held) for group, held in sums.items() if held}


def pots_now(connection: Connection) -> dict[str, Fen]:
    """Return what pools and funds hold now, by group; the empty ones too."""
    return {group: Fen(sum_) for group, sum_ in _held(connection, ("POOL", "FUND")).items()}


def _held(connection: Connection, kinds: tuple[str, ...]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for kind in kinds:
        of_kind = _ACCOUNT.name.between(kind, f"{kind}{_BEHIND_COLON}")
        query = select(_ACCOUNT.name, _ACCOUNT.balance).where(of_kind)
        for name, balance in connection.execute(query).all():
            sums[group_of(name)] += balance
    return sums


def _sums() -> _Sums:
    return select(
        _FLOW.debit, _FLOW.credit, _FLOW.why, _FLOW.program, func.sum(_FLOW.amount)
    ).group_by(_FLOW.debit, _FLOW.credit, _FLOW.why, _FLOW.program)


def _summed(connection: Connection, query: _Sums) -> tuple[FlowSum, ...]:
    return tuple(
        FlowSum(debit, credit, why, program, Fen(amount))
        for debit, credit, why, program, amount in connection.execute(query).all()
    )

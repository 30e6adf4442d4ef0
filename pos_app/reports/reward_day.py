"""The day's reward report: what was conceded, what was paid, what is owed.

The flows kept beside the books say what moved; the day's transfers themselves say the
same a second time. `difference` is what the two disagree by, and must be 0.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pos_app.domain.flow import Flow, group_of
from pos_app.domain.moment import Day, Instant, shop_time
from pos_app.domain.money import Fen
from pos_app.domain.reward_accounts import is_reward_group

UNDOING = ("TAKEN_BACK", "RETURNED", "VOIDED", "GIVEN_BACK")
"""How the engine's words for undoing end."""

_HELD = ("POOL:", "FUND:R3:", "FUND:N:")
"""What pays members; an exit voucher is paid for leaving, and counted there."""
_PURSES = ("CASH:", "VCH:", "PTS:", "LOCK:")
LARGEST_RECEIVERS = 5
HOURS = 24
_EARLIEST, _LATEST = 7, 21
"""A shop's usual hours; a chart shows no less, so that two days can be compared."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One transfer between reward accounts, as a report needs it."""

    at: Instant
    debit: str
    credit: str
    amount: Fen
    why: str


@dataclass(frozen=True, slots=True)
class RewardRows:
    """What the books hand over for one day."""

    day: Day
    moved: tuple[Moved, ...]
    """Transfers of the day that touch a reward account, in order."""
    opening: dict[str, Fen]
    """Reward accounts by group at the start of the day, credits less debits."""
    flows: tuple[Flow, ...]
    """Of the day; one side at least is a reward group."""
    tenders: dict[str, Fen]
    """Kept of the day's sales less what was paid back on the day, by kind."""
    sales: int
    voided: int
    sold: Fen
    returned: Fen
    joined: int
    """Tickets that came into the queue."""
    completed: int
    left: int
    queued: int
    """ACTIVE at the end."""
    refused: dict[tuple[int, str], int]
    """Sales that did not join, by program and reason."""


@dataclass(frozen=True, slots=True)
class GroupFlow:
    """One group over the day: opening + put in - paid out + undone = closing."""

    group: str
    opening: Fen
    put_in: Fen
    paid_out: Fen
    undone: Fen
    """Net of returns and voids."""
    closing: Fen


@dataclass(frozen=True, slots=True)
class Receiver:
    """A member and what he received out of the queue today."""

    member: int
    amount: Fen


@dataclass(frozen=True, slots=True)
class RewardDay:
    """The report's figures, all in fen."""

    rows: RewardRows
    flows: tuple[GroupFlow, ...]
    funded: Fen
    """Out of SRC, without what went back."""
    funded_by_kind: tuple[tuple[str, Fen], ...]
    """By mechanism, e.g. ("M1", ...)."""
    paid: Fen
    """Out of pools to members."""
    receivers: int
    largest: tuple[Receiver, ...]
    by_hour: tuple[tuple[Fen, Fen], ...]
    """Funded and paid in each hour of the day."""
    difference: Fen
    """Flows against transfers, over all pairs and reasons; 0 when the books agree."""


def hours_shown(day: RewardDay) -> range:
    """Return the hours of a chart: the usual ones, wider when something lies outside."""
    busy = [hour for hour, (funded, paid) in enumerate(day.by_hour) if funded or paid]
    return range(min([_EARLIEST, *busy]), max([_LATEST, *busy]) + 1)


def reward_day(rows: RewardRows) -> RewardDay:
    """Work the report out."""
    hours = [[0, 0] for _ in range(HOURS)]
    funded: Counter[str] = Counter()
    received: Counter[int] = Counter()
    for each in rows.moved:
        if each.why.endswith(UNDOING):
            continue
        hour = hours[shop_time(each.at).hour]
        if each.debit.startswith("SRC:"):
            funded[each.why.partition(".")[0]] += each.amount
            hour[0] += each.amount
        elif each.debit.startswith(_HELD) and each.credit.startswith(_PURSES):
            hour[1] += each.amount
            holder = each.credit.partition(":")[2]
            if holder.isdigit():
                received[int(holder)] += each.amount
    return RewardDay(
        rows=rows,
        flows=_group_flows(rows),
        funded=Fen(sum(funded.values())),
        funded_by_kind=tuple(sorted((kind, Fen(sum_)) for kind, sum_ in funded.items())),
        paid=Fen(sum(received.values())),
        receivers=len(received),
        largest=_largest(received.items()),
        by_hour=tuple((Fen(each[0]), Fen(each[1])) for each in hours),
        difference=_difference(rows),
    )


def _largest(received: Iterable[tuple[int, int]]) -> tuple[Receiver, ...]:
    ordered = sorted(received, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Receiver(member, Fen(sum_)) for member, sum_ in ordered[:LARGEST_RECEIVERS])


def _group_flows(rows: RewardRows) -> tuple[GroupFlow, ...]:
    """Opening, what came in, went out and was undone, and closing of each group."""
    put_in: Counter[str] = Counter()
    paid_out: Counter[str] = Counter()
    undone: Counter[str] = Counter()
    for flow in rows.flows:
        if flow.why.endswith(UNDOING):
            undone[flow.debit] -= flow.amount
            undone[flow.credit] += flow.amount
        else:
            put_in[flow.credit] += flow.amount
            paid_out[flow.debit] += flow.amount
    return tuple(
        GroupFlow(
            group,
            opening=rows.opening.get(group, Fen(0)),
            put_in=Fen(put_in[group]),
            paid_out=Fen(paid_out[group]),
            undone=Fen(undone[group]),
            closing=Fen(
                rows.opening.get(group, 0) + put_in[group] - paid_out[group] + undone[group]
            ),
        )
        for group in sorted({*rows.opening, *put_in, *paid_out, *undone})
        if is_reward_group(group)
    )


def _difference(rows: RewardRows) -> Fen:
    """Sum the transfers anew and compare with the flows, side by side."""
    left: Counter[tuple[str, str, str]] = Counter()
    for each in rows.moved:
        left[group_of(each.debit), group_of(each.credit), each.why] += each.amount
    for flow in rows.flows:
        left[flow.debit, flow.credit, flow.why] -= flow.amount
    return Fen(sum(abs(amount) for amount in left.values()))

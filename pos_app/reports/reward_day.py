"""The day's reward report: what was put in, what was given, what is owed.

The flows kept beside the books say what moved; the day's transfers themselves say the
same a second time. `difference` is what the two disagree by, and must be 0.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pos_app.domain.flow import Flow, group_of
from pos_app.domain.moment import Day, Instant, shop_time
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.reports.account_day import AccountDay, account_days
from pos_app.reports.program_sums import ProgramSums, all_programs, program_sums
from pos_app.reports.reserve_sums import ReserveSums, reserve_sums
from pos_app.reports.reward_parts import Part, parts_of
from pos_app.reports.trade_days import Asked, TradeDays

LARGEST_RECEIVERS = 5
HOURS = 24
_EARLIEST, _LATEST = 7, 21
"""A shop's usual hours; a chart shows no less, so that two days can be compared."""
_QUEUE = "M1"


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
    trade: TradeDays
    programs: tuple[Program, ...]
    """All, by priority."""
    moved: tuple[Moved, ...]
    """Transfers of the day that touch a reward account, in order."""
    opening: dict[str, Fen]
    """Reward accounts by group at the start of the day, credits less debits."""
    flows: tuple[Flow, ...]
    """Of the day; one side at least is a reward group."""
    tenders: dict[str, Fen]
    """Kept of the day's sales less what was paid back on the day, by kind."""
    stores: dict[str, tuple[Fen, Fen]]
    """Sold and returned on the day, by the store whose goods they are (rulebook 9.3)."""
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

    @property
    def queued_before(self) -> int:
        """ACTIVE at the end of the day before."""
        return self.queued - self.joined + self.completed + self.left


@dataclass(frozen=True, slots=True)
class Receiver:
    """A member and what was given to him on the day, points as well."""

    member: int
    amount: Fen


@dataclass(frozen=True, slots=True)
class NotJoined:
    """Sales that did not join a program, for one reason."""

    program: Program
    reason: str
    sales: int

    @property
    def is_of_queue(self) -> bool:
        """Whether it was a queue that they did not join."""
        return self.program.kind == _QUEUE


@dataclass(frozen=True, slots=True)
class RewardDay:
    """The report's figures, all in fen."""

    rows: RewardRows
    programs: tuple[ProgramSums, ...]
    """Those where anything lay or moved."""
    reserves: tuple[ReserveSums, ...]
    """The stores' own, apart from what is owed to members."""
    accounts: tuple[AccountDay, ...]
    receivers: int
    """Members to whom anything was given."""
    largest: tuple[Receiver, ...]
    by_hour: tuple[tuple[Fen, Fen], ...]
    """Put in and given in each hour of the day."""
    not_joined: tuple[NotJoined, ...]
    """Of queues first, then of the other programs; the most frequent reason first."""
    difference: Fen
    """Flows against transfers, over all pairs and reasons; 0 when the books agree."""

    @property
    def total(self) -> ProgramSums:
        """All programs together."""
        return all_programs(self.programs)

    @property
    def put_in_by_kind(self) -> tuple[tuple[str, Fen], ...]:
        """What the stores put in, by mechanism, e.g. ("M1", ...)."""
        sums: Counter[str] = Counter()
        for each in self.programs:
            sums[each.kind] += each.put_in
        return tuple(sorted((kind, Fen(sum_)) for kind, sum_ in sums.items() if sum_))

    @property
    def is_still(self) -> bool:
        """Whether nothing was sold, came back or moved on the day."""
        rows = self.rows
        return not (rows.sales or rows.voided or rows.returned or rows.moved)

    @property
    def did_not_join(self) -> tuple[NotJoined, ...]:
        """Of the queues alone; in a shop without a queue, of every program."""
        of_queue = tuple(each for each in self.not_joined if each.is_of_queue)
        return of_queue if self.has_queue else self.not_joined

    @property
    def has_queue(self) -> bool:
        """Whether the shop has a queue, running or not."""
        return any(each.kind == _QUEUE for each in self.rows.programs)

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell: the day is the shop's, or the books differ."""
        return self.is_of_trade or bool(self.difference)

    @property
    def is_of_trade(self) -> bool:
        """Whether the day lies within the shop's time."""
        return self.rows.trade.asked(self.rows.day, self.rows.day) is Asked.TRADED


def hours_shown(day: RewardDay) -> range:
    """Return the hours of a chart: the usual ones, wider when something lies outside."""
    busy = [hour for hour, (put_in, given) in enumerate(day.by_hour) if put_in or given]
    return range(min([_EARLIEST, *busy]), max([_LATEST, *busy]) + 1)


def reward_day(rows: RewardRows) -> RewardDay:
    """Work the report out."""
    hours = [{Part.PUT_IN: 0, Part.GIVEN: 0} for _ in range(HOURS)]
    received: Counter[int] = Counter()
    for each in rows.moved:
        for part, sign in parts_of(each.debit, each.credit, each.why):
            if part not in {Part.PUT_IN, Part.GIVEN}:
                continue
            hours[shop_time(each.at).hour][part] += sign * each.amount
            holder = each.credit.partition(":")[2]
            if part is Part.GIVEN and holder.isdigit():
                received[int(holder)] += each.amount
    sums = program_sums(rows.programs, rows.flows, opening=rows.opening)
    return RewardDay(
        rows=rows,
        programs=tuple(each for each in sums if not each.is_empty),
        reserves=reserve_sums(rows.programs, rows.flows, opening=rows.opening),
        accounts=account_days(rows.flows, opening=rows.opening),
        receivers=len(received),
        largest=_largest(received.items()),
        by_hour=tuple((Fen(each[Part.PUT_IN]), Fen(each[Part.GIVEN])) for each in hours),
        not_joined=_not_joined(rows),
        difference=_difference(rows),
    )


def _largest(received: Iterable[tuple[int, int]]) -> tuple[Receiver, ...]:
    ordered = sorted(received, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Receiver(member, Fen(sum_)) for member, sum_ in ordered[:LARGEST_RECEIVERS])


def _not_joined(rows: RewardRows) -> tuple[NotJoined, ...]:
    programs = {each.number: (place, each) for place, each in enumerate(rows.programs)}
    found = [
        (programs[number][0], NotJoined(programs[number][1], reason, count))
        for (number, reason), count in rows.refused.items()
    ]
    found.sort(key=lambda pair: (not pair[1].is_of_queue, pair[0], -pair[1].sales, pair[1].reason))
    return tuple(each for _place, each in found)


def _difference(rows: RewardRows) -> Fen:
    """Sum the transfers anew and compare with the flows, side by side."""
    left: Counter[tuple[str, str, str]] = Counter()
    for each in rows.moved:
        left[group_of(each.debit), group_of(each.credit), each.why] += each.amount
    for flow in rows.flows:
        left[flow.debit, flow.credit, flow.why] -= flow.amount
    return Fen(sum(abs(amount) for amount in left.values()))

"""The month-end statement: opening + funded - paid - returned = closing.

For each program over its pool and funds (rulebook 10.9), for each store over what it put
in, and for what members hold. Pure: flows come in, figures go out; `difference` is what
all flows ever and the accounts disagree by, and must be 0.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.month import Month
from pos_app.domain.program import Program
from pos_app.domain.reward_accounts import PURSES, is_reward_group
from pos_app.domain.store import Store
from pos_app.reports.contract_liability import PointsFigures
from pos_app.reports.flow_sum import FlowSum
from pos_app.reports.program_sums import ProgramSums, all_programs, program_sums
from pos_app.reports.reserve_sums import ReserveSums, reserve_sums
from pos_app.reports.reward_parts import Part, Side, parts_of, side_of
from pos_app.reports.trade_days import TradeDays

KEPT = ("FEE", "OUT:tax")
"""What a program keeps back: its fee, the tax on prizes."""


@dataclass(frozen=True, slots=True)
class MonthRows:
    """What the books hand over for one month."""

    month: Month
    trade: TradeDays
    programs: tuple[Program, ...]
    stores: tuple[Store, ...]
    before: tuple[FlowSum, ...]
    """All that moved before the month."""
    during: tuple[FlowSum, ...]
    since: tuple[FlowSum, ...]
    """All that moved after it, until now."""
    now: Mapping[str, Fen]
    """What the accounts hold now, by group."""
    points: PointsFigures
    """What the points of the shop are worth to the accountant."""
    treatments: Mapping[int, str]
    """What each program's rewards are to the tax office, by its number."""


@dataclass(frozen=True, slots=True)
class HeldMonth:
    """One kind of member's purse, all members together.

    opening + given + moved - spent - taken_back = closing.
    """

    group: str
    opening: Fen
    given: Fen
    """Out of programs; of a fee or a tax, what was withheld."""
    spent: Fen
    """At the till or paid out, less what returns gave back."""
    taken_back: Fen
    """By returns, voids and expiry."""
    moved: Fen
    """From another purse of the same member, less what went to one."""
    closing: Fen


@dataclass(frozen=True, slots=True)
class StoreMonth:
    """What one store has put into rewards and not got back; the net reward cost."""

    store: str
    opening: Fen
    put_in: Fen
    from_refunds: Fen
    """Kept back from refunds and put in."""
    got_back: Fen
    reserve: Fen
    """Put into its own reserve for late returns, less what came out of it."""
    closing: Fen


@dataclass(frozen=True, slots=True)
class MonthStatement:
    """A month of all programs, in fen."""

    rows: MonthRows
    programs: tuple[ProgramSums, ...]
    reserves: tuple[ReserveSums, ...]
    """The stores' own, apart from what is owed to members."""
    held: tuple[HeldMonth, ...]
    stores: tuple[StoreMonth, ...]
    difference: Fen
    """Of all flows ever against what accounts hold; 0 when the books agree."""

    @property
    def total(self) -> ProgramSums:
        """All programs together."""
        return all_programs(self.programs)


def month_statement(rows: MonthRows) -> MonthStatement:
    """Work the statement out."""
    opening = balances_of(rows.before)
    return MonthStatement(
        rows=rows,
        programs=program_sums(rows.programs, rows.during, opening=opening),
        reserves=reserve_sums(rows.programs, rows.during, opening=opening),
        held=tuple(_held(rows, group, opening=opening) for group in (*PURSES, *KEPT)),
        stores=_stores(rows, opening),
        difference=_difference(rows),
    )


def balances_of(flows: Iterable[FlowSum]) -> Counter[str]:
    """What flows add up to for each group: credits less debits."""
    sums: Counter[str] = Counter()
    for each in flows:
        sums[each.debit] -= each.amount
        sums[each.credit] += each.amount
    return sums


def _held(rows: MonthRows, group: str, *, opening: Mapping[str, int]) -> HeldMonth:
    sums: Counter[Part] = Counter()
    moved = 0
    for each in rows.during:
        if each.debit == each.credit or group not in {each.debit, each.credit}:
            continue
        parts = parts_of(each.debit, each.credit, each.why)
        for part, sign in parts:
            sums[part] += sign * each.amount
        if not parts:
            moved += each.amount if each.credit == group else -each.amount
    is_purse = group in PURSES
    given = sums[Part.GIVEN] if is_purse else sums[Part.WITHHELD]
    before = opening.get(group, 0)
    spent = sums[Part.USED] if is_purse else 0
    taken_back = sums[Part.TAKEN_BACK] if is_purse else 0
    return HeldMonth(
        group=group,
        opening=Fen(before),
        given=Fen(given),
        spent=Fen(spent),
        taken_back=Fen(taken_back),
        moved=Fen(moved),
        closing=Fen(before + given + moved - spent - taken_back),
    )


def _stores(rows: MonthRows, opening: Mapping[str, int]) -> tuple[StoreMonth, ...]:
    sums: Counter[tuple[str, Part]] = Counter()
    for each in rows.during:
        for group in {each.debit, each.credit}:
            if side_of(group) is Side.STORE:
                for part, sign in parts_of(each.debit, each.credit, each.why):
                    sums[group, part] += sign * each.amount
    known = {group for group in opening if side_of(group) is Side.STORE}
    return tuple(
        _store(group, sums, opening=-opening.get(group, 0))
        for group in sorted({*known, *(group for group, _part in sums)})
    )


def _store(group: str, sums: Counter[tuple[str, Part]], *, opening: int) -> StoreMonth:
    put_in, kept = sums[group, Part.PUT_IN], sums[group, Part.FROM_REFUNDS]
    got_back = sums[group, Part.RETURNED]
    out_of_reserve = sums[group, Part.COVERED] + sums[group, Part.RESERVE_BACK]
    reserve = sums[group, Part.SET_ASIDE] - out_of_reserve
    return StoreMonth(
        store=group.partition(":")[2],
        opening=Fen(opening),
        put_in=Fen(put_in),
        from_refunds=Fen(kept),
        got_back=Fen(got_back),
        reserve=Fen(reserve),
        closing=Fen(opening + put_in + kept - got_back + reserve),
    )


def _difference(rows: MonthRows) -> Fen:
    """What each reward group's flows and its accounts disagree by, signs aside."""
    left: dict[str, int] = defaultdict(int)
    for group, sum_ in balances_of((*rows.before, *rows.during, *rows.since)).items():
        left[group] += sum_
    for group, sum_ in rows.now.items():
        left[group] -= sum_
    return Fen(sum(abs(sum_) for group, sum_ in left.items() if is_reward_group(group)))

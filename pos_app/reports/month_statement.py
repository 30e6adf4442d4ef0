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
from pos_app.domain.reward_accounts import is_reward_group
from pos_app.engine.accounts import program_of_pot
from pos_app.reports.contract_liability import PointsFigures
from pos_app.reports.flow_sum import FlowSum

HELD = ("POINTS", "CASH", "VCH", "PTS", "LOCK")
"""What belongs to members."""
KEPT = ("FEE", "OUT:tax")
"""What a program keeps back: its fee, the tax on prizes."""


@dataclass(frozen=True, slots=True)
class MonthRows:
    """What the books hand over for one month."""

    month: Month
    programs: tuple[Program, ...]
    before: tuple[FlowSum, ...]
    """All that moved before the month."""
    during: tuple[FlowSum, ...]
    since: tuple[FlowSum, ...]
    """All that moved after it, until now."""
    now: Mapping[str, Fen]
    """What the accounts hold now, by group."""
    points: PointsFigures
    """What the points of the shop are worth to the accountant."""


@dataclass(frozen=True, slots=True)
class ProgramMonth:
    """One program: opening + funded - paid - returned = closing, to the fen."""

    number: int
    name: str
    kind: str
    opening: Fen
    """In its pool and funds."""
    funded: Fen
    """Put in by the stores, also what they kept back from refunds."""
    paid: Fen
    """To members, as a fee or as tax, less what was taken back from them."""
    returned: Fen
    """Back to the stores."""
    closing: Fen


@dataclass(frozen=True, slots=True)
class HeldMonth:
    """One kind of member's purse, all members together.

    opening + received + moved - spent - taken_back = closing.
    """

    group: str
    opening: Fen
    received: Fen
    spent: Fen
    """At the till or paid out, less what returns gave back."""
    taken_back: Fen
    """By returns, and expired."""
    moved: Fen
    """From another purse of the same member, less what went to one."""
    closing: Fen


@dataclass(frozen=True, slots=True)
class StoreMonth:
    """What one store has put into rewards and not got back; the net reward cost."""

    store: str
    opening: Fen
    put_in: Fen
    got_back: Fen
    closing: Fen


@dataclass(frozen=True, slots=True)
class MonthStatement:
    """A month of all programs, in fen."""

    rows: MonthRows
    programs: tuple[ProgramMonth, ...]
    held: tuple[HeldMonth, ...]
    stores: tuple[StoreMonth, ...]
    difference: Fen
    """Of all flows ever against what accounts hold; 0 when the books agree."""

    @property
    def total(self) -> ProgramMonth:
        """All programs together."""
        return ProgramMonth(
            number=0,
            name="",
            kind="",
            opening=Fen(sum(each.opening for each in self.programs)),
            funded=Fen(sum(each.funded for each in self.programs)),
            paid=Fen(sum(each.paid for each in self.programs)),
            returned=Fen(sum(each.returned for each in self.programs)),
            closing=Fen(sum(each.closing for each in self.programs)),
        )


def month_statement(rows: MonthRows) -> MonthStatement:
    """Work the statement out."""
    opening = balances_of(rows.before)
    return MonthStatement(
        rows=rows,
        programs=_programs(rows, opening),
        held=tuple(_held(rows, group, opening=opening) for group in (*HELD, *KEPT)),
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


class _Sides:
    """Funded, paid and returned of each program, by its number."""

    def __init__(self, programs: tuple[Program, ...]) -> None:
        self._numbers = {program.name: program.number for program in programs}
        self.funded: Counter[int] = Counter()
        self.paid: Counter[int] = Counter()
        self.returned: Counter[int] = Counter()

    def owner(self, group: str) -> int:
        """The program whose pool or fund a group is; 0 when it is none."""
        name = program_of_pot(group, self._numbers)
        return self._numbers[name] if name else 0

    def take(self, flow: FlowSum) -> None:
        """Count one flow; spending and moves between purses concern no program."""
        giver, receiver = self.owner(flow.debit), self.owner(flow.credit)
        from_store, to_store = flow.debit.startswith("SRC:"), flow.credit.startswith("SRC:")
        if giver == receiver and not (from_store or to_store):
            return
        if from_store:
            self.funded[receiver or flow.program] += flow.amount
        if to_store:
            self.returned[giver or flow.program] += flow.amount
        if not receiver and not to_store:
            self.paid[giver or flow.program] += flow.amount
        if not giver and not from_store:
            self.paid[receiver or flow.program] -= flow.amount


def _programs(rows: MonthRows, opening: Mapping[str, int]) -> tuple[ProgramMonth, ...]:
    sides = _Sides(rows.programs)
    for each in rows.during:
        if is_reward_group(each.debit) and is_reward_group(each.credit):
            sides.take(each)
    held: Counter[int] = Counter()
    for group, sum_ in opening.items():
        held[sides.owner(group)] += sum_
    return tuple(
        ProgramMonth(
            number=number,
            name=program.name,
            kind=program.kind,
            opening=Fen(held[number]),
            funded=Fen(sides.funded[number]),
            paid=Fen(sides.paid[number]),
            returned=Fen(sides.returned[number]),
            closing=Fen(
                held[number] + sides.funded[number] - sides.paid[number] - sides.returned[number]
            ),
        )
        for program in rows.programs
        for number in (program.number,)
    )


def _held(rows: MonthRows, group: str, *, opening: Mapping[str, int]) -> HeldMonth:
    received = spent = taken_back = moved = 0
    for each in rows.during:
        if each.debit == each.credit or group not in {each.debit, each.credit}:
            continue
        other = each.credit if each.debit == group else each.debit
        gained = -each.amount if each.debit == group else each.amount
        if other in HELD:
            moved += gained
        elif other == "OUT":
            spent -= gained
        elif gained > 0:
            received += gained
        else:
            taken_back -= gained
    before = opening.get(group, 0)
    return HeldMonth(
        group=group,
        opening=Fen(before),
        received=Fen(received),
        spent=Fen(spent),
        taken_back=Fen(taken_back),
        moved=Fen(moved),
        closing=Fen(before + received + moved - spent - taken_back),
    )


def _stores(rows: MonthRows, opening: Mapping[str, int]) -> tuple[StoreMonth, ...]:
    put_in: Counter[str] = Counter()
    got_back: Counter[str] = Counter()
    for each in rows.during:
        if each.debit.startswith("SRC:"):
            put_in[each.debit] += each.amount
        if each.credit.startswith("SRC:"):
            got_back[each.credit] += each.amount
    known = {group for group in opening if group.startswith("SRC:")}
    return tuple(
        StoreMonth(
            store=group.partition(":")[2],
            opening=Fen(-opening.get(group, 0)),
            put_in=Fen(put_in[group]),
            got_back=Fen(got_back[group]),
            closing=Fen(put_in[group] - got_back[group] - opening.get(group, 0)),
        )
        for group in sorted({*known, *put_in, *got_back})
    )


def _difference(rows: MonthRows) -> Fen:
    """What each reward group's flows and its accounts disagree by, signs aside."""
    left: dict[str, int] = defaultdict(int)
    for group, sum_ in balances_of((*rows.before, *rows.during, *rows.since)).items():
        left[group] += sum_
    for group, sum_ in rows.now.items():
        left[group] -= sum_
    return Fen(sum(abs(sum_) for group, sum_ in left.items() if is_reward_group(group)))

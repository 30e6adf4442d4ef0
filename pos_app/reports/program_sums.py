"""Each program over a span of days: opening, what came and went, closing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_app.domain.flow import Flow
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import program_of_pot
from pos_app.reports.flow_sum import FlowSum
from pos_app.reports.reward_parts import Part, Side, parts_of, side_of

AnyFlow = Flow | FlowSum


@dataclass(frozen=True, slots=True)
class ProgramSums:
    """One program, or all: what lies in its pool and funds, and how it came to it.

    A store's reserve for late returns is no part of it (`reserve_sums`).
    opening + put_in + from_refunds - given + taken_back - withheld - returned = closing.
    """

    number: int
    name: str
    kind: str
    opening: Fen
    put_in: Fen
    """By the stores, for sales."""
    from_refunds: Fen
    """Kept back from refunds and put into the pool."""
    given: Fen
    """To members' accounts, points as well."""
    taken_back: Fen
    """From members' accounts, by returns, voids and expiry."""
    withheld: Fen
    """As a fee or as tax."""
    returned: Fen
    """Back to the stores."""
    closing: Fen

    @property
    def funded(self) -> Fen:
        """All that stores put in: the rulebook's word in 10.9."""
        return Fen(self.put_in + self.from_refunds)

    @property
    def paid(self) -> Fen:
        """What left for good: the rulebook's word in 10.9.

        opening + funded - paid - returned = closing.
        """
        return Fen(self.given + self.withheld - self.taken_back)

    @property
    def is_empty(self) -> bool:
        """Whether nothing lay there and nothing moved."""
        return not any((self.opening, self.closing, *self._moved))

    @property
    def _moved(self) -> tuple[Fen, ...]:
        return (
            self.put_in,
            self.from_refunds,
            self.given,
            self.taken_back,
            self.withheld,
            self.returned,
        )


def program_sums(
    programs: tuple[Program, ...], flows: Iterable[AnyFlow], *, opening: Mapping[str, int]
) -> tuple[ProgramSums, ...]:
    """Sum flows up for each program; `opening` is by group, credits less debits."""
    numbers = {program.name: program.number for program in programs}

    def owner(group: str) -> int:
        name = program_of_pot(group, numbers)
        return numbers[name] if name else 0

    sums: Counter[tuple[int, Part]] = Counter()
    for flow in flows:
        parts = parts_of(flow.debit, flow.credit, flow.why)
        if parts:
            number = owner(flow.debit) or owner(flow.credit) or flow.program
            for part, sign in parts:
                sums[number, part] += sign * flow.amount
    held: Counter[int] = Counter()
    for group, sum_ in opening.items():
        if side_of(group) is not Side.RESERVE:
            held[owner(group)] += sum_
    return tuple(_of_program(program, sums, opening=held[program.number]) for program in programs)


def all_programs(programs: tuple[ProgramSums, ...]) -> ProgramSums:
    """Return all programs together."""
    return ProgramSums(
        number=0,
        name="",
        kind="",
        opening=Fen(sum(each.opening for each in programs)),
        put_in=Fen(sum(each.put_in for each in programs)),
        from_refunds=Fen(sum(each.from_refunds for each in programs)),
        given=Fen(sum(each.given for each in programs)),
        taken_back=Fen(sum(each.taken_back for each in programs)),
        withheld=Fen(sum(each.withheld for each in programs)),
        returned=Fen(sum(each.returned for each in programs)),
        closing=Fen(sum(each.closing for each in programs)),
    )


def _of_program(program: Program, sums: Counter[tuple[int, Part]], *, opening: int) -> ProgramSums:
    def of(part: Part) -> Fen:
        return Fen(sums[program.number, part])

    come = of(Part.PUT_IN) + of(Part.FROM_REFUNDS) + of(Part.TAKEN_BACK)
    gone = of(Part.GIVEN) + of(Part.WITHHELD) + of(Part.RETURNED)
    return ProgramSums(
        number=program.number,
        name=program.name,
        kind=program.kind,
        opening=Fen(opening),
        put_in=of(Part.PUT_IN),
        from_refunds=of(Part.FROM_REFUNDS),
        given=of(Part.GIVEN),
        taken_back=of(Part.TAKEN_BACK),
        withheld=of(Part.WITHHELD),
        returned=of(Part.RETURNED),
        closing=Fen(opening + come - gone),
    )

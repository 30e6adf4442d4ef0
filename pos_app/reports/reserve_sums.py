"""What each store keeps aside for late returns: its own, owed to nobody (1.6)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import program_of_pot
from pos_app.reports.program_sums import AnyFlow
from pos_app.reports.reward_parts import Part, Side, parts_of, side_of


@dataclass(frozen=True, slots=True)
class ReserveSums:
    """One store's reserve in one program over a span of days.

    opening + set_aside - covered - given_back = closing.
    """

    program: str
    store: str
    opening: Fen
    set_aside: Fen
    """With the concessions of sales, less what voids took out again."""
    covered: Fen
    """Paid to the store for late returns."""
    given_back: Fen
    """To the store when the program ended."""
    closing: Fen


def reserve_sums(
    programs: tuple[Program, ...], flows: Iterable[AnyFlow], *, opening: Mapping[str, int]
) -> tuple[ReserveSums, ...]:
    """Sum each reserve up, by account; `opening` is by group, credits less debits."""
    names = [program.name for program in programs]
    sums: Counter[tuple[str, Part]] = Counter()
    held = {group for group, sum_ in opening.items() if sum_ and side_of(group) is Side.RESERVE}
    for flow in flows:
        for group in (flow.debit, flow.credit):
            if side_of(group) is Side.RESERVE:
                held.add(group)
                for part, sign in parts_of(flow.debit, flow.credit, flow.why):
                    sums[group, part] += sign * flow.amount
    return tuple(
        _of_reserve(group, sums, opening=opening.get(group, 0), names=names)
        for group in sorted(held)
    )


def _of_reserve(
    group: str, sums: Counter[tuple[str, Part]], *, opening: int, names: list[str]
) -> ReserveSums:
    program = program_of_pot(group, names)
    aside, covered, back = (
        sums[group, part] for part in (Part.SET_ASIDE, Part.COVERED, Part.RESERVE_BACK)
    )
    return ReserveSums(
        program=program,
        store=group.partition("@")[2].removeprefix(f"{program}/"),
        opening=Fen(opening),
        set_aside=Fen(aside),
        covered=Fen(covered),
        given_back=Fen(back),
        closing=Fen(opening + aside - covered - back),
    )

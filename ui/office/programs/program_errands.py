"""Errands of the reward rules that take more than one action; for the worker."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.actions.programs.adopt_combination import CombinationAsk, adopt_combination
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.list_programs import ProgramShown, list_programs
from pos_app.actions.staff.approve import approve
from pos_app.domain.seat import Seat
from pos_app.domain.staff import SECOND
from pos_app.shop import Shop


def adopt_confirmed(shop: Shop, seat: Seat, *, ask: ProgramAsk, pin: str) -> tuple[int, ...]:
    """Adopt a program, confirmed by a second supervisor's PIN if one was typed."""
    return (adopt_program(shop, _confirmed(shop, seat, pin), ask=ask),)


def adopt_all_confirmed(
    shop: Shop, seat: Seat, *, ask: CombinationAsk, pin: str
) -> tuple[int, ...]:
    """Adopt a combination, confirmed by a second supervisor's PIN if one was typed."""
    return adopt_combination(shop, _confirmed(shop, seat, pin), ask=ask)


def list_after(
    errand: Callable[..., None], shop: Shop, seat: Seat, **named: int
) -> tuple[ProgramShown, ...]:
    """Do an errand and list the programs as it left them."""
    errand(shop, seat, **named)
    return list_programs(shop)


def listed_with(shop: Shop, numbers: tuple[int, ...]) -> tuple[tuple[ProgramShown, ...], list[str]]:
    """List the programs; beside them the names of these that are switched on."""
    programs = list_programs(shop)
    shown = [each.program for each in programs]
    return programs, [each.name for each in shown if each.number in numbers and each.enabled]


def _confirmed(shop: Shop, seat: Seat, pin: str) -> Seat:
    if not pin:
        return seat
    approval = approve(shop, pin, right=SECOND, asked=0)
    return replace(seat, approvals=(*seat.approvals, approval))

"""What is told of the programs in force, before anything is on a bill."""

from __future__ import annotations

from pos_app.actions.programs.programs_told import programs_told
from pos_app.actions.programs.switch_program import switch_program
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling


def test_only_programs_in_force_are_told_by_priority(shop: Shop) -> None:
    """A rule that does not hold today is no answer to a customer."""
    selling.open_for_trade(shop)
    both = [each.program for each in programs_told(shop)]
    switch_program(shop, make.OWNER_SEAT, program=1, enabled=False)

    assert both == ["points", "queue"]
    assert [each.program for each in programs_told(shop)] == ["queue"]

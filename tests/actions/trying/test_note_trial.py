"""A program is tried before it starts, and the journal keeps it (rulebook 10.10)."""

from dataclasses import asdict, replace

import pytest

from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.switch_program import switch_program
from pos_app.actions.programs.trial_gate import refuse_untried
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.trying.note_trial import FIRST_LOOK, note_trial
from pos_app.actions.trying.what_if import WhatIfAsk, what_if
from pos_app.domain.program import ProgramTrial
from pos_app.domain.refusals.program import CalculatorRunMissing
from pos_app.engine.book import kept
from pos_app.engine.program import read_parameters, trial_digest
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

GROWTH = ProgramAsk("增值", "M5", params={"hold_days": 0}, consent_by="周满")
SMALL = {"sales_a_day": 5, "days": 5}


def tried(shop: Shop, *programs: ProgramAsk) -> None:
    """Run the what-if on a few made-up sales and note it."""
    ask = WhatIfAsk(programs, synthetic=SMALL)
    note_trial(shop, make.MANAGER_SEAT, ask=ask, answer=what_if(shop, ask))


def test_a_program_starts_only_as_it_was_tried(shop: Shop) -> None:
    """10.10, yellow: the owner has seen what it costs when sales stop."""
    with pytest.raises(CalculatorRunMissing) as refused:
        adopt_program(shop, make.OWNER_SEAT, ask=GROWTH)
    tried(shop, replace(GROWTH, name="any name", consent_by=""))
    number = adopt_program(shop, make.OWNER_SEAT, ask=GROWTH)
    dearer = replace(GROWTH, params={"hold_days": 0, "concession_bp": 2900})
    with pytest.raises(CalculatorRunMissing):
        adopt_program(shop, make.OWNER_SEAT, ask=dearer)

    assert refused.value.facts == {"name": "增值"}
    assert number == 1
    assert verify_books(shop.storage) == []


def test_a_green_program_needs_no_trial(shop: Shop) -> None:
    """10.10: its rules are printed; nobody pays for another's hope."""
    assert adopt_program(shop, make.OWNER_SEAT, ask=ProgramAsk("绿", "M4")) == 1


def test_what_was_adopted_switched_off_is_tried_before_it_is_switched_on(shop: Shop) -> None:
    """10.10: switching on is what customers meet."""
    number = adopt_program(shop, make.OWNER_SEAT, ask=replace(GROWTH, enabled=False))

    def switch_on() -> None:
        switch_program(shop, make.OWNER_SEAT, program=number, enabled=True, consent_by="周满")

    with pytest.raises(CalculatorRunMissing):
        switch_on()
    tried(shop, GROWTH)
    switch_on()


def test_the_secret_of_a_draw_is_no_part_of_what_was_tried(shop: Shop) -> None:
    """3.3: each draw has its own seed, which no trial may show."""
    first, other = (
        read_parameters("M1b", changes={"seed": seed, "prize_cap": 700}) for seed in ("a", "b")
    )
    dearer = read_parameters("M1b", changes={"seed": "a", "prize_cap": 701})

    assert trial_digest(first) == trial_digest(other) != trial_digest(dearer)
    assert "seed" in asdict(first)
    number = adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk("抽", "M1b", consent_by="周满"))
    assert number == 1


def test_a_trial_names_the_entry_that_noted_it(shop: Shop) -> None:
    """10.10: all of it is in the journal, with who and when."""
    tried(shop, GROWTH)
    params = read_parameters("M5", changes=GROWTH.params)

    with shop.storage.read() as view:
        found = kept(view.book, ProgramTrial, trial_digest(params))
        refuse_untried(view.book, params, name="增值")
        entry = kept(view.book, Entry, found.entry)

    assert (entry.kind, entry.staff) == ("programs_tried", make.MANAGER_SEAT.staff)


def test_the_first_look_is_short(shop: Shop) -> None:
    """The owner waits for it at the form."""
    assert FIRST_LOOK["sales_a_day"] * FIRST_LOOK["days"] == 1200

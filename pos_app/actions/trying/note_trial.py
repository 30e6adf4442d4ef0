"""The journal keeps that a program was tried before it starts (rulebook 10.10)."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.programs.program_form import with_any_seed
from pos_app.actions.trying.what_if import WhatIfAsk
from pos_app.domain.seat import Seat
from pos_app.domain.what_if_figures import WhatIf
from pos_app.engine.program import read_parameters, trial_digest
from pos_app.journal.facts import ProgramsTried
from pos_app.shop import Shop

FIRST_LOOK = {"sales_a_day": 20, "days": 60}
"""The made-up trade that is tried when a program is about to start: seconds, not minutes."""


def note_trial(shop: Shop, seat: Seat, *, ask: WhatIfAsk, answer: WhatIf) -> None:
    """Journal what was tried, on how many sales, and by whom.

    Anybody in the office may try; only an owner starts. A trial of no sale says nothing
    and is not noted.
    """
    sales = answer.scenarios[0].sales
    if not sales:
        return
    tried = tuple(
        trial_digest(
            read_parameters(
                each.kind, preset=each.preset, changes=with_any_seed(each.kind, each.params)
            )
        )
        for each in ask.programs
    )
    fact = ProgramsTried(digests=tried, sales=sales, made_up=ask.synthetic is not None)
    with shop.storage.write() as work:
        record_fact(shop, work, fact, staff=seat.staff)

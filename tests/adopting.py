"""Adopting programs as an owner does who has tried them first (rulebook 10.10)."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.program_form import with_any_seed
from pos_app.domain.seat import Seat
from pos_app.engine.program import read_parameters, trial_digest
from pos_app.errors import Refusal
from pos_app.journal.facts import ProgramsTried
from pos_app.shop import Shop


def adopt_tried(shop: Shop, seat: Seat, *, ask: ProgramAsk) -> int:
    """Adopt a program on which a what-if was run; what cannot be read has none."""
    try:
        note_tried(shop, ask)
    except Refusal:
        return adopt_program(shop, seat, ask=ask)
    return adopt_program(shop, seat, ask=ask)


def note_tried(shop: Shop, *asks: ProgramAsk) -> None:
    """Journal that a what-if was run, without the time that it takes."""
    digests = tuple(
        trial_digest(
            read_parameters(
                each.kind, preset=each.preset, changes=with_any_seed(each.kind, each.params)
            )
        )
        for each in asks
    )
    fact = ProgramsTried(digests=digests, sales=1000, made_up=True)
    with shop.storage.write() as work:
        record_fact(shop, work, fact, staff=1)

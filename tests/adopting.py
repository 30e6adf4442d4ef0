"""Adopting programs as an owner does who has tried them first (rulebook 10.10)."""

from dataclasses import replace

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.program_form import with_any_seed
from pos_app.domain.approval import Approval
from pos_app.domain.seat import Seat
from pos_app.domain.staff import SECOND
from pos_app.engine.program import read_parameters, trial_digest
from pos_app.errors import Refusal
from pos_app.journal.facts import ProgramsTried
from pos_app.shop import Shop
from tests import make


def with_second(seat: Seat) -> Seat:
    """A seat beside which the manager has confirmed a red program."""
    approval = Approval(SECOND, make.MANAGER_SEAT.staff, 0)
    return replace(seat, approvals=(*seat.approvals, approval))


def adopt_tried(shop: Shop, seat: Seat, *, ask: ProgramAsk, confirmed: bool = True) -> int:
    """Adopt a program on which a what-if was run; what cannot be read has none.

    The manager confirms what is red.
    """
    if confirmed:
        seat = with_second(seat)
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

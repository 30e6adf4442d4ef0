"""The owner ends a period of a program now, beside those that time brings."""

from collections.abc import Callable
from typing import Any

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.program import Program
from pos_app.domain.refusals.program import ProgramClosedForGood
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM
from pos_app.engine.parameters.kinds import KINDS
from pos_app.errors import NotFound
from pos_app.journal.facts import PeriodEnded
from pos_app.shop import Shop


def end_period(
    shop: Shop, seat: Seat, *, program: int, progress: Callable[[int], None] | None = None
) -> Any:
    """End a period; the schedule stays as it is.

    Returns what it distributed, in fen. `progress` is told now and then how many payments
    were made so far; all of them are kept, or none.

    Raises:
        NotAllowed: only an owner may.
        NotFound: no program has the number, or its kind has no periods.
        ProgramClosedForGood: a closed program has no periods any more.
    """
    allowed(seat, PROGRAM)
    with shop.storage.write() as work:
        known = work.book.get(Program, program)
        if known is None or not KINDS[known.kind].PERIODS:
            raise NotFound(what="program", named=str(program))
        if known.closed_at is not None:
            raise ProgramClosedForGood(name=known.name)
        settle_due_in(shop, work)
        if progress is not None:
            work.book.lightened = lambda: progress(work.book.transfers)
        return record_fact(shop, work, PeriodEnded(program=program), staff=seat.staff).outcome

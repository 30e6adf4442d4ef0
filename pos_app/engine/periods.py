"""Period ends: those that time brings, and extra ones (rulebook 1.3, 1.12).

Which moment a kind's period ends is said by its parameters, what then happens by its
mechanism. An extra end counts as an end and moves no schedule.
"""

from dataclasses import replace

from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.next_end import next_end
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.program import parameters_of
from pos_app.engine.records.shared import END_PERIOD, RANK_PERIOD, Due, Period


def schedule_periods(book: Book, program: Program) -> None:
    """Count a program's periods, and note the first end as due.

    The first period begins with the day of adoption. A later version leaves the end that is
    due, the next one follows the new parameters; where time brought none it may bring one now.
    """
    if not KINDS[program.kind].PERIODS:
        return
    period = book.get(Period, program.number)
    if period is None:
        period = Period(program.number, began=business_day(book.effective_at))
        book.put(period)
    elif next_end(book, program.number) is not None:
        return
    _schedule_next(book, program, period=period, after=book.effective_at)


def end_due_period(book: Book, due: Due) -> Fen:
    """End a period when its time has come, and note the next end as due."""
    program = kept(book, Program, due.program)
    period = replace(kept(book, Period, due.program), scheduled=due.part)
    distributed = _end(book, program, period=period, extra=False)
    _schedule_next(book, program, period=period, after=due.due_at)
    return distributed


def end_extra_period(book: Book, program: Program) -> Fen:
    """End a period now, beside those that time brings (the replay's `period`).

    Returns what it distributed. The caller has seen to it that the program is open and
    of a kind that has periods.
    """
    return _end(book, program, period=kept(book, Period, program.number), extra=True)


def _end(book: Book, program: Program, *, period: Period, extra: bool) -> Fen:
    book.put(replace(period, ended=period.ended + 1))
    return MECHANISMS[program.kind].end_period(book, program, extra=extra)


def _schedule_next(book: Book, program: Program, *, period: Period, after: Instant) -> None:
    """Note the first end after an instant as due, if time brings one."""
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    ends_at = parameters.period_end(period.began, after=after)
    if ends_at is None:
        return
    book.put(
        Due(
            what=END_PERIOD,
            program=program.number,
            sale=0,
            part=period.scheduled + 1,
            due_at=ends_at,
            rank=RANK_PERIOD,
            priority=program.priority,
        )
    )

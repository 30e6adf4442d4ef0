"""What a program's next version may not change, and how long it must hold rewards."""

from dataclasses import dataclass

from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.draw import DrawPot
from pos_app.errors import Refusal


@dataclass(eq=False)
class HoldTooShort(Refusal):
    """Rewards would move while goods may still come back (rulebook 1.3)."""

    hold_days: int
    return_window_days: int


@dataclass(eq=False)
class ScopeMayNotChange(Refusal):
    """A queue keeps its scope: its tickets would wait for money that goes elsewhere."""

    program: str
    now: str
    asked: str


@dataclass(eq=False)
class SeedMayNotChange(Refusal):
    """A draw keeps the seed whose commitment was published."""

    program: str


@dataclass(eq=False)
class RoundIsRunning(Refusal):
    """Sales have entered the round; its terms stand until it is drawn."""

    program: str
    entries: int


def check_version(
    book: Book, now: Program | None, *, parameters: Parameters, return_window_days: int
) -> None:
    """Refuse a version that may not follow the one a program has now, or be its first.

    Raises:
        HoldTooShort: shorter than the store's published return window.
        ScopeMayNotChange: another queue scope under the same name.
        SeedMayNotChange, RoundIsRunning: a draw keeps what was published.
    """
    if parameters.hold_days < return_window_days:
        raise HoldTooShort(parameters.hold_days, return_window_days)
    if now is None:
        return
    before = parameters_of(book, now.kind, program=now.number, version=now.version)
    if isinstance(parameters, DrawParameters) and isinstance(before, DrawParameters):
        _check_draw(book, now, before=before, parameters=parameters)
    if not isinstance(parameters, QueueParameters):
        return
    if isinstance(before, QueueParameters) and before.scope != parameters.scope:
        raise ScopeMayNotChange(now.name, before.scope, parameters.scope)


def _check_draw(
    book: Book, now: Program, *, before: DrawParameters, parameters: DrawParameters
) -> None:
    """Nothing changes in a running round, the seed never (rulebook 1.11, 10.2)."""
    if parameters.seed != before.seed:
        raise SeedMayNotChange(now.name)
    pot = book.get(DrawPot, now.number) or DrawPot(now.number)
    if pot.entries and parameters != before:
        raise RoundIsRunning(now.name, pot.entries)

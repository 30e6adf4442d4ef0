"""What a program's next version may not change, and how long it must hold rewards."""

from dataclasses import dataclass

from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.parameters import Parameters, QueueParameters
from pos_app.engine.program import parameters_of
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


def check_version(
    book: Book, now: Program | None, *, parameters: Parameters, return_window_days: int
) -> None:
    """Refuse a version that may not follow the one a program has now, or be its first.

    Raises:
        HoldTooShort: shorter than the store's published return window.
        ScopeMayNotChange: another queue scope under the same name.
    """
    if parameters.hold_days < return_window_days:
        raise HoldTooShort(parameters.hold_days, return_window_days)
    if now is None or not isinstance(parameters, QueueParameters):
        return
    before = parameters_of(book, now.kind, program=now.number, version=now.version)
    if isinstance(before, QueueParameters) and before.scope != parameters.scope:
        raise ScopeMayNotChange(now.name, before.scope, parameters.scope)

"""Adopting a program or a new version of one: what must hold before it may run."""

from dataclasses import dataclass, replace

from pos_app.domain.money import WHOLE_BP
from pos_app.domain.program import (
    PROGRAMS_BY_NAME,
    PROGRAMS_BY_PRIORITY,
    Program,
    ProgramVersion,
)
from pos_app.engine.book import Book
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.parameters import Parameters, QueueParameters
from pos_app.engine.program import UnknownKind, parameters_of, parameters_text
from pos_app.errors import Refusal


@dataclass(eq=False)
class ConcessionAboveLimit(Refusal):
    """The program alone exceeds what a sale may concede; says the figure to raise."""

    program: str
    rate_bp: int
    max_total_concession_bp: int


@dataclass(eq=False)
class HoldTooShort(Refusal):
    """Rewards would move while goods may still come back (rulebook 1.3)."""

    hold_days: int
    return_window_days: int


@dataclass(eq=False)
class KindMayNotChange(Refusal):
    """A program keeps its kind, and a queue its scope; tickets stand in it."""

    program: str
    now: str
    asked: str


@dataclass(eq=False)
class ProgramIsClosed(Refusal):
    """A closed program is never adopted again."""

    program: str


@dataclass(eq=False)
class NameNotAllowed(Refusal):
    """A program's name is not empty and holds no `@` (rulebook 1.12)."""

    name: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """A program as its owner wants it from now on."""

    name: str
    kind: str
    priority: int
    enabled: bool
    parameters: Parameters
    consent_by: str


def adopt(
    book: Book, wanted: Adoption, *, max_total_concession_bp: int, return_window_days: int
) -> Program:
    """Write a new program, or the next version of the one with this name.

    A version applies to sales completed afterwards (rulebook 1.11); tickets keep theirs.

    Raises:
        NameNotAllowed: the name could not be told from an account's.
        UnknownKind: no mechanism of the kind is in this program yet.
        ConcessionAboveLimit: alone above the shop's limit.
        HoldTooShort: shorter than the store's published return window.
        ProgramIsClosed: the name belongs to a program that has ended.
        KindMayNotChange: another kind or another queue scope under the same name.
    """
    _check(wanted, limit=max_total_concession_bp, window=return_window_days)
    now = next(iter(book.scan(PROGRAMS_BY_NAME, wanted.name)), None)
    if now is None:
        program = Program(
            number=1 + sum(1 for _ in book.scan(PROGRAMS_BY_PRIORITY)),
            name=wanted.name,
            kind=wanted.kind,
            priority=wanted.priority,
            version=1,
            enabled=wanted.enabled,
            consent_by=wanted.consent_by,
        )
    else:
        _check_successor(book, wanted, now=now)
        program = replace(
            now,
            priority=wanted.priority,
            version=now.version + 1,
            enabled=wanted.enabled,
            consent_by=wanted.consent_by,
        )
    book.put(program)
    book.put(
        ProgramVersion(
            program=program.number,
            version=program.version,
            adopted_at=book.effective_at,
            params=parameters_text(wanted.parameters),
        )
    )
    return program


def _check(wanted: Adoption, *, limit: int, window: int) -> None:
    """What the new parameters must fulfil by themselves."""
    if not wanted.name or "@" in wanted.name:
        raise NameNotAllowed(wanted.name)
    if wanted.kind not in MECHANISMS:
        raise UnknownKind(wanted.kind)
    rate = wanted.parameters.rate_bp(WHOLE_BP)
    if rate > limit:
        raise ConcessionAboveLimit(wanted.name, rate, limit)
    if wanted.parameters.hold_days < window:
        raise HoldTooShort(wanted.parameters.hold_days, window)


def _check_successor(book: Book, wanted: Adoption, *, now: Program) -> None:
    """What a new version may not change."""
    if now.closed_at is not None:
        raise ProgramIsClosed(now.name)
    if now.kind != wanted.kind:
        raise KindMayNotChange(now.name, now.kind, wanted.kind)
    before = parameters_of(book, now.kind, program=now.number, version=now.version)
    if (
        isinstance(before, QueueParameters)
        and isinstance(wanted.parameters, QueueParameters)
        and before.scope != wanted.parameters.scope
    ):
        raise KindMayNotChange(now.name, before.scope, wanted.parameters.scope)

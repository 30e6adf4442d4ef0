"""A reward program and its versions; parameters are the engine's business."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.record import Index, Record, Where


@dataclass(frozen=True, slots=True)
class Program(Record):
    """A running or stopped program; `kind` is M0 ... M6 or M1b (rulebook 0.3)."""

    TABLE: ClassVar[str] = "program"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    """In the order of adoption, from 1; the tie-break after `priority` (rulebook 1.5)."""
    name: str
    kind: str
    priority: int
    version: int
    """The version that later sales are rung up under."""
    enabled: bool
    """False stops new enrolments only; what is pending or queued goes on."""
    closed_at: Instant | None = None
    """When PROGRAM_CLOSE ran; a closed program is never enabled again."""
    consent_by: str = ""
    """Who accepted the disclosure, for the audit log."""


PROGRAMS_BY_PRIORITY = Index(Program, "by_priority", ("priority", "number"))
PROGRAMS_BY_NAME = Index(Program, "by_name", ("name",))
OPEN_PROGRAMS = Index(Program, "enabled", ("priority", "number"), (Where("enabled", "=", 1),))


@dataclass(frozen=True, slots=True)
class ProgramTrial(Record):
    """That a what-if was run on these parameters, whichever program gets them."""

    TABLE: ClassVar[str] = "program_trial"
    KEY: ClassVar[tuple[str, ...]] = ("digest",)

    digest: str
    """Of kind and parameters, without the secret of a draw."""
    entry: int
    """The journal entry of the latest trial: who ran it and when."""


@dataclass(frozen=True, slots=True)
class ProgramVersion(Record):
    """Parameters as adopted: canonical JSON, valid for sales completed afterwards."""

    TABLE: ClassVar[str] = "program_version"
    KEY: ClassVar[tuple[str, ...]] = ("program", "version")
    APPEND_ONLY: ClassVar[bool] = True

    program: int
    version: int
    adopted_at: Instant
    params: str

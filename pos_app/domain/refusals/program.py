"""What the shop says no to when reward programs are adopted, changed or stopped."""

from dataclasses import dataclass

from pos_app.domain.money import BasisPoints
from pos_app.errors import Refusal


@dataclass(eq=False)
class ProgramConsentMissing(Refusal):
    """Somebody must accept the disclosure by name first (rulebook 10.10)."""

    risk: str
    """`yellow` or `red`."""


@dataclass(eq=False)
class CalculatorRunMissing(Refusal):
    """The what-if has not been run on the program as it is (rulebook 10.10)."""

    name: str


@dataclass(eq=False)
class TypedSentenceWrong(Refusal):
    """A red program needs its sentence typed word for word (rulebook 10.10)."""

    sentences: tuple[str, ...]
    """One of them, in whichever language."""


@dataclass(eq=False)
class SecondSupervisorMissing(Refusal):
    """A red program waits for another supervisor's PIN (rulebook 10.10)."""


@dataclass(eq=False)
class ProgramNameTaken(Refusal):
    """Another program, perhaps a closed one, has this name."""

    name: str


@dataclass(eq=False)
class ProgramClosedForGood(Refusal):
    """PROGRAM_CLOSE was run; a closed program is never enabled again."""

    name: str


@dataclass(eq=False)
class ProgramHoldTooShort(Refusal):
    """A program that runs would reward while goods may still come back (rulebook 1.3)."""

    program: str
    hold_days: int
    return_window_days: int


@dataclass(eq=False)
class ProgramOverLimit(Refusal):
    """The program alone concedes more than all together may; raise the limit first.

    Rates as rulebook 1.5 has them.
    """

    name: str
    rate: BasisPoints
    limit: BasisPoints

"""Programs adopted for a what-if, refused as a real adoption would be (1.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pos_app.domain.money import WHOLE_BP, BasisPoints
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.refusals.program import ProgramNameTaken, ProgramOverLimit
from pos_app.domain.settings import ShopRules
from pos_app.engine.adopt import check_version
from pos_app.engine.book import Book
from pos_app.engine.periods import schedule_periods
from pos_app.engine.program import parameters_text, read_parameters

USUAL_PRIORITY = 100
SEED = "what-if"
"""Draws of a trial have a seed that everybody knows; they decide nothing."""


@dataclass(frozen=True, slots=True)
class ProgramTried:
    """A program as it would be adopted; `params` are changes to its preset."""

    name: str
    kind: str
    preset: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    priority: int = USUAL_PRIORITY


def adopt_all(book: Book, programs: Sequence[ProgramTried], *, rules: ShopRules) -> None:
    """Adopt every program at the book's instant, in the sequence given.

    Raises:
        ProgramNameTaken: two have the same name.
        ProgramOverLimit: one alone concedes more than the shop's limit.
        HoldTooShort: shorter than the shop's return window.
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
    """
    names = set()
    for number, tried in enumerate(programs, start=1):
        if tried.name in names:
            raise ProgramNameTaken(tried.name)
        names.add(tried.name)
        _adopt(book, tried, number=number, rules=rules)


def _adopt(book: Book, tried: ProgramTried, *, number: int, rules: ShopRules) -> None:
    changes = dict(tried.params)
    if tried.kind == "M1b":
        changes.setdefault("seed", SEED)
    parameters = read_parameters(tried.kind, preset=tried.preset, changes=changes)
    rate, limit = parameters.rate_bp(WHOLE_BP), rules.max_total_concession_bp
    if rate > limit:
        raise ProgramOverLimit(tried.name, BasisPoints(rate), BasisPoints(limit))
    check_version(book, None, parameters=parameters, return_window_days=rules.return_window_days)
    program = Program(number, tried.name, tried.kind, tried.priority, version=1, enabled=True)
    book.put(program)
    book.put(ProgramVersion(number, 1, book.effective_at, parameters_text(parameters)))
    schedule_periods(book, program)

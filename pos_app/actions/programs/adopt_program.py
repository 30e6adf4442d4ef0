"""The owner adopts a reward program, or a new version of one, for later sales."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact, settle_due_in
from pos_app.actions.premises.customer_words import refuse_promises
from pos_app.actions.programs.trial_gate import refuse_untried
from pos_app.actions.staff.allowed import allowed
from pos_app.clock import new_draw_seed
from pos_app.domain.money import WHOLE_BP, BasisPoints
from pos_app.domain.names import clean_name
from pos_app.domain.program import PROGRAMS_BY_NAME, PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.program_consent import (
    GREEN,
    RED,
    TYPED_SENTENCES,
    is_typed_right,
    risk_of,
)
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.program import (
    ProgramClosedForGood,
    ProgramConsentMissing,
    ProgramNameTaken,
    ProgramOverLimit,
    SecondSupervisorMissing,
    TypedSentenceWrong,
)
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM, SECOND
from pos_app.engine.adopt import check_version
from pos_app.engine.book import Book, rules_of
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.program import (
    ParametersDisagree,
    UnknownKind,
    parameters_of,
    parameters_text,
    read_parameters,
)
from pos_app.journal.facts import ProgramAdopted
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

_USUAL_PRIORITY = 100
USUAL_NAMES = {
    "M0": "积分",
    "M1": "排队返还",
    "M1b": "抽奖返还",
    "M2": "推三返一",
    "M3": "链动",
    "M4": "绿色积分",
    "M5": "消费增值",
    "M6": "循环购",
}
"""What a program is called until its owner says otherwise (rulebook 0.3)."""


@dataclass(frozen=True, slots=True)
class ProgramAsk:
    """A program as chosen in the office; a known name makes a new version of it."""

    name: str
    """Empty: the running program of the kind, or the kind's usual name when there is none."""
    kind: str
    preset: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    """Changes to the preset, as named in the rulebook."""
    priority: int | None = None
    """None keeps it; a new program gets 100. Smaller is tried first (rulebook 1.5)."""
    enabled: bool | None = None
    """None keeps it; a new program is enabled."""
    consent_by: str = ""
    """Who accepted the disclosure, by name."""
    typed_sentence: str = ""
    """For a red program, one of `TYPED_SENTENCES`."""
    secret: str = field(default="", repr=False)
    """A new draw's seed, made before its commitment is shown; empty: made as it is adopted."""


@dataclass(frozen=True, slots=True)
class CheckedAsk:
    """A program whose name and parameters are found good."""

    ask: ProgramAsk
    params: Parameters


def adopt_program(shop: Shop, seat: Seat, *, ask: ProgramAsk) -> int:
    """Adopt a version and return the program's number; earlier sales keep theirs.

    Replay and the sample shop (staff 0) count as the owner's consent and are named so.

    Raises:
        NotAllowed: only an owner may.
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
        NameUnusable: empty, too long, with an @, or with a word of rulebook 10.8.
        HoldTooShort, ScopeMayNotChange: as `engine.adopt` says.
        ProgramNameTaken: the name, or accounts that it would have, are another program's.
        ProgramClosedForGood: a closed program never runs again.
        ProgramConsentMissing, TypedSentenceWrong, SecondSupervisorMissing: rulebook
            10.10; the second one's approval of `SECOND` is in the seat.
        CalculatorRunMissing: nobody has tried it as it is (rulebook 10.10).
        ProgramOverLimit: alone it concedes more than the shop's limit.
    """
    allowed(seat, PROGRAM)
    checked = checked_ask(shop, seat, ask=ask)
    with shop.storage.write() as work:
        return adopt_in(shop, work, seat, checked=checked)


def checked_ask(shop: Shop, seat: Seat, *, ask: ProgramAsk) -> CheckedAsk:
    """Read a program's name and parameters, before anything is opened to be written."""
    name = clean_name(ask.name or name_for(shop, ask.kind), of="program")
    if "@" in name:
        # Accounts of the books are written kind@program (rulebook 1.12).
        raise NameUnusable(what="program", name=name, why="at_sign")
    refuse_promises(name, of="program")
    changes = with_seed(shop, ask, name=name) if seat.staff != SHOP_ITSELF else ask.params
    params = read_parameters(ask.kind, preset=ask.preset, changes=changes)
    unfit = params.for_examples_only() if seat.staff != SHOP_ITSELF else None
    if unfit is not None:
        raise ParametersDisagree(*unfit)
    return CheckedAsk(replace(ask, name=name), params)


def adopt_in(shop: Shop, work: UnitOfWork, seat: Seat, *, checked: CheckedAsk) -> int:
    """Adopt a version within a unit of work; the seat was found to be an owner's."""
    ask, params = checked.ask, checked.params
    before = next(work.book.scan(PROGRAMS_BY_NAME, ask.name), None)
    refuse_unfit(work.book, before, ask=ask, params=params)
    fact = _version(work.book, before, ask=ask, params=params)
    if fact.enabled and seat.staff != SHOP_ITSELF:
        refuse_without_consent(ask.kind, asdict(params), ask=ask)
        if risk_of(ask.kind, asdict(params)) != GREEN:
            refuse_untried(work.book, params, name=ask.name)
        fact = replace(
            fact, approved_by=second_of(work.book, seat, risk_of(ask.kind, asdict(params)))
        )
    settle_due_in(shop, work)
    record_fact(shop, work, fact, staff=seat.staff)
    return fact.number


def name_for(shop: Shop, kind: str) -> str:
    """Return the name of the program of a kind that the shop has, else the usual name.

    Two queues side by side are wanted by hardly anybody, and nobody by accident; a program
    stopped for good leaves its name behind, and the next one gets a number.
    """
    with shop.storage.read() as view:
        known = tuple(view.book.scan(PROGRAMS_BY_PRIORITY))
    for program in known:
        if program.kind == kind and program.closed_at is None:
            return program.name
    usual, taken = USUAL_NAMES.get(kind, kind), {program.name for program in known}
    others = (f"{usual} {number}" for number in range(2, len(taken) + 3))
    return next(name for name in (usual, *others) if name not in taken)


def with_seed(shop: Shop, ask: ProgramAsk, *, name: str) -> Mapping[str, object]:
    """A draw's changes with its secret: the one it has, else the asked (rulebook 3.3)."""
    if ask.kind != "M1b" or "seed" in ask.params:
        return ask.params
    seed = ""
    with shop.storage.read() as view:
        before = next(view.book.scan(PROGRAMS_BY_NAME, name), None)
        if before is not None and before.kind == ask.kind:
            now = parameters_of(
                view.book, before.kind, program=before.number, version=before.version
            )
            seed = str(asdict(now)["seed"])
    return {**ask.params, "seed": seed or ask.secret or new_draw_seed()}


def refuse_without_consent(kind: str, params: Mapping[str, object], *, ask: ProgramAsk) -> None:
    """Refuse to start a program whose consent is not what its risk asks for."""
    risk = risk_of(kind, params)
    if risk != GREEN and not ask.consent_by.strip():
        raise ProgramConsentMissing(risk=risk)
    if risk == RED and not is_typed_right(ask.typed_sentence):
        raise TypedSentenceWrong(sentences=tuple(TYPED_SENTENCES.values()))


def second_of(book: Book, seat: Seat, risk: str) -> int | None:
    """Return who confirmed a red program besides, where the shop asks for somebody.

    Raises:
        SecondSupervisorMissing: nobody else has.
    """
    if risk != RED or not rules_of(book).second_supervisor:
        return None
    for approval in seat.approvals:
        if approval.right == SECOND and approval.by != seat.staff:
            return approval.by
    raise SecondSupervisorMissing


def refuse_unfit(
    book: Book, before: Program | None, *, ask: ProgramAsk, params: Parameters
) -> None:
    """Refuse what may not follow the program as it is, or may not run in this shop."""
    if ask.kind not in MECHANISMS:
        raise UnknownKind(ask.kind)
    if before is not None and before.closed_at is not None:
        raise ProgramClosedForGood(name=before.name)
    if before is not None and before.kind != ask.kind:
        raise ProgramNameTaken(name=before.name)
    if before is None:
        _refuse_shared_accounts(book, ask.name)
    rules = rules_of(book)
    rate, limit = params.rate_bp(WHOLE_BP), rules.max_total_concession_bp
    if rate > limit:
        raise ProgramOverLimit(ask.name, BasisPoints(rate), BasisPoints(limit))
    check_version(book, before, parameters=params, return_window_days=rules.return_window_days)


def _refuse_shared_accounts(book: Book, name: str) -> None:
    """Refuse `Q/S1` beside `Q`: both would own `POOL:Q@Q/S1` (rulebook 1.12)."""
    for other in book.scan(PROGRAMS_BY_PRIORITY):
        if f"{name}/".startswith(f"{other.name}/") or other.name.startswith(f"{name}/"):
            raise ProgramNameTaken(name=other.name)


def _version(
    book: Book, before: Program | None, *, ask: ProgramAsk, params: Parameters
) -> ProgramAdopted:
    """The next version; what was not said stays as it was."""
    if before is None:
        number = book.last_number(Program) + 1
        before = Program(number, ask.name, ask.kind, _USUAL_PRIORITY, version=0, enabled=True)
    return ProgramAdopted(
        number=before.number,
        name=before.name,
        kind=before.kind,
        priority=before.priority if ask.priority is None else ask.priority,
        enabled=before.enabled if ask.enabled is None else ask.enabled,
        version=before.version + 1,
        params=parameters_text(params),
        consent_by=clean_name(ask.consent_by, of="staff", may_be_empty=True) or before.consent_by,
        typed_sentence=ask.typed_sentence.strip(),
    )

"""What a program would be, for the consent page; nothing is written."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pos_app.actions.programs.adopt_program import ProgramAsk, name_for, refuse_unfit, with_seed
from pos_app.domain.money import WHOLE_BP
from pos_app.domain.program import OPEN_PROGRAMS, PROGRAMS_BY_NAME
from pos_app.domain.program_consent import TYPED_SENTENCES, risk_of
from pos_app.engine.book import rules_of
from pos_app.engine.program import parameters_of, read_parameters
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProgramPreview:
    """The whole of a program as it would be adopted."""

    name: str
    """What it would be called."""
    is_change: bool
    """It would be a new version of a program there is."""
    params: Mapping[str, object]
    rate: int
    """What it concedes of each sale, in basis points."""
    together: int
    """What it concedes with every program that is switched on, in basis points."""
    limit: int
    """What all together may concede of one sale (rulebook 1.5)."""
    risk: str
    sentence: str
    """To be typed word for word for a red program; empty otherwise."""
    needs_second: bool
    """Another supervisor's PIN is asked for besides (rulebook 10.10)."""


def preview_program(shop: Shop, ask: ProgramAsk) -> ProgramPreview:
    """Work out a program's parameters, risk and sentence in the shop's language.

    Raises:
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
        ProgramNameTaken, ProgramClosedForGood, ProgramOverLimit, HoldTooShort,
        ScopeMayNotChange, RoundIsRunning: as `adopt_program` says.
    """
    name = ask.name.strip() or name_for(shop, ask.kind)
    changes = with_seed(shop, ask, name=name)
    params = read_parameters(ask.kind, preset=ask.preset, changes=changes)
    rate = params.rate_bp(WHOLE_BP)
    with shop.storage.read() as view:
        before = next(view.book.scan(PROGRAMS_BY_NAME, name), None)
        refuse_unfit(view.book, before, ask=ask, params=params)
        rules = rules_of(view.book)
        others = sum(
            parameters_of(view.book, each.kind, program=each.number, version=each.version).rate_bp(
                WHOLE_BP
            )
            for each in view.book.scan(OPEN_PROGRAMS)
            if before is None or each.number != before.number
        )
    named = {key: value for key, value in asdict(params).items() if key != "seed"}
    risk = risk_of(ask.kind, named)
    sentence = TYPED_SENTENCES.get(shop.settings.language, TYPED_SENTENCES["en"])
    return ProgramPreview(
        name=name,
        is_change=before is not None,
        params=named,
        rate=rate,
        together=others + rate,
        limit=rules.max_total_concession_bp,
        risk=risk,
        sentence=sentence if risk == "red" else "",
        needs_second=risk == "red" and rules.second_supervisor,
    )

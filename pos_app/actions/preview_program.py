"""What a program would be, for the consent page; nothing is written."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pos_app.actions.adopt_program import ProgramAsk
from pos_app.domain.money import WHOLE_BP
from pos_app.domain.program_consent import TYPED_SENTENCES, risk_of
from pos_app.engine.program import read_parameters
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProgramPreview:
    """The whole of a program as it would be adopted."""

    params: Mapping[str, object]
    rate: int
    """What it concedes of each sale, in basis points."""
    risk: str
    sentence: str
    """To be typed word for word for a red program; empty otherwise."""


def preview_program(shop: Shop, ask: ProgramAsk) -> ProgramPreview:
    """Work out a program's parameters, risk and sentence in the shop's language.

    Raises:
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
    """
    params = read_parameters(ask.kind, preset=ask.preset, changes=ask.params)
    named = asdict(params)
    risk = risk_of(ask.kind, named)
    sentence = TYPED_SENTENCES.get(shop.settings.language, TYPED_SENTENCES["en"])
    return ProgramPreview(
        params=named,
        rate=params.rate_bp(WHOLE_BP),
        risk=risk,
        sentence=sentence if risk == "red" else "",
    )

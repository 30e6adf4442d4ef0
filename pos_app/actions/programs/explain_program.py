"""What customers must be told of a program, for the rules and consent page."""

from pos_app.actions.programs.adopt_program import ProgramAsk, name_for, with_seed
from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import rules_text
from pos_app.engine.program import read_parameters
from pos_app.engine.telling.organiser import organiser_told
from pos_app.shop import Shop


def explain_program(shop: Shop, ask: ProgramAsk) -> tuple[Disclosure, ...]:
    """Return the mandatory sentence, then the rules, then the organiser.

    What a draw promises is the commitment it would run under (rulebook 3.3).

    Raises:
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
    """
    changes = with_seed(shop, ask, name=ask.name.strip() or name_for(shop, ask.kind))
    rules = rules_text(read_parameters(ask.kind, preset=ask.preset, changes=changes))
    return (*rules, *organiser_told(ask.kind, shop.settings))

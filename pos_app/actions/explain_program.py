"""What customers must be told of a program, for the rules and consent page."""

from pos_app.actions.adopt_program import ProgramAsk
from pos_app.actions.program_form import with_any_seed
from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import rules_text
from pos_app.engine.program import read_parameters


def explain_program(ask: ProgramAsk) -> tuple[Disclosure, ...]:
    """Return the mandatory sentence, then who pays, out of what, exit and return.

    Raises:
        UnknownKind, UnknownPreset, UnknownParameter, ParameterOutOfRange,
        ParameterNotAChoice, ParametersDisagree: as `engine.program` says.
    """
    changes = with_any_seed(ask.kind, ask.params)
    return rules_text(read_parameters(ask.kind, preset=ask.preset, changes=changes))

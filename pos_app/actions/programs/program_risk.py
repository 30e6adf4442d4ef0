"""What a kind of program concedes and risks as it ships."""

from dataclasses import asdict

from pos_app.actions.programs.program_form import program_form, with_any_seed
from pos_app.domain.money import WHOLE_BP
from pos_app.domain.program_consent import GREEN, RED, YELLOW, risk_of
from pos_app.engine.combinations import Combination
from pos_app.engine.program import read_parameters

_BY_WEIGHT = (RED, YELLOW, GREEN)


def shipped_risk(kind: str) -> str:
    """Return the risk of a kind as it ships (rulebook 10.10).

    Raises:
        UnknownKind: no such kind.
    """
    form = program_form(kind)
    return risk_of(kind, form.values[form.presets[0]])


def shipped_rate(kind: str, *, limit: int = WHOLE_BP) -> int:
    """Return what a kind concedes of a sale as it ships, in basis points.

    Of its presets the first counts that concedes no more than `limit`, if there is one.

    Raises:
        UnknownKind: no such kind.
    """
    preset = program_form(kind, limit=limit).first
    changes = with_any_seed(kind, {})
    return read_parameters(kind, preset=preset or None, changes=changes).rate_bp(WHOLE_BP)


def combination_risk(chosen: Combination) -> str:
    """Return the gravest risk among the programs of a combination."""
    found = {risk_of(each.kind, asdict(each.parameters)) for each in chosen.programs}
    return next(risk for risk in _BY_WEIGHT if risk in found)

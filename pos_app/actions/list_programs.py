"""The shop's reward programs as the office shows them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program, ProgramVersion
from pos_app.domain.program_consent import risk_of
from pos_app.engine.parameters import PRESETS
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProgramShown:
    """A program with the parameters that later sales are rung up under."""

    program: Program
    params: Mapping[str, object]
    risk: str
    """`green`, `yellow` or `red` (rulebook 10.10)."""


def list_programs(shop: Shop) -> tuple[ProgramShown, ...]:
    """Return every program, closed ones too, in the order in which sales try them."""
    with shop.storage.read() as seen:
        shown = []
        for program in seen.book.scan(PROGRAMS_BY_PRIORITY):
            version = seen.book.get(ProgramVersion, program.number, program.version)
            params = json.loads(version.params) if version is not None else {}
            shown.append(ProgramShown(program, params, risk_of(program.kind, params)))
        return tuple(shown)


def presets_of(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's presets; none has only its defaults."""
    return tuple(PRESETS.get(kind, {}))

"""The shop's reward programs as the office shows them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.program_consent import risk_of
from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import rules_text
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.telling.organiser import organiser_told
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProgramShown:
    """A program with the parameters that later sales are rung up under."""

    program: Program
    params: Mapping[str, object]
    """Without the secret of a draw."""
    risk: str
    """`green`, `yellow` or `red` (rulebook 10.10)."""
    commitment: str = ""
    """Of a draw: what its owner publishes before, and proves after (rulebook 3.3)."""
    rules: tuple[Disclosure, ...] = ()
    """What customers are told, the mandatory sentence first."""


def list_programs(shop: Shop) -> tuple[ProgramShown, ...]:
    """Return every program, closed ones too, in the order in which sales try them."""
    with shop.storage.read() as seen:
        shown = []
        for program in seen.book.scan(PROGRAMS_BY_PRIORITY):
            known = parameters_of(
                seen.book, program.kind, program=program.number, version=program.version
            )
            # Not as written: an older version knows fewer parameters than are asked today.
            params = {name: value for name, value in asdict(known).items() if name != "seed"}
            risk = risk_of(program.kind, params)
            promised = known.commitment if isinstance(known, DrawParameters) else ""
            rules = (*rules_text(known), *organiser_told(program.kind, shop.settings))
            shown.append(ProgramShown(program, params, risk, promised, rules))
        return tuple(shown)

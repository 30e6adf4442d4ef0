"""The owner adopts the programs of a seed's title together (rulebook 9.1)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_in, checked_ask
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.program_consent import RED, risk_of
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM
from pos_app.engine.combinations import (
    COMBINATIONS,
    Combination,
    CombinedProgram,
    combination_of,
)
from pos_app.shop import Shop
from pos_app.wording import Language, Wording

_FIRST_PRIORITY = 100
_STEP = 10
"""Room for a program that is later put between two of them."""


@dataclass(frozen=True, slots=True)
class CombinationAsk:
    """A combination as chosen in the office."""

    code: str
    names: Mapping[str, str] = field(default_factory=dict)
    """By kind; a program not named here is called as the combination calls it."""
    consent_by: str = ""
    """Who accepted the disclosures, by name."""
    typed_sentence: str = ""
    """Without it red programs are adopted switched off, to be acknowledged later."""


def combinations() -> tuple[Combination, ...]:
    """Return every combination on offer; titles and remarks are message ids."""
    return COMBINATIONS


def asks_of(shop: Shop, ask: CombinationAsk) -> tuple[ProgramAsk, ...]:
    """Return the programs as they would be adopted, one after another.

    Raises:
        UnknownCombination: no combination has the code.
    """
    say = Wording(Language(shop.settings.language)).text
    chosen = combination_of(ask.code).programs
    return tuple(
        _ask_of(each, ask, name=say(each.name), priority=_FIRST_PRIORITY + _STEP * position)
        for position, each in enumerate(chosen)
    )


def adopt_combination(shop: Shop, seat: Seat, *, ask: CombinationAsk) -> tuple[int, ...]:
    """Adopt all programs of a combination in one commit; return their numbers.

    Raises:
        NotAllowed: only an owner may.
        UnknownCombination: no combination has the code.
        ProgramConsentMissing, TypedSentenceWrong, ProgramNameTaken and what else
        `adopt_program` refuses: nothing was adopted.
    """
    allowed(seat, PROGRAM)
    asks = [checked_ask(shop, seat, ask=each) for each in asks_of(shop, ask)]
    with shop.storage.write() as work:
        return tuple(adopt_in(shop, work, seat, checked=each) for each in asks)


def _ask_of(
    program: CombinedProgram, ask: CombinationAsk, *, name: str, priority: int
) -> ProgramAsk:
    risk = risk_of(program.kind, asdict(program.parameters))
    return ProgramAsk(
        name=ask.names.get(program.kind, name),
        kind=program.kind,
        preset=program.preset,
        params=program.changes,
        priority=priority,
        enabled=risk != RED or bool(ask.typed_sentence.strip()),
        consent_by=ask.consent_by,
        typed_sentence=ask.typed_sentence,
    )

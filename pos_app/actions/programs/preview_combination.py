"""What a combination would be in this shop; nothing is written."""

from dataclasses import dataclass

from pos_app.actions.programs.adopt_combination import CombinationAsk, asks_of
from pos_app.actions.programs.adopt_program import name_for
from pos_app.actions.programs.explain_program import explain_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.programs.preview_program import ProgramPreview, preview_program
from pos_app.domain.money import WHOLE_BP
from pos_app.domain.standing import Disclosure
from pos_app.engine.combinations import Combination, combination_of
from pos_app.engine.program import parameters_of
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class PartPreview:
    """One program of a combination: what it would be, and what customers are told."""

    kind: str
    program: ProgramPreview
    told: tuple[Disclosure, ...]


@dataclass(frozen=True, slots=True)
class CombinationPreview:
    """The whole of a combination, with its budget in basis points."""

    chosen: Combination
    parts: tuple[PartPreview, ...]
    together: int
    """With every other program that is switched on."""
    limit: int

    @property
    def names(self) -> dict[str, str]:
        """What each program would be called, by kind."""
        return {part.kind: part.program.name for part in self.parts}


def preview_combination(shop: Shop, code: str) -> CombinationPreview:
    """Work out each program; one of a kind that runs would get a new version.

    Raises:
        UnknownCombination: no combination has the code.
        HoldTooShort, ScopeMayNotChange, ProgramOverLimit: as `adopt_program` says.
    """
    chosen = combination_of(code)
    names = {each.kind: name_for(shop, each.kind) for each in chosen.programs}
    parts = tuple(
        PartPreview(ask.kind, preview_program(shop, ask), explain_program(shop, ask))
        for ask in asks_of(shop, CombinationAsk(code, names=names))
    )
    others = [
        each.program
        for each in list_programs(shop)
        if each.program.enabled and each.program.name not in names.values()
    ]
    with shop.storage.read() as view:
        running = sum(
            parameters_of(view.book, each.kind, program=each.number, version=each.version).rate_bp(
                WHOLE_BP
            )
            for each in others
        )
    return CombinationPreview(
        chosen, parts, together=chosen.budget_bp + running, limit=parts[0].program.limit
    )

"""What can be tried: the shop's own programs, every preset, and the combinations."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.list_programs import ProgramShown, list_programs
from pos_app.actions.programs.preset_words import preset_told
from pos_app.actions.reports.reward_words import kind_name
from pos_app.engine.combinations import COMBINATIONS
from pos_app.engine.parameters.kinds import KINDS, PRESETS
from pos_app.shop import Shop
from pos_app.wording import Wording


@dataclass(frozen=True, slots=True)
class Candidate:
    """One or several programs that are tried together."""

    title: str
    """In the language of the reader."""
    programs: tuple[ProgramAsk, ...]
    preset: str = ""
    """What the rulebook and the terminal call the preset; empty for anything else."""
    is_own: bool = False
    """A program that the shop has, as it stands."""


def what_if_candidates(shop: Shop, wording: Wording) -> tuple[Candidate, ...]:
    """Return them: first what the shop has, then each kind, then what is combined."""
    own = tuple(
        Candidate(each.program.name, (_as_it_stands(each),), is_own=True)
        for each in list_programs(shop)
        if each.program.closed_at is None
    )
    kinds = tuple(_of_kind(kind, preset, wording) for kind in KINDS for preset in _presets(kind))
    combined = tuple(
        Candidate(
            wording.text(each.title),
            tuple(
                ProgramAsk(
                    wording.text(part.name),
                    part.kind,
                    part.preset,
                    part.changes,
                    priority=number,
                )
                for number, part in enumerate(each.programs, start=1)
            ),
        )
        for each in COMBINATIONS
    )
    return (*own, *kinds, *combined)


def trial_text(programs: Sequence[ProgramAsk]) -> str:
    """Return programs as a text that `trial_of` reads, to hand them from page to page."""
    return json.dumps([
        [each.name, each.kind, each.preset, dict(each.params), each.priority] for each in programs
    ])  # fmt: skip


def trial_of(text: str) -> Candidate:
    """Return what `trial_text` wrote, as something that can be tried."""
    programs = tuple(
        ProgramAsk(name, kind, preset, params, priority)
        for name, kind, preset, params, priority in json.loads(text)
    )
    return Candidate(" + ".join(each.name for each in programs), programs)


def _as_it_stands(shown: ProgramShown) -> ProgramAsk:
    program = shown.program
    return ProgramAsk(program.name, program.kind, None, shown.params, program.priority)


def _presets(kind: str) -> tuple[str, ...]:
    """The presets of a kind, and its defaults where they have no name."""
    named = PRESETS.get(kind, {})
    has_shipped = any(not changes for changes in named.values())
    return tuple(named) if has_shipped else ("", *named)


def _of_kind(kind: str, preset: str, wording: Wording) -> Candidate:
    name = kind_name(kind, wording)
    ask = ProgramAsk(name, kind, preset or None)
    title = f"{name} · {preset_told(kind, preset, wording)}" if kind in PRESETS else name
    return Candidate(title, (ask,), preset)

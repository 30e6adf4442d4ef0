"""What a kind of program asks before it starts: ranges, choices, presets, values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields

from pos_app.clock import new_draw_seed
from pos_app.domain.money import WHOLE_BP
from pos_app.engine.parameters.kinds import KINDS, PRESETS
from pos_app.engine.program import read_parameters

_NOT_ASKED = "seed"
"""Made by the shop itself, and secret until the program ends (rulebook 3.3)."""
_ANY_SEED: Mapping[str, Mapping[str, object]] = {"M1b": {_NOT_ASKED: "-"}}


@dataclass(frozen=True, slots=True)
class ParameterAsked:
    """One parameter as a form asks for it; figures in fen and basis points."""

    name: str
    lowest: int = 0
    highest: int = 0
    choices: tuple[str, ...] = ()
    is_flag: bool = False
    is_list: bool = False
    """Several figures, each within the range."""
    is_names: bool = False
    """Texts, such as goods or stores."""


@dataclass(frozen=True, slots=True)
class ProgramForm:
    """A kind with what it asks and the values its presets begin with."""

    kind: str
    asked: Mapping[str, ParameterAsked]
    presets: tuple[str, ...]
    """The first is what the rulebook ships; `` is the table's defaults."""
    values: Mapping[str, Mapping[str, object]]
    """Every value by preset, without the secret of a draw."""
    over: Mapping[str, int] = field(default_factory=dict)
    """Presets that put in more of a sale than the shop allows, with their rates in bp."""
    secret: str = field(default="", repr=False)
    """A draw's seed: what the form promises is what the program runs under. Never shown."""

    @property
    def first(self) -> str:
        """The preset that a form begins with: the first that may run in this shop."""
        return next((each for each in self.presets if each not in self.over), self.presets[0])


def kinds_offered() -> tuple[str, ...]:
    """Return the kinds of program that a shop may start (rulebook 0.3)."""
    return tuple(KINDS)


def program_form(kind: str, *, limit: int = WHOLE_BP) -> ProgramForm:
    """Return what a kind asks; `limit` is the most that a shop puts in, in bp.

    Raises:
        UnknownKind: no such kind.
    """
    plain = _values(kind, "")
    named = PRESETS.get(kind, {})
    shipped = [name for name in named if _values(kind, name) == plain]
    others = [name for name in named if name not in shipped]
    presets = (*(shipped or [""]), *others)
    return ProgramForm(
        kind,
        {each.name: _asked(kind, each.name) for each in fields(KINDS[kind]) if _is_asked(each)},
        presets,
        {preset: _values(kind, preset) for preset in presets},
        {preset: rate for preset in presets if (rate := _rate(kind, preset)) > limit},
        new_draw_seed() if kind in _ANY_SEED else "",
    )


def with_any_seed(kind: str, changes: Mapping[str, object]) -> Mapping[str, object]:
    """Changes that can be read: a draw's own seed is nobody's to see, so any will do."""
    return {**_ANY_SEED.get(kind, {}), **changes}


def _is_asked(each: object) -> bool:
    return getattr(each, "name", _NOT_ASKED) != _NOT_ASKED


def _rate(kind: str, preset: str) -> int:
    changes = with_any_seed(kind, {})
    return read_parameters(kind, preset=preset or None, changes=changes).rate_bp(WHOLE_BP)


def _values(kind: str, preset: str) -> Mapping[str, object]:
    found = asdict(read_parameters(kind, preset=preset or None, changes=with_any_seed(kind, {})))
    return {name: value for name, value in found.items() if name != _NOT_ASKED}


def _asked(kind: str, name: str) -> ParameterAsked:
    form = KINDS[kind]
    if name in form.NAMES:
        return ParameterAsked(name, is_names=True)
    choices = form.choices_of(name)
    if choices or name in form.FLAGS:
        return ParameterAsked(name, choices=choices, is_flag=name in form.FLAGS)
    lowest, highest = form.RANGES[name]
    return ParameterAsked(name, lowest, highest, is_list=name in form.LISTS)

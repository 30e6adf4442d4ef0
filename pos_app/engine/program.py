"""Parameters of a program: as adopted, as read from a file, as kept in a version.

The classes themselves and their presets stand in `parameters`; a value outside its range
is refused here, by name, before anything is adopted (rulebook 1.11).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any, cast

from pos_app.domain.program import ProgramVersion
from pos_app.engine.book import Book, kept
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.kinds import KINDS, PRESETS
from pos_app.errors import Refusal

_LONGEST_NAME = 64
_TAX = "tax_treatment"
_NOT_TRIED = frozenset({"seed", _TAX})
"""What no figure of a trial depends on."""


@dataclass(eq=False)
class UnknownKind(Refusal):
    """No mechanism of this name exists in the shop."""

    kind: str


@dataclass(eq=False)
class UnknownPreset(Refusal):
    """The kind has no preset of this name."""

    kind: str
    preset: str


@dataclass(eq=False)
class UnknownParameter(Refusal):
    """The kind has no parameter of this name."""

    kind: str
    name: str


@dataclass(eq=False)
class ParameterOutOfRange(Refusal):
    """A parameter's value is not a whole number within its range."""

    name: str
    value: str
    lowest: int
    highest: int


@dataclass(eq=False)
class ParameterNotAChoice(Refusal):
    """A parameter knows only a few words, and this is none of them."""

    name: str
    value: str
    choices: tuple[str, ...]


@dataclass(eq=False)
class ParametersDisagree(Refusal):
    """Two parameters contradict each other, or weights do not add up."""

    rule: str
    """WEIGHTS_SUM, UNIT_BELOW_MINIMUM, MAXIMUM_BELOW_MINIMUM or NO_HEAD_WEIGHT."""
    found: int
    needed: int


def read_parameters(
    kind: str, *, preset: str | None = None, changes: Mapping[str, object] | None = None
) -> Parameters:
    """Return a kind's parameters: the table's defaults, a preset, then single changes.

    Raises:
        UnknownKind: no such kind.
        UnknownPreset: no such preset of the kind.
        UnknownParameter: a name the kind does not have.
        ParameterOutOfRange: not a whole number, or outside the rulebook's range.
        ParameterNotAChoice: a word the parameter does not know.
        ParametersDisagree: the validator's rule of the kind is broken.
    """
    if kind not in KINDS:
        raise UnknownKind(kind)
    named: dict[str, object] = {}
    if preset:
        if preset not in PRESETS.get(kind, {}):
            raise UnknownPreset(kind, preset)
        named.update(PRESETS[kind][preset])
    named.update(changes or {})
    return _read(kind, named)


def _read(kind: str, named: Mapping[str, object]) -> Parameters:
    form = KINDS[kind]
    known = {each.name for each in fields(form)}
    for name in named:
        if name not in known:
            raise UnknownParameter(kind, name)
    checked = {name: _checked(form, name, value=value) for name, value in named.items()}
    parameters = form(**cast("dict[str, Any]", checked))
    disagreement = parameters.disagreement()
    if disagreement is not None:
        raise ParametersDisagree(*disagreement)
    return parameters


def _checked(form: type[Parameters], name: str, *, value: object) -> object:
    """A single value within its range, or a refusal that names it."""
    choices = form.choices_of(name)
    if choices:
        if value not in choices:
            raise ParameterNotAChoice(name, str(value), choices)
        return value
    if name in form.FLAGS:
        if not isinstance(value, bool):
            raise ParameterNotAChoice(name, str(value), ("true", "false"))
        return value
    if name in form.TEXTS:
        return _text(name, value, longest=form.TEXTS[name])
    if name in form.NAMES:
        named: object = () if value == "all" else value
        if not isinstance(named, list | tuple) or len(named) > form.NAMES[name]:
            raise ParameterOutOfRange(name, str(value), 0, form.NAMES[name])
        return tuple(_text(name, each, longest=_LONGEST_NAME) for each in named)
    lowest, highest = form.RANGES[name]
    if name in form.LISTS:
        if not isinstance(value, list | tuple) or len(value) > form.LISTS[name]:
            raise ParameterOutOfRange(name, str(value), lowest, highest)
        return tuple(_number(name, each, within=(lowest, highest)) for each in value)
    return _number(name, value, within=(lowest, highest))


def _text(name: str, value: object, *, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ParameterOutOfRange(name, str(value), 0, longest)
    return value


def _number(name: str, value: object, *, within: tuple[int, int]) -> int:
    lowest, highest = within
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise ParameterOutOfRange(name, str(value), lowest, highest)
    return value


def parameters_text(parameters: Parameters) -> str:
    """Canonical JSON of every parameter: sorted names, no spaces, whole numbers.

    The tax treatment stands in it where the shop chose another than its kind's usual one:
    so a history from before there was a choice still has the journal that it had.
    """
    told = asdict(parameters)
    usual = {each.name: each.default for each in fields(parameters)}
    if told[_TAX] == usual[_TAX]:
        del told[_TAX]
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def trial_digest(parameters: Parameters) -> str:
    """What a trial of these parameters is known by, in hex.

    Neither a draw's seed, which is secret and new for each draw, nor what the tax office
    calls the rewards is a part of it: no figure of a trial depends on them.
    """
    told = {name: value for name, value in asdict(parameters).items() if name not in _NOT_TRIED}
    text = json.dumps([parameters.KIND, told], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=256)
def parameters_from(kind: str, text: str) -> Parameters:
    """Read what `parameters_text` wrote; as strict as a file from outside."""
    return _read(kind, json.loads(text))


def parameters_of(book: Book, kind: str, *, program: int, version: int) -> Parameters:
    """Return the parameters of a version that was adopted."""
    adopted = kept(book, ProgramVersion, program, version)
    return parameters_from(kind, adopted.params)

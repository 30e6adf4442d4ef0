"""Frozen dataclasses as plain maps for JSON, and back.

Instants become ISO text with milliseconds, 64-bit ids become text, everything else
stands as it is: texts, whole numbers, truths, None, tuples of such, and values of other
dataclasses.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pos_app.domain.later_field import is_later
from pos_app.domain.moment import Instant, instant_text, read_instant
from pos_app.domain.whole_number import BigNumber

LARGEST_NUMBER = 2**53 - 1
"""Beyond it the numbers of JSON lose digits; a field that may be larger is text."""

V = TypeVar("V")
_Turn = Callable[[Any], Any]


def plain_of(value: object) -> dict[str, Any]:
    """Return the map that says what a dataclass value says.

    A number that JSON cannot hold is a bug of the caller and raises ValueError.
    """
    kind: Any = type(value)
    written: dict[str, Any] = _writer(kind)(value)
    return written


def value_of(kind: type[V], plain: Any) -> V:
    """Return the value of a class that a map was made of.

    A field that the map lacks takes its default; anything else that does not fit raises
    ValueError, TypeError or KeyError.
    """
    wanted: Any = kind
    read: V = _reader(wanted)(plain)
    return read


def plain_number(value: int) -> int:
    """Return the number if JSON can hold it, else raise ValueError."""
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
        raise ValueError(f"{value} does not fit a number of JSON; its field must be text")
    return value


@cache
def _writer(kind: Any) -> _Turn:
    later = {each.name: each.default for each in fields(kind) if is_later(each)}
    plan = [(name, _write_as(hint)) for name, hint in _shape(kind)]
    always = [(name, turn) for name, turn in plan if name not in later]
    seldom = [(name, turn, later[name]) for name, turn in plan if name in later]

    def write(value: Any) -> dict[str, Any]:
        plain = {name: turn(getattr(value, name)) for name, turn in always}
        for name, turn, default in seldom:
            said = getattr(value, name)
            if said != default:
                plain[name] = turn(said)
        return plain

    return write


@cache
def _reader(kind: Any) -> _Turn:
    plan = [(name, _read_as(hint)) for name, hint in _shape(kind)]
    optional = {
        each.name
        for each in fields(kind)
        if each.default is not MISSING or each.default_factory is not MISSING
    }

    def read(plain: Any) -> Any:
        return kind(
            **{
                name: turn(plain[name])
                for name, turn in plan
                if name in plain or name not in optional
            }
        )

    return read


def _shape(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(each.name, hints[each.name]) for each in fields(kind)]


def _write_as(hint: Any) -> _Turn:
    if hint is Instant:
        return instant_text
    if hint is BigNumber:
        return str
    if get_origin(hint) in {Union, UnionType}:
        return _or_none(_write_as(_not_none(hint)))
    if get_origin(hint) is tuple:
        each = _write_as(get_args(hint)[0])
        return lambda values: [each(value) for value in values]
    if _is_value(hint):
        return _writer(hint)
    return plain_number if _plain_type(hint) is int else _same


def _read_as(hint: Any) -> _Turn:
    if hint is Instant:
        return read_instant
    if hint is BigNumber:
        return int
    if get_origin(hint) in {Union, UnionType}:
        return _or_none(_read_as(_not_none(hint)))
    if get_origin(hint) is tuple:
        each = _read_as(get_args(hint)[0])
        return lambda values: tuple(each(value) for value in values)
    if _is_value(hint):
        return _reader(hint)
    return _checked(_plain_type(hint))


def _is_value(hint: Any) -> bool:
    return is_dataclass(hint)


def _not_none(hint: Any) -> Any:
    (kept,) = (each for each in get_args(hint) if each is not NoneType)
    return kept


def _or_none(turn: _Turn) -> _Turn:
    return lambda value: None if value is None else turn(value)


def _plain_type(hint: Any) -> type:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint not in {int, str, bool}:
        raise TypeError(f"a plain value cannot be {hint}")
    return hint  # type: ignore[no-any-return]  # one of the three


def _same(value: Any) -> Any:
    return value


def _checked(kind: type) -> _Turn:
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return check

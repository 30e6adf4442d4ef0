"""A fact as canonical bytes (RFC 8785) and back; the shape follows from its dataclass.

Instants become ISO text with milliseconds, 64-bit ids become text, everything else
stands as it is. Keys are ASCII and numbers whole, so that the plain encoder of Python
gives what RFC 8785 asks for; what it could not keep is refused.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pos_app.domain.moment import Instant, instant_text, read_instant
from pos_app.domain.whole_number import BigNumber
from pos_app.journal.facts import FACTS, Fact

LARGEST_NUMBER = 2**53 - 1
"""Beyond it the numbers of JSON lose digits; a field that may be larger is text."""

F = TypeVar("F")
_Turn = Callable[[Any], Any]
_BY_KIND: dict[str, type[Fact]] = {kind.KIND: kind for kind in FACTS}


class Unreadable(ValueError):
    """Bytes that no entry can have been made of."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry's bytes say."""

    number: int
    at: Instant
    staff: int
    fact: Fact


def canonical_bytes(fact: Fact, *, number: int, at: Instant, staff: int) -> bytes:
    """Return the bytes that the journal keeps and hashes.

    A text that is not valid Unicode, or a number that JSON cannot hold, is a bug of the
    caller and raises ValueError: such things are refused at the edge of the shop.
    """
    told = {
        "at": instant_text(at),
        "fact": _writer(type(fact))(fact),
        "kind": fact.KIND,
        "number": _kept_number(number),
        "staff": _kept_number(staff),
    }
    return canonical_json(told)


def canonical_json(value: object) -> bytes:
    """Return RFC 8785 bytes of texts, whole numbers, truths, lists and text-keyed maps."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode("utf-8")


def read_canonical(body: bytes) -> Told:
    """Return what canonical bytes say.

    Raises `Unreadable` for anything that `canonical_bytes` could not have written.
    """
    try:
        told = json.loads(body)
        fact = _reader(_BY_KIND[told["kind"]])(told["fact"])
        at = read_instant(told["at"])
        number, staff = told["number"], told["staff"]
        same = canonical_bytes(fact, number=number, at=at, staff=staff)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if same != body:
        raise Unreadable("not canonical")
    return Told(number=number, at=at, staff=staff, fact=fact)


@cache
def _writer(kind: type) -> _Turn:
    """Return what turns a value of the dataclass into a map of plain values."""
    plan = [(name, _write_as(hint)) for name, hint in _shape(kind)]

    def write(value: Any) -> dict[str, Any]:
        return {name: turn(getattr(value, name)) for name, turn in plan}

    return write


@cache
def _reader(kind: type[F]) -> Callable[[Any], F]:
    """Return what turns such a map back into a value of the dataclass."""
    plan = [(name, _read_as(hint)) for name, hint in _shape(kind)]

    def read(told: Any) -> F:
        return kind(**{name: turn(told[name]) for name, turn in plan})

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
    if is_dataclass(hint):
        return _writer(hint)  # type: ignore[arg-type]  # a class, not a value of one
    return _kept_number if _plain_type(hint) is int else _same


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
    if is_dataclass(hint):
        return _reader(hint)  # type: ignore[arg-type]  # a class, not a value of one
    return _checked(_plain_type(hint))


def _not_none(hint: Any) -> Any:
    (kept,) = (each for each in get_args(hint) if each is not NoneType)
    return kept


def _or_none(turn: _Turn) -> _Turn:
    return lambda value: None if value is None else turn(value)


def _plain_type(hint: Any) -> type:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint not in {int, str, bool}:
        raise TypeError(f"a fact cannot hold {hint}")
    return hint  # type: ignore[no-any-return]  # one of the three


def _same(value: Any) -> Any:
    return value


def _kept_number(value: int) -> int:
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
        raise ValueError(f"{value} does not fit a number of JSON; its field must be text")
    return value


def _checked(kind: type) -> _Turn:
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return check

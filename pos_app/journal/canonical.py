"""A fact as canonical bytes (RFC 8785) and back.

Keys are ASCII and numbers whole, so that Python's own encoder gives what RFC 8785 asks
for; what it could not keep is refused.
"""

import json
from dataclasses import dataclass

from pos_app.domain.moment import Instant, instant_text, read_instant
from pos_app.journal.facts import FACTS, Fact
from pos_app.journal.plain_values import plain_number, plain_of, value_of

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
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
        "fact": plain_of(fact),
        "kind": fact.KIND,
        "number": plain_number(number),
        "staff": plain_number(staff),
    }
    return canonical_json(told)


def canonical_json(value: object) -> bytes:
    """Return RFC 8785 bytes of texts, whole numbers, truths, lists and maps."""
    return _ENCODER.encode(value).encode("utf-8")


def read_canonical(body: bytes) -> Told:
    """Return what canonical bytes say.

    Raises `Unreadable` for anything that `canonical_bytes` could not have written.
    """
    try:
        told = json.loads(body)
        fact = value_of(_BY_KIND[told["kind"]], told["fact"])
        at = read_instant(told["at"])
        number, staff = told["number"], told["staff"]
        same = canonical_bytes(fact, number=number, at=at, staff=staff)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if same != body:
        raise Unreadable("not canonical")
    return Told(number=number, at=at, staff=staff, fact=fact)

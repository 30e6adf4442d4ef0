"""A field that a kind of value got after journals were written without it."""

from dataclasses import Field, field
from typing import Any, TypeVar

T = TypeVar("T")
_LATER = "added_later"


def later_field(default: T) -> T:
    """Declare a field that is written only where it says something but its default.

    What an older release wrote keeps its bytes, and so its place in the chain of hashes.
    """
    return field(default=default, metadata={_LATER: True})


def is_later(each: Field[Any]) -> bool:
    """Whether a field of a dataclass was declared so."""
    return _LATER in each.metadata

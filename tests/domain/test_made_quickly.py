"""Values made in haste are the same values: frozen, equal, and of the same kind."""

from dataclasses import FrozenInstanceError, dataclass

import pytest

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.record import Record


@dataclass(frozen=True, slots=True)
class Mark(Record):
    """A record with a default."""

    number: int
    name: str = "none"


quick_mark = made_quickly(Mark)


def test_a_value_made_quickly_is_the_value() -> None:
    """Books compare records field by field and keep them in dictionaries."""
    quick, slow = quick_mark(1, "a"), Mark(1, "a")

    assert (quick, hash(quick), repr(quick), type(quick)) == (slow, hash(slow), repr(slow), Mark)


def test_defaults_are_those_of_the_class() -> None:
    """A field that was added later is filled as everywhere else."""
    assert quick_mark(number=2) == Mark(2)


def test_a_value_made_quickly_cannot_be_changed() -> None:
    """What two screens share must not change under one of them."""
    with pytest.raises(FrozenInstanceError):
        quick_mark(1).name = "b"  # type: ignore[misc]  # this is what must not be

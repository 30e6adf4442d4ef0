"""Taking values out of a record or a row, always as a tuple."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

Row = tuple[Any, ...]


@cache
def getter(names: tuple[str, ...]) -> Callable[[Any], Row]:
    """Return what takes the fields of these names out of a record."""
    if len(names) == 1:
        (name,) = names
        return lambda record: (getattr(record, name),)
    return attrgetter(*names)


@cache
def picker(positions: tuple[int, ...]) -> Callable[[Row], Row]:
    """Return what takes the values at these places out of a row."""
    if len(positions) == 1:
        at = positions[0]
        return lambda row: (row[at],)
    return itemgetter(*positions)

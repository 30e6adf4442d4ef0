"""Doing something and taking it all back, to show first what would happen."""

from collections.abc import Callable
from typing import TypeVar

from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")


class _Enough(Exception):
    """The rehearsal is over; everything is rolled back."""


def rehearse(shop: Shop, step: Callable[[UnitOfWork], T]) -> T:
    """Return what a step gives, with nothing of it kept.

    The step runs in a commit that is always rolled back, so what is shown first is worked
    out by the code that will do it.
    """
    given: list[T] = []
    try:
        with shop.storage.write() as work:
            given.append(step(work))
            raise _Enough  # noqa: TRY301 - raising is what rolls back
    except _Enough:
        return given[0]

"""Rows measured in programs of their own: the start, and the memory of a till.

A program that has measured before is warm and large; these begin as a morning does.
"""

import subprocess
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from pos_app.bench.apart import environment, program_of, told_apart
from pos_app.bench.figures import Figures, in_turn, ratio_of, size_of, tell
from pos_app.bench.shops import Workplace
from ui.bench.start import BARE, PAINTED

_KILO = 1024


class ProgramRows:
    """The rows; the till that is weighed serves two of them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def start(self) -> Figures:
        """Row `start`: from the start to the first paint, over a bare window."""
        sizes = self._workplace.sizes
        folder = self._shop("started")
        tell("starting the till and a bare window")
        _start(str(folder))
        ours, baseline = in_turn(
            [partial(_start, str(folder))] * sizes.starts, [partial(_start, BARE)] * sizes.starts
        )
        what = f"start to first painted till, {sizes.scan_products} products, over a bare window"
        return ratio_of("start", what, ours=ours, baseline=baseline, bound=3.0)

    def memory(self) -> Figures:
        """Row `memory`: what the till holds while it sells."""
        what = f"resident memory of the till, {self._workplace.sizes.scan_products} products"
        return size_of("memory", what, megabytes=self._weighed.before, bound=200)

    def growth(self) -> Figures:
        """Row `growth`: how much more it holds after a long day."""
        weighed = self._weighed
        what = f"growth of the till over {self._workplace.sizes.growth_sales} sales"
        return size_of("growth", what, megabytes=weighed.after - weighed.before, bound=10)

    @cached_property
    def _weighed(self) -> "Weighed":
        sizes = self._workplace.sizes
        folder = self._shop("weighed")
        tell(f"selling {sizes.growth_sales} times at one till")
        told = told_apart("ui.bench.memory", folder, sizes.scan_products, sizes.growth_sales)
        if told["sales"] < sizes.growth_sales:
            raise AssertionError(f"only {told['sales']} sales came into the books")
        return Weighed(told["before"] / _KILO, told["after"] / _KILO)

    def _shop(self, name: str) -> Path:
        place = self._workplace
        return place.copy_of(place.with_goods(place.sizes.scan_products), name)


class Weighed(NamedTuple):
    """Megabytes before and after the sales."""

    before: float
    after: float


def _start(what: str) -> None:
    """Start a program and wait until it says that it has painted."""
    started = subprocess.Popen(  # noqa: S603 - a part of this program
        program_of("ui.bench.start", what),
        env=environment(),
        stdout=subprocess.PIPE,
        encoding="ascii",
    )
    with started as running:
        told = running.stdout.readline() if running.stdout else ""
    if told.strip() != PAINTED:
        raise AssertionError(f"nothing was painted: {told!r}")

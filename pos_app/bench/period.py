"""What the end of a period over very many lots takes, and how much memory.

The end runs as a program of its own, so that its memory is its own too:

    python -m pos_app.bench.period FOLDER KIND
"""

import gc
import json
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from pos_app.actions.due.end_period import end_period
from pos_app.bench.apart import held_at_most, told_apart
from pos_app.bench.figures import Figures, size_of, tell
from pos_app.bench.lots import PLANS
from pos_app.bench.shops import Workplace, open_at
from pos_app.domain.transfer import Transfer
from pos_app.storage.unit_of_work import Storage

_KINDS = ("M4", "M6")
_MANY = 100_000
_KILO = 1024
_TELL_EVERY = 100_000


class Ended(NamedTuple):
    """One period's end."""

    payments: int
    processor: float
    """Seconds of processor time."""
    wall: float
    """Seconds on the clock."""
    peak: int
    """Kilobytes held at most; 0 where the system does not tell."""


class PeriodTrial:
    """The ends of a period, of green points and of a circle, among many members."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._ended = cache(self._end)

    @property
    def rows(self) -> dict[str, Callable[[], Figures]]:
        """`period_m4`, `period_m6`, and `period_memory` where the system tells it."""
        rows: dict[str, Callable[[], Figures]] = {
            f"period_{kind.lower()}": partial(self._pace, kind) for kind in _KINDS
        }
        return rows | ({"period_memory": self._memory} if sys.platform == "linux" else {})

    def _pace(self, kind: str) -> Figures:
        ended = self._ended(kind)
        pace = ended.processor * _MANY / ended.payments
        what = (
            f"{kind}: the end of a period in one commit, processor time for each {_MANY} of "
            f"{ended.payments} payments; {ended.wall:.0f} s by the clock in all"
        )
        return Figures(f"period_{kind.lower()}", what, "s", pace, pace, None, None, 1.0, 1)

    def _memory(self) -> Figures:
        most = max(self._ended(kind).peak for kind in _KINDS)
        what = "memory at most during the end of a period of M4 and of M6"
        return size_of("period_memory", what, megabytes=most / _KILO, bound=300)

    def _end(self, kind: str) -> Ended:
        _, many = self._workplace.sizes.crowds
        folder, _ = self._workplace.with_lots(many)
        tell(f"ending a period of {kind} with {many} lots")
        return Ended(**told_apart("pos_app.bench.period", folder, kind))


def main(arguments: list[str]) -> int:
    """End a period in the shop of a folder; say what it took as one JSON object."""
    folder, kind = Path(arguments[0]), arguments[1]
    number = next(at for at, plan in enumerate(PLANS, start=1) if plan.kind == kind)
    opened = open_at(folder)
    before = _transfers(opened.shop.storage)
    # As in a till, which sweeps between its events and never in the middle of one.
    gc.disable()
    wall, processor = perf_counter(), process_time()
    end_period(opened.shop, opened.seat, program=number, progress=_show)
    processor, wall = process_time() - processor, perf_counter() - wall
    payments = _transfers(opened.shop.storage) - before
    opened.shop.close()
    peak = held_at_most() if sys.platform == "linux" else 0
    sys.stdout.write(json.dumps(Ended(payments, processor, wall, peak)._asdict()) + "\n")
    return 0


def _transfers(storage: Storage) -> int:
    with storage.read() as look:
        return look.last_number(Transfer)


def _show(payments: int) -> None:
    gc.collect(1)
    if payments % _TELL_EVERY == 0:
        tell(f"{payments} payments so far")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

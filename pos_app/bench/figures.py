"""What `bench` measures by: times taken in turn, medians, ratios, bounds.

Floats live here by right: they are figures about the program, never money.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter_ns, thread_time_ns

_NS_IN_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large everything is that is measured; `QUICK` only shows that it runs."""

    sales: int
    """Measured in each of two shops."""
    tickets: int
    past_sales: int
    past_tickets: int
    scan_products: int
    scans: int
    search_products: int
    keys: int
    starts: int
    reports: int
    queues: tuple[int, int]
    """ACTIVE tickets of the two queues in memory."""
    crowds: tuple[int, int]
    """Members of two shops, each with lots and tickets in every mechanism."""
    settlements: int
    """Of each mechanism, measured in both."""
    engine_sales: int
    """Made in memory before the last ones are measured."""
    growth_sales: int
    what_if_days: int
    what_if_a_day: int
    """Sales; half as many are the measure."""


FULL = Sizes(
    sales=400,
    tickets=10_000,
    past_sales=1_000_000,
    past_tickets=100_000,
    scan_products=50_000,
    scans=400,
    search_products=200_000,
    keys=400,
    starts=9,
    reports=15,
    queues=(1_000, 1_000_000),
    crowds=(1_000, 1_000_000),
    settlements=150,
    engine_sales=100_000,
    growth_sales=5_000,
    what_if_days=360,
    what_if_a_day=500,
)
QUICK = Sizes(
    sales=6,
    tickets=60,
    past_sales=60,
    past_tickets=80,
    scan_products=40,
    scans=6,
    search_products=60,
    keys=6,
    starts=1,
    reports=2,
    queues=(60, 120),
    crowds=(60, 120),
    settlements=4,
    engine_sales=200,
    growth_sales=12,
    what_if_days=12,
    what_if_a_day=8,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """One row of the table: what was measured, beside what, and what it must reach."""

    name: str
    what: str
    unit: str
    median: float
    p95: float
    baseline_median: float | None
    ratio: float | None
    """Median over the baseline's; None where the bound is about the p95 itself."""
    bound: float
    samples: int

    @property
    def is_met(self) -> bool:
        """Whether the bound is kept."""
        return (self.p95 if self.ratio is None else self.ratio) <= self.bound


def ratio_of(
    name: str, what: str, *, ours: Sequence[int], baseline: Sequence[int], bound: float
) -> Figures:
    """Compare two series of nanoseconds by their medians."""
    mine, theirs = median(ours) / _NS_IN_MS, median(baseline) / _NS_IN_MS
    slow = p95_of(ours) / _NS_IN_MS
    return Figures(name, what, "ms", mine, slow, theirs, mine / theirs, bound, len(ours))


def within(name: str, what: str, *, taken: Sequence[int], bound: float) -> Figures:
    """Hold the p95 of a series of nanoseconds against milliseconds."""
    slow = p95_of(taken) / _NS_IN_MS
    middle = median(taken) / _NS_IN_MS
    return Figures(name, what, "ms", middle, slow, None, None, bound, len(taken))


def size_of(name: str, what: str, *, megabytes: float, bound: float) -> Figures:
    """Hold a size against its bound."""
    return Figures(name, what, "MB", megabytes, megabytes, None, None, bound, 1)


def p95_of(taken: Sequence[int]) -> int:
    """Return what 95 of 100 do not exceed."""
    return sorted(taken)[min(len(taken) - 1, len(taken) * 95 // 100)]


Clock = Callable[[], int]
"""Says nanoseconds; only differences mean anything."""

BY_THE_WALL: Clock = perf_counter_ns
"""What somebody waits, the disk included."""
BY_THE_PROCESSOR: Clock = thread_time_ns
"""What the work itself takes: on a busy machine a piece of three milliseconds may wait
four times as long as one of two, only because its turn was over."""


def time_of(work: Callable[[], object], *, clock: Clock = BY_THE_WALL) -> int:
    """Return how many nanoseconds a piece of work takes."""
    begun = clock()
    work()
    return clock() - begun


def in_turn(
    first: Sequence[Callable[[], object]],
    second: Sequence[Callable[[], object]],
    *,
    clock: Clock = BY_THE_WALL,
) -> tuple[list[int], list[int]]:
    """Time two series of work piece by piece in turn, each going first half the time.

    What else the machine does meanwhile meets both alike.
    """
    taken: tuple[list[int], list[int]] = ([], [])
    for number, pair in enumerate(zip(first, second, strict=True)):
        for side in (0, 1) if number % 2 else (1, 0):
            taken[side].append(time_of(pair[side], clock=clock))
    return taken


def tell(text: str) -> None:
    """Say on stderr how far it is: a large shop takes minutes to make."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()

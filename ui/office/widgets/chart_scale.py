"""The axis of a chart: a round top and even steps, below zero where needed."""

from dataclasses import dataclass

STEPS = 4
_ROUND = (10, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Steps that read easily, in tenths of a power of ten."""


@dataclass(frozen=True, slots=True)
class ChartScale:
    """An axis from `lowest` to `top` in steps of `step`, in the unit of the values."""

    step: int
    below: int = 0
    """How many steps it goes below zero."""

    @property
    def top(self) -> int:
        """The value at the upper end."""
        return self.step * STEPS

    @property
    def lowest(self) -> int:
        """The value at the lower end: 0 where nothing lies below."""
        return -self.step * self.below

    @property
    def marks(self) -> tuple[int, ...]:
        """Every value that has a line, from the lowest upwards."""
        return tuple(self.step * number for number in range(-self.below, STEPS + 1))


def scale_for(largest: int, *, smallest: int = 0, unit: int = 1) -> ChartScale:
    """The smallest round axis that holds the largest value, and the smallest.

    `unit` is what one written unit is worth, 100 for yuan from fen: every mark is a
    whole number of it.
    """
    furthest = max(largest, -smallest)
    needed = max(1, -(-furthest // (STEPS * unit)))
    power = 1
    while True:
        for tenths in _ROUND:
            step, rest = divmod(tenths * power, 10)
            if not rest and step >= needed:
                below = -(min(smallest, 0) // (step * unit))
                return ChartScale(step * unit, below)
        power *= 10

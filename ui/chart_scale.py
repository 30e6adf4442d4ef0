"""The axis of a chart: a round top and four even steps."""

from dataclasses import dataclass

STEPS = 4
_ROUND = (10, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Steps that read easily, in tenths of a power of ten."""


@dataclass(frozen=True, slots=True)
class ChartScale:
    """An axis from 0 to `top` in four steps of `step`, in the unit of the values."""

    step: int

    @property
    def top(self) -> int:
        """The value at the upper end."""
        return self.step * STEPS

    @property
    def marks(self) -> tuple[int, ...]:
        """Every value that has a line, from 0 upwards."""
        return tuple(self.step * number for number in range(STEPS + 1))


def scale_for(largest: int, *, unit: int = 1) -> ChartScale:
    """The smallest round axis that holds the largest value.

    `unit` is what one written unit is worth, 100 for yuan from fen: every mark is a
    whole number of it.
    """
    needed = max(1, -(-largest // (STEPS * unit)))
    power = 1
    while True:
        for tenths in _ROUND:
            step, rest = divmod(tenths * power, 10)
            if not rest and step >= needed:
                return ChartScale(step * unit)
        power *= 10

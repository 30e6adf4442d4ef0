"""Numbers that look like chance and are the same on every machine, from a seed.

For sample trade only. What must not be guessed (salts, cards, keys) comes from
`pos_app.clock`; the rulebook's draws have a seed and a way of their own.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

# Knuth's MMIX generator: its low bits have short periods, so the high ones are used.
_FACTOR = 6364136223846793005
_STEP = 1442695040888963407
_WORD = 1 << 64


class Chance:
    """One stream of numbers; the same seed gives the same stream."""

    def __init__(self, seed: int) -> None:
        self._state = seed % _WORD
        # The first numbers of neighbouring seeds are neighbours too.
        for _ in range(8):
            self.below(2)

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to but not including the limit."""
        self._state = (self._state * _FACTOR + _STEP) % _WORD
        return (self._state >> 32) * limit >> 32

    def between(self, lowest: int, highest: int) -> int:
        """Return a whole number within both ends."""
        return lowest + self.below(highest - lowest + 1)

    def happens(self, times: int, of: int) -> bool:
        """Return True so many times out of so many, on average."""
        return self.below(of) < times

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of the choices, each as likely as the others."""
        return choices[self.below(len(choices))]

    def weighted(self, weights: Sequence[int]) -> int:
        """Return an index, each as likely as its weight says."""
        sums = list(accumulate(weights))
        return bisect_right(sums, self.below(sums[-1]))

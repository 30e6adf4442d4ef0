"""Whole fen, thousandths and basis points, and the roundings that have a name.

What a reward mechanism divides is rounded in `engine.arithmetic`.
"""

from collections.abc import Sequence
from typing import NewType

Fen = NewType("Fen", int)
"""Money in minor units; 100 fen are 1 yuan."""

Milli = NewType("Milli", int)
"""A quantity in thousandths of the product's unit; 1000 is one piece or one kilogram."""

Units = NewType("Units", int)
"""Ten-thousandths of a point of an appreciation program (rulebook 7.3)."""

BasisPoints = NewType("BasisPoints", int)
"""A rate; 10 000 is the whole."""

WHOLE_BP = 10_000
ONE = Milli(1000)
NOTHING = Fen(0)

LARGEST_AMOUNT = Fen(10**12)
"""No single amount on a bill is larger (faults.md, integer overflow)."""

LARGEST_QUANTITY = Milli(10**9)
"""No single quantity is larger."""


def half_up(numerator: int, denominator: int) -> int:
    """Divide and round a half away from zero; for prices, tax and estimates only."""
    if numerator < 0:
        return -half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def price_of(price: Fen, quantity: Milli) -> Fen:
    """What a quantity costs: half-up(price x quantity / 1000) (rulebook 1.4)."""
    return Fen(half_up(price * quantity, 1000))


def tax_within(amount: Fen, rate: BasisPoints) -> Fen:
    """The tax inside a tax-inclusive amount: half-up(amount x bp / (10000 + bp))."""
    return Fen(half_up(amount * rate, WHOLE_BP + rate))


def part(amount: int, rate: int) -> Fen:
    """A share of an amount, floored; the leftover stays with the payer (rulebook 1.1)."""
    return Fen(amount * rate // WHOLE_BP)


def split(total: int, weights: Sequence[int]) -> list[Fen]:
    """Divide a total by weights, largest remainder first, ties to the lower index.

    The parts always add up to the total (rulebook 1.1). Weights that are all zero give
    nothing to anybody; the caller keeps the total.
    """
    whole = sum(weights)
    if whole == 0 or total == 0:
        return [NOTHING] * len(weights)
    shares = [total * weight // whole for weight in weights]
    rest = total - sum(shares)
    if rest:
        by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
        for index in by_remainder[:rest]:
            shares[index] += 1
    return [Fen(share) for share in shares]


def cumulative_share(figure: int, *, done: int, whole: int, already: int) -> Fen:
    """What is now due of a figure that goes back in steps, without drift.

    floor(figure x done / whole) less what was wanted before (rulebook 1.4, 1.6).
    """
    if whole == 0:
        return NOTHING
    return Fen(figure * done // whole - already)

"""What a cycle should have paid by now; numbers only (rulebook 4.5)."""

from collections.abc import Sequence

from pos_app.domain.money import part
from pos_app.engine.parameters.refer import MIN_OF_CYCLE, REFERRED_EACH, ReferThreeParameters


def due_of_cycle(parameters: ReferThreeParameters, target: int, *, bases: Sequence[int]) -> int:
    """The largest stage target that the counted referrals reach, at most T."""
    stages = range(1, min(len(bases), len(parameters.cum)) + 1)
    return max((_stage(parameters, target, bases=bases[:i]) for i in stages), default=0)


def _stage(parameters: ReferThreeParameters, target: int, *, bases: Sequence[int]) -> int:
    """The target after so many referrals; no stage pays more than T."""
    share = parameters.cum[len(bases) - 1]
    if parameters.basis == MIN_OF_CYCLE:
        return part(min(target, *bases), share)
    if parameters.basis == REFERRED_EACH:
        steps = zip(bases, (0, *parameters.cum), parameters.cum, strict=False)
        return min(target, sum(part(base, up - low) for base, low, up in steps))
    return part(target, share)

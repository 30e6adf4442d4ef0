"""A manager's PIN allowed one thing once; who did is journaled with the thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Approval:
    """One right, granted for this one action only (till.md 5.3)."""

    right: str
    by: int
    """The staff number of the manager."""
    asked: int
    """What was asked: basis points of discount, fen of a return, the price approved."""

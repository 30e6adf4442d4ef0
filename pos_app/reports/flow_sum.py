"""What one group of accounts gave another within a time, for one reason."""

from dataclasses import dataclass

from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class FlowSum:
    """The flows (`domain.flow`) of a pair, a reason and a program, added up."""

    debit: str
    credit: str
    why: str
    program: int
    """0 where the transfers name none."""
    amount: Fen

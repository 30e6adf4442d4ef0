"""Why a member cannot redeem units or convert points."""

from dataclasses import dataclass

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen, Units
from pos_app.errors import Refusal


@dataclass(eq=False)
class NothingToRedeem(Refusal):
    """The program has no units, or it is over."""

    program: str


@dataclass(eq=False)
class NothingToConvert(Refusal):
    """The program has no points to convert."""

    program: str


@dataclass(eq=False)
class RedeemTooLittle(Refusal):
    """Less than the program's smallest redemption."""

    least: Units
    asked: Units


@dataclass(eq=False)
class UnitsTooFew(Refusal):
    """The member has fewer units, or some of them are still locked."""

    has: Units
    asked: Units
    opens: Day | None = None
    """The day from which the next locked ones can be redeemed; None where none is."""


@dataclass(eq=False)
class PointsTooFew(Refusal):
    """The member's points do not make one voucher."""

    has: Fen
    face: Fen
    """What one voucher is worth."""

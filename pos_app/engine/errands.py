"""A member's errands: redeem units, convert points (rulebook 7.5, 8.5)."""

from pos_app.domain.holdings import Redeemed
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.errand_refusals import NothingToRedeem
from pos_app.engine.mechanisms import MECHANISMS


def redeem(book: Book, program: Program, *, member: int, units: int) -> Redeemed:
    """Turn units of a program into what they are worth now.

    Raises:
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: nothing was changed.
    """
    if program.closed_at is not None:
        raise NothingToRedeem(program.name)
    return MECHANISMS[program.kind].redeem(book, program, member=member, units=units)


def convert(book: Book, program: Program, *, member: int) -> Fen:
    """Turn a member's backed points into vouchers; returns how much.

    Points stay convertible after the program's end, like every reward once given.

    Raises:
        NothingToConvert, PointsTooFew: nothing was changed.
    """
    return MECHANISMS[program.kind].convert(book, program, member=member)

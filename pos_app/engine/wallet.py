"""Reward balances as tender: limits, spending by lots, giving back, expiry (rulebook 1.7)."""

from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.quote import TenderLimit
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book
from pos_app.errors import Refusal

ACCOUNTS = ("CASH", "VCH", "POINTS", "PTS")
"""What a payout may name (replay.md)."""


@dataclass(eq=False)
class RewardTooSmall(Refusal):
    """The member has less than was asked."""

    account: str
    has: Fen
    asked: Fen


@dataclass(eq=False)
class TenderAboveLimit(Refusal):
    """The program lets this kind pay only a part of the sale."""

    kind: str
    most: Fen
    asked: Fen


@dataclass(eq=False)
class NotInUnits(Refusal):
    """Points are spent in multiples of the program's unit."""

    unit: Fen
    asked: Fen


def limits(book: Book, member: int, *, total: Fen) -> tuple[TenderLimit, ...]:
    """The most that voucher, reward balance and points may each pay of a total due."""
    raise NotImplementedError


def check_tender(book: Book, member: int, *, kind: str, amount: Fen, total: Fen) -> None:
    """Refuse a reward tender (`voucher`, `reward`, `points`) that may not be taken.

    Raises:
        RewardTooSmall: above the balance.
        TenderAboveLimit: above the program's share of the total.
        NotInUnits: not a multiple of the unit.
    """
    raise NotImplementedError


def pay_with(book: Book, sale: Sale, *, kind: str, amount: Fen) -> None:
    """Take a reward tender of a sale: `X:<member> -> OUT:<till>`, lots in spending order.

    Posts the reward side only; the other side (*reward takings*, *customer due*) is the
    caller's. What was drawn is recorded for a later return.

    Raises:
        As `check_tender`.
    """
    raise NotImplementedError


def pay_out(book: Book, member: int, *, account: str, amount: Fen, till: str) -> None:
    """Draw a balance down outside a sale, lots in spending order; any limit is ignored.

    Raises:
        RewardTooSmall: above the balance.
    """
    raise NotImplementedError


def give_back(book: Book, sale: Sale, *, kind: str, amount: Fen) -> None:
    """Give part of a sale's reward tender back: `OUT:<till of the sale> -> X:<member>`.

    Into the lots it was drawn from, in that order, with their expiry, at least 30 days
    from now (rulebook 1.4, 1a).
    """
    raise NotImplementedError

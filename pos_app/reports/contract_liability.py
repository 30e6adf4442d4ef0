"""Points as a contract liability: the price of a sale is shared with them (10.9).

Points that give a material right are a performance obligation of their own: the price is
split by stand-alone selling prices, points at face x expected redemption. What falls to
the points is owed until they are redeemed or expire. Estimates for the accountant, half-up
and cumulative (target less what was recognised); nothing here is ever paid.
"""

from dataclasses import dataclass

from pos_app.domain.money import NOTHING, WHOLE_BP, Fen, half_up


@dataclass(frozen=True, slots=True)
class PriceShare:
    """A price divided between the goods and the points given with them."""

    revenue: Fen
    liability: Fen


@dataclass(frozen=True, slots=True)
class PointsSoFar:
    """Points of a shop from its first day to a day, less what was undone."""

    sold: Fen
    """The price of the sales that earned points, less what came back of it."""
    granted: Fen
    """Points earned less points taken back; one point is one fen."""
    redeemed: Fen
    """Spent less given back."""
    expired: Fen


@dataclass(frozen=True, slots=True)
class PointsFigures:
    """Points at the beginning and the end of a month, and how many are expected back."""

    opening: PointsSoFar
    closing: PointsSoFar
    expected_bp: int
    """The share of granted points that customers are expected to redeem."""


@dataclass(frozen=True, slots=True)
class LiabilityMonth:
    """opening + added - released = closing, all in fen."""

    opening: Fen
    added: Fen
    """Of the month's sales."""
    released: Fen
    """Into revenue: redeemed, expired, or a change of the estimate."""
    closing: Fen
    revenue: Fen
    """Of the month's sales, without what fell to the points."""


def share_price(price: Fen, *, face: Fen, expected_bp: int) -> PriceShare:
    """Divide a price between goods and points of a face value (10.9, A1 and A2)."""
    standing = half_up(face * expected_bp, WHOLE_BP)
    liability = Fen(half_up(price * standing, price + standing)) if standing else NOTHING
    return PriceShare(Fen(price - liability), liability)


def recognised(liability: Fen, *, redeemed: int, expected: int) -> Fen:
    """What of a liability is revenue by now: its share redeemed of those expected.

    Cumulative: the step is this less what was recognised before; below zero when more
    are now expected (10.9, A3). With none expected any more all of it is revenue.
    """
    if redeemed >= expected:
        return liability
    return Fen(half_up(liability * redeemed, expected))


def liability_month(figures: PointsFigures) -> LiabilityMonth:
    """The month of all points of a shop together, each month from its first day anew."""
    before, after = (
        _standing(each, figures.expected_bp) for each in (figures.opening, figures.closing)
    )
    added = after[0] - before[0]
    released = after[1] - before[1]
    opening, closing = before[0] - before[1], after[0] - after[1]
    sold = figures.closing.sold - figures.opening.sold
    return LiabilityMonth(
        opening=Fen(opening),
        added=Fen(added),
        released=Fen(released),
        closing=Fen(closing),
        revenue=Fen(sold - added),
    )


def _standing(points: PointsSoFar, expected_bp: int) -> tuple[Fen, Fen]:
    """What fell to the points ever, and what of it is revenue."""
    liability = share_price(points.sold, face=points.granted, expected_bp=expected_bp).liability
    # What has expired cannot be redeemed: no more are expected than there still can be.
    possible = points.granted - points.expired
    expected = min(half_up(points.granted * expected_bp, WHOLE_BP), possible)
    return liability, recognised(liability, redeemed=points.redeemed, expected=expected)

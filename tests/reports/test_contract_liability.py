"""A1 to A3 of rulebook 10.9, with the numbers unchanged, and a month made of them."""

from pos_app.domain.money import Fen
from pos_app.reports.contract_liability import (
    LiabilityMonth,
    PointsFigures,
    PointsSoFar,
    PriceShare,
    liability_month,
    recognised,
    share_price,
)


def _so_far(sold: int, granted: int, redeemed: int = 0, expired: int = 0) -> PointsSoFar:
    return PointsSoFar(Fen(sold), Fen(granted), Fen(redeemed), Fen(expired))


NOTHING_YET = _so_far(0, 0)


def test_a1_splits_the_price_and_releases_what_was_redeemed() -> None:
    """100 000 yuan with 10 000 points of 1 yuan, 90 % expected; then 6 300 redeemed."""
    share = share_price(Fen(10_000_000), face=Fen(1_000_000), expected_bp=9000)
    released = recognised(share.liability, redeemed=6_300, expected=9_000)

    assert share == PriceShare(revenue=Fen(9_174_312), liability=Fen(825_688))
    assert released == 577_982
    assert share.liability - released == 247_706


def test_a2_rounds_half_up_to_the_fen() -> None:
    """10 000 fen with 10 points of 100 fen, 80 %: 5 of the expected 8 are redeemed."""
    share = share_price(Fen(10_000), face=Fen(1_000), expected_bp=8000)

    assert share == PriceShare(revenue=Fen(9_259), liability=Fen(741))
    assert recognised(share.liability, redeemed=5, expected=8) == 463


def test_a3_corrects_the_estimate_and_releases_the_rest_on_expiry() -> None:
    """Nine expected instead of eight: −51; when the rest expires 329 are revenue."""
    liability, before = Fen(741), Fen(463)
    corrected = recognised(liability, redeemed=5, expected=9)
    rest = recognised(liability, redeemed=5, expected=5) - corrected

    assert corrected == 412
    assert corrected - before == -51
    assert rest == 329


def test_a_month_leads_from_its_opening_to_its_closing() -> None:
    """A1 as two months: sold in the first, redeemed in the second."""
    sold, redeemed = _so_far(10_000_000, 1_000_000), _so_far(10_000_000, 1_000_000, 630_000)
    first = liability_month(PointsFigures(NOTHING_YET, sold, 9000))
    second = liability_month(PointsFigures(sold, redeemed, 9000))

    assert first == LiabilityMonth(
        opening=Fen(0),
        added=Fen(825_688),
        released=Fen(0),
        closing=Fen(825_688),
        revenue=Fen(9_174_312),
    )
    assert second == LiabilityMonth(
        opening=Fen(825_688),
        added=Fen(0),
        released=Fen(577_982),
        closing=Fen(247_706),
        revenue=Fen(0),
    )


def test_what_expires_is_owed_no_longer() -> None:
    """All points used or expired: nothing may stay in the books as a liability."""
    before = _so_far(10_000, 1_000, 500)
    after = _so_far(10_000, 1_000, 500, 500)

    month = liability_month(PointsFigures(before, after, 8000))

    assert (month.opening, month.released, month.closing) == (278, 278, 0)


def test_a_shop_without_points_owes_none() -> None:
    """No points, no estimate: the whole price is revenue."""
    month = liability_month(PointsFigures(NOTHING_YET, _so_far(5_000, 0), 9000))

    assert (month.added, month.closing, month.revenue) == (0, 0, 5_000)

"""Members' errands at the counter: redeem_units, convert_points, vouchers_to_come."""

from __future__ import annotations

import pytest

from pos_app.actions.exchanges.convert_points import convert_points
from pos_app.actions.exchanges.redeem_units import redeem_units
from pos_app.actions.members.register_member import register_member
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.holdings import Redeemed
from pos_app.domain.money import Fen
from pos_app.domain.seat import Seat
from pos_app.engine.errand_refusals import NothingToConvert, UnitsTooFew
from pos_app.errors import NotFound
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import OIL, basket, draft, open_for_trade
from tests.adopting import adopt_tried


def shop_with_units(shop: Shop) -> tuple[Seat, int]:
    """A member who bought for 60.00 under an appreciation program."""
    seat = open_for_trade(shop, programs=False)
    ask = ProgramAsk("增值", "M5", params={"hold_days": 0}, consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    member = register_member(
        shop, seat, name="林晓梅", phone="13800001234", sponsor=None, consent=True
    )
    number = int(getattr(member, "number", member))
    complete_sale(shop, seat, draft(shop, basket(shop, OIL, member=number)))
    return seat, number


def test_a_redemption_is_a_fact_that_verify_replays(shop: Shop) -> None:
    """Units are money of the members; the journal alone must bring them back."""
    seat, member = shop_with_units(shop)
    redeemed = redeem_units(shop, seat, member, program=1, units=50_000)

    assert redeemed == Redeemed(units=50_000, gross=Fen(714), fee=Fen(36), paid=Fen(678))
    assert verify_books(shop.storage) == []


def test_more_than_there_is_changes_nothing(shop: Shop) -> None:
    """A refusal must say what the member has, and write nothing."""
    seat, member = shop_with_units(shop)

    with pytest.raises(UnitsTooFew) as refused:
        redeem_units(shop, seat, member, program=1, units=126_001)
    assert (refused.value.has, refused.value.asked) == (126_000, 126_001)
    with pytest.raises(NothingToConvert):
        convert_points(shop, seat, member, program=1)
    assert verify_books(shop.storage) == []


def test_an_errand_names_a_member_and_a_program(shop: Shop) -> None:
    """A number misread from a card must not reach the books."""
    seat, member = shop_with_units(shop)
    for errand_member, program in ((member + 1, 1), (member, 2)):
        with pytest.raises(NotFound):
            redeem_units(shop, seat, errand_member, program=program, units=1)
        with pytest.raises(NotFound):
            convert_points(shop, seat, errand_member, program=program)

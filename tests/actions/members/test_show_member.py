"""What a member has, and what a sale would add: show_member, quote_basket."""

from __future__ import annotations

import pytest

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.exchanges.convert_points import convert_points, preview_convert
from pos_app.actions.exchanges.redeem_units import preview_redeem, redeem_units
from pos_app.actions.members.show_member import show_member
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.domain.holdings import (
    ENERGY,
    ENTRY,
    GREEN_POINTS,
    OWN_PURCHASE,
    OWN_SALES,
    UNITS_LATER,
    WEIGHT,
    ChainHolding,
    CircleHolding,
    DrawHolding,
    Gain,
    GreenHolding,
    ReferHolding,
    UnitsHolding,
    VoucherHeld,
    VoucherToCome,
)
from pos_app.domain.moment import Day, start_of
from pos_app.domain.money import Fen
from pos_app.engine.errand_refusals import PointsTooFew
from pos_app.engine.records.shared import SPENDABLE
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import OIL, basket
from tests.actions.holding import buy, held, trading

MONDAY = start_of(Day("2026-11-23"))


def test_referrals_are_counted_and_what_came_back_is_shown(shop: Shop) -> None:
    """A sponsor at the till asks how many of three he has, and of how much."""
    seat, sponsor = trading(shop, "M2")
    buy(shop, seat, sponsor, times=2)
    before = held(shop, sponsor)
    friend = make.member(shop, "钱二", phone="13800001235", sponsor=sponsor)
    buy(shop, seat, friend)

    assert before == ReferHolding(
        1, "M2", 0, 3, Fen(0), Fen(6000), until=None, waiting=2, debt=Fen(0)
    )
    assert held(shop, sponsor) == ReferHolding(
        1, "M2", 1, 3, Fen(1200), Fen(6000), until=Day("2027-11-21"), waiting=1, debt=Fen(0)
    )


def test_a_chain_shows_identity_and_what_is_missing_to_the_next(shop: Shop) -> None:
    """Nothing is shown but what was sold: no head count where the law forbids it."""
    seat, sponsor = trading(shop, "M3")
    buy(shop, seat, sponsor)
    friend = make.member(shop, "钱二", phone="13800001235", sponsor=sponsor)
    buy(shop, seat, friend)

    assert held(shop, sponsor) == ChainHolding(
        program=1,
        name="M3",
        identity="AGENT",
        recruits=1,
        needed=0,
        sold=Fen(6000),
        to_sell=Fen(99_800),
        locked=Fen(0),
        held=Fen(0),
        free_from=None,
        wants_purchase=False,
        debt=Fen(0),
    )


def test_what_a_boss_has_blocked_names_the_day_it_comes_free(shop: Shop) -> None:
    """A block is never lost; the member may ask until when it lasts (rulebook 5.5)."""
    seat, sponsor = trading(shop, "M3")
    buy(shop, seat, sponsor)
    friend = make.member(shop, "钱二", phone="13800001235", sponsor=sponsor)
    buy(shop, seat, friend, times=18)
    chain = held(shop, sponsor)

    assert isinstance(chain, ChainHolding)
    assert (chain.identity, chain.to_sell) == ("BOSS", 0)
    assert (chain.locked, chain.free_from) == (Fen(300), Day("2027-05-21"))


def test_green_points_are_shown_with_the_whole_they_are_a_part_of(shop: Shop) -> None:
    """Points have no price; a member may see how many there are beside his."""
    seat, member = trading(shop, "M4")
    buy(shop, seat, member)

    assert held(shop, member) == GreenHolding(
        program=1,
        name="M4",
        points=300,
        released=Fen(0),
        of_all=600,
        store_bp=10_000,
        next_release=start_of(Day("2026-12-01")),
    )


def test_vouchers_are_listed_with_program_and_last_day(shop: Shop) -> None:
    """What expires first is to be spent first, so it must be seen."""
    seat, member = trading(shop, "M4")
    for _ in range(2):
        buy(shop, seat, member)
        make.pass_time(shop, days=10)
        settle_due(shop)
    green = held(shop, member)

    assert isinstance(green, GreenHolding)
    assert green.released == 6
    assert show_member(shop, member).vouchers == (VoucherHeld("M4", Fen(6), Day("2027-12-11")),)


def test_units_are_worth_what_the_pool_has_for_them_now(shop: Shop) -> None:
    """Price, fee and cap are facts of now; nothing says what comes."""
    seat, member = trading(shop, "M5")
    buy(shop, seat, member)

    assert held(shop, member) == UnitsHolding(
        program=1,
        name="M5",
        units=126_000,
        worth=Fen(1800),
        point=Fen(142),
        fee_bp=500,
        least=10_000,
        cap=Fen(2520),
        in_vouchers=True,
    )


def test_energy_and_contribution_stand_beside_points(shop: Shop) -> None:
    """How much can still come, of what whole, and what the points make now."""
    seat, member = trading(shop, "M6")
    buy(shop, seat, member)
    make.pass_time(shop, days=1)
    settle_due(shop)

    assert held(shop, member) == CircleHolding(
        program=1, name="M6", energy=Fen(5400), weight=60, of_all=60, points=Fen(600), face=Fen(500)
    )


def test_an_entry_names_its_draw_and_when_it_is_drawn(shop: Shop) -> None:
    """The customer is told which draw it is and when, and no chance."""
    seat, member = trading(shop, "M1b")
    buy(shop, seat, member, times=2)

    assert held(shop, member) == DrawHolding(
        program=1,
        name="M1b",
        sales=("1", "2"),
        round_id="2026-W47",
        drawn_at=MONDAY,
        entries_to_go=0,
    )


@pytest.mark.parametrize(
    ("kind", "gains"),
    [
        ("M1b", (Gain(ENTRY, 1),)),
        ("M2", (Gain(OWN_PURCHASE, 6000),)),
        ("M3", (Gain(OWN_SALES, 6000),)),
        ("M4", (Gain(GREEN_POINTS, 300),)),
        ("M5", (Gain(UNITS_LATER, 0),)),
        ("M6", (Gain(ENERGY, 6000), Gain(WEIGHT, 60))),
    ],
)
def test_what_a_sale_adds_is_known_before_it_is_paid(
    shop: Shop, kind: str, gains: tuple[Gain, ...]
) -> None:
    """As for points and the queue: each with the day it counts from (rulebook 1.3)."""
    _seat, member = trading(shop, kind, hold_days=7)
    (expected,) = quote_basket(shop, basket(shop, OIL, member=member)).expected

    assert expected.gains == gains
    assert expected.counts_from == Day("2026-11-28")


def test_a_member_without_anything_is_shown_nothing(shop: Shop) -> None:
    """An empty line for each program would hide what a member has."""
    _seat, member = trading(shop, "M1b", "M2", "M3", "M4", "M5", "M6")

    assert show_member(shop, member).holdings == ()


def test_what_a_closed_program_still_owes_is_shown_and_nothing_else(shop: Shop) -> None:
    """Points stay convertible (rulebook 8.5); no purchase waits for anybody any more."""
    seat, member = trading(shop, "M1b", "M2", "M3", "M4", "M6")
    buy(shop, seat, member)
    make.pass_time(shop, days=1)
    settle_due(shop)
    for program in range(1, 6):
        close_program(shop, make.OWNER_SEAT, program=program)

    assert held(shop, member) == CircleHolding(
        program=5, name="M6", energy=Fen(0), weight=0, of_all=60, points=Fen(600), face=Fen(1)
    )


def given(shop: Shop, member: int) -> tuple[VoucherToCome, ...]:
    """The vouchers that a member has, with the terms they were given on."""
    with shop.storage.read() as view:
        lots = tuple(view.book.scan(SPENDABLE, "VCH", str(member)))
    return tuple(VoucherToCome(lot.left, lot.expires, lot.limit_bp) for lot in lots)


def test_a_redemption_is_shown_first_and_nothing_is_written(shop: Shop) -> None:
    """No point is given up before its worth stood on the screen."""
    seat, member = trading(shop, "M5")
    buy(shop, seat, member)
    before = show_member(shop, member)
    shown = preview_redeem(shop, seat, member, program=1, units=50_000)

    assert show_member(shop, member) == before
    assert shown.redeemed == redeem_units(shop, seat, member, program=1, units=50_000)
    assert shown.vouchers == given(shop, member)


def test_a_conversion_is_shown_first_and_refused_where_it_would_be(shop: Shop) -> None:
    """What is shown is worked out by the code that does it."""
    seat, member = trading(shop, "M6")
    buy(shop, seat, member)
    with pytest.raises(PointsTooFew):
        preview_convert(shop, seat, member, program=1)
    make.pass_time(shop, days=1)
    settle_due(shop)
    shown = preview_convert(shop, seat, member, program=1)

    assert shown.amount == 500
    assert shown.amount == convert_points(shop, seat, member, program=1)
    assert show_member(shop, member).voucher == 500
    assert shown.vouchers == given(shop, member)
    assert [(each.amount, each.limit_bp) for each in shown.vouchers] == [(500, 5000)]

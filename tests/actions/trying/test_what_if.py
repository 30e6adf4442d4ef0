"""The errand what_if: own sales or made-up ones, and nothing is written."""

from dataclasses import replace

import pytest

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.trying.what_if import WhatIfAsk, own_trade, what_if
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Fen, Milli
from pos_app.domain.what_if_figures import AS_GIVEN, WhatIfProgress
from pos_app.engine.trying.past_trade import NoTradeThere
from pos_app.engine.trying.trade import TradeReturn, TradeSale
from pos_app.engine.what_if import WhatIfStopped
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import COLA, OIL, count_of, open_for_trade, sell

POINTS = ProgramAsk("P", "M0", params={"earn_bp": 1000})
MADE = {"sales_a_day": 60, "days": 2, "member_bp": 10_000, "amounts": [10_000], "return_bp": 0}


def test_the_shops_own_sales_are_read_as_they_were(shop: Shop) -> None:
    """What was voided is left out, what came back comes back, members are the shop's."""
    seat = open_for_trade(shop)
    owner = replace(seat, staff=make.OWNER_SEAT.staff, role=make.OWNER_SEAT.role)
    member = make.member(shop)
    kept = sell(shop, seat, OIL, OIL, member=member).sale
    gone = sell(shop, seat, COLA).sale
    void_sale(shop, owner, gone.number)
    lines = (LineReturned(1, Milli(1000)),)
    return_sale(shop, owner, ReturnAsk(kept.number, lines, "defect"))
    trade = own_trade(shop)

    assert [each for each in trade.events if isinstance(each, TradeReturn)] == [
        TradeReturn(shop.clock.now(), kept.number, Fen(6000), "defect")
    ]
    assert [
        (each.number, each.member, each.base, each.skus)
        for each in trade.events
        if isinstance(each, TradeSale)
    ] == [(kept.number, member, 12_000, (OIL,))]


def test_a_trial_writes_nothing(shop: Shop) -> None:
    """An estimate must not touch the books that it is about."""
    open_for_trade(shop)
    before = count_of(shop, Entry)
    answer = what_if(shop, WhatIfAsk((POINTS,), synthetic=MADE))
    (points,) = answer.scenario(AS_GIVEN).programs

    assert points.last.paid == 60 * 2 * 1000
    assert count_of(shop, Entry) == before


def test_progress_is_told_and_a_trial_can_be_cancelled(shop: Shop) -> None:
    """The owner watches it, and stops it with one key."""
    told: list[WhatIfProgress] = []
    with pytest.raises(WhatIfStopped):
        what_if(
            shop,
            WhatIfAsk((POINTS,), synthetic=MADE),
            progress=told.append,
            cancelled=lambda: len(told) == 2,
        )

    assert [(each.sales, each.of) for each in told] == [(0, 120), (50, 120)]


def test_a_shop_that_has_sold_nothing_has_no_past_to_try_on(shop: Shop) -> None:
    """It is told to make up sales instead of being shown a flat line."""
    with pytest.raises(NoTradeThere):
        what_if(shop, WhatIfAsk((POINTS,)))

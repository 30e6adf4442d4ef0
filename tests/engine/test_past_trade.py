"""What a what-if takes out of a history, and what it passes over."""

import json
from typing import Any

import pytest

from pos_app.domain.files.replay_history import read_history
from pos_app.domain.money import Fen
from pos_app.engine.trying.past_trade import NoTradeThere, past_trade
from pos_app.engine.trying.trade import Trade, TradeReturn, TradeSale

AT = "2026-01-05T10:00:00+08:00"
LATER = "2026-01-06T10:00:00+08:00"


def event(what: str, at: str = AT, **fields: Any) -> dict[str, Any]:
    """A line of a history."""
    return {"event": what, "at": at, **fields}


def line(price: int, pieces: int = 1, **fields: Any) -> dict[str, Any]:
    """A line of a sale."""
    return {"sku": f"p{price}", "price_fen": price, "quantity_milli": 1000 * pieces, **fields}


def trade_of(*events: dict[str, Any]) -> Trade:
    """The trade of a history."""
    return past_trade(read_history([json.dumps(each).encode() for each in events]))


def sales_of(trade: Trade) -> list[TradeSale]:
    """The sales of a trade."""
    return [each for each in trade.events if isinstance(each, TradeSale)]


def returns_of(trade: Trade) -> list[tuple[int, int, str]]:
    """The returns of a trade."""
    return [
        (each.sale, each.base, each.reason)
        for each in trade.events
        if isinstance(each, TradeReturn)
    ]


def test_a_sale_earns_on_what_was_paid_in_money_for_what_earns() -> None:
    """The base of rulebook 1.4: after discounts, without rewards and excluded goods."""
    tenders = [{"kind": "points", "amount_fen": 100}, {"kind": "cash", "amount_fen": 10_000}]
    trade = trade_of(
        event("member", member="A"),
        event("member", member="B", sponsor="A"),
        event(
            "sale",
            sale="s1",
            member="B",
            lines=[line(1000, 2, cost_fen=300), line(500, excluded=True)],
            order_discount_fen=250,
            tenders=tenders,
        ),
    )
    (sale,) = sales_of(trade)

    # 2000 less 200 of the discount less 80 of the points.
    assert (sale.base, sale.member, sale.sponsor) == (1720, 2, 1)
    assert (sale.costs, sale.skus) == ((Fen(600),), ("p1000",))


def test_what_comes_back_is_counted_without_drift() -> None:
    """Three thirds of a line are the whole of it (1.4, 1.6)."""
    back = [
        event(
            "return", sale="s1", **{"return": f"r{n}"}, lines=[{"line": 1, "quantity_milli": 1000}]
        )
        for n in range(3)
    ]
    trade = trade_of(event("sale", sale="s1", lines=[line(333, 3, discount_fen=1)]), *back)

    assert returns_of(trade) == [
        (1, 332, "voluntary"),
        (1, 333, "voluntary"),
        (1, 333, "voluntary"),
    ]
    assert trade.left_out == 0


def test_a_voided_sale_had_never_been() -> None:
    """A void reverses everything (1.6), so the trade is read without it."""
    trade = trade_of(
        event("sale", sale="s1", lines=[line(100)]),
        event("sale", sale="s2", lines=[line(200)]),
        event("void", sale="s1"),
    )

    assert [each.number for each in sales_of(trade)] == [2]
    assert (trade.sales, trade.first, trade.last) == (1, "2026-01-05", "2026-01-05")


def test_what_the_till_would_have_refused_is_left_out_and_counted() -> None:
    """An id used twice, an unknown member, too much back, a late void: no trade."""
    sale = event("sale", sale="s1", lines=[line(100)])
    too_much = [{"line": 1, "quantity_milli": 700}, {"line": 1, "quantity_milli": 400}]
    trade = trade_of(
        event("member", member="A"),
        event("member", member="A"),
        event("member", member="B", sponsor="nobody"),
        sale,
        sale,
        event("sale", sale="s2", member="B", lines=[line(100)]),
        event("sale", sale="s3", lines=[line(100)], order_discount_fen=101),
        event("return", sale="s1", **{"return": "r1"}, lines=too_much),
        event("return", sale="s9", **{"return": "r2"}, lines=too_much),
        event("return", sale="s1", **{"return": "r3"}, lines=[{"line": 2, "quantity_milli": 1}]),
        event("void", sale="s1", at=LATER),
        event("void", sale="s9", at=LATER),
    )

    assert (trade.sales, trade.left_out) == (1, 10)


def test_programs_and_payments_of_the_past_are_passed_over() -> None:
    """The what-if asks what other programs would have done with the same trade."""
    trade = trade_of(
        event("program", program="P", kind="M0", params={}),
        event("sale", sale="s1", lines=[line(100)]),
        event("time", at=LATER),
        event("close_program", program="P", at=LATER),
    )

    assert (trade.sales, trade.left_out, len(list(trade.events))) == (1, 0, 1)


def test_a_past_without_a_sale_is_no_trade() -> None:
    """There is nothing to estimate from, and the curve would be a flat line."""
    with pytest.raises(NoTradeThere):
        trade_of(event("member", member="A"))

"""The simplest sale for a paper: one line of a taxed drink."""

from __future__ import annotations

from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.basket import BasketLine
from pos_app.domain.money import ONE, BasisPoints, Fen, Milli
from pos_app.domain.quote import SaleDone
from pos_app.domain.seat import Seat
from pos_app.domain.tender import TenderGiven
from pos_app.shop import Shop
from tests import make


def cola(
    shop: Shop, *, price: int = 1130, quantity: int = 2 * ONE, discount: int = 0
) -> BasketLine:
    """Two bottles at a tax of 13 %, as rung up."""
    with shop.storage.read() as seen:
        known = seen.find_products("可口可乐")
    number = known[0].number if known else make.product(shop, price=price, tax_rate=1300)
    return BasketLine(
        number,
        "6954767412573",
        "可口可乐 500ml",
        Fen(price),
        Milli(quantity),
        discount=Fen(discount),
        tax_rate=BasisPoints(1300),
    )


def sell(
    shop: Shop, seat: Seat, line: BasketLine, *tenders: TenderGiven, member: int | None = None
) -> SaleDone:
    """Complete a sale of one line."""
    return complete_sale(shop, seat, make.draft(shop, line, tenders=tenders, member=member))

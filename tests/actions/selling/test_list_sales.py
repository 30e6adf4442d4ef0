"""Sales as the office looks at them: list_sales, show_sale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import ReturnLine, SaleTender
from pos_app.domain.sale_shown import SaleListed
from pos_app.domain.seat import Seat
from pos_app.domain.tender import CASH, WECHAT, TenderGiven
from pos_app.shop import Shop
from tests import make


@pytest.fixture
def seat(shop: Shop) -> Seat:
    """The cashier with an open shift, in a shop that sells one thing."""
    make.product(shop, price=500)
    return make.seat_with_shift(shop)


def sell(shop: Shop, seat: Seat, *tenders: TenderGiven, member: int | None = None) -> int:
    """One piece at 5.00; returns the sale's number."""
    line = replace(make.line(500, name="可口可乐 500ml"), sku="6954767412573")
    given = tenders or (make.cash(500),)
    return complete_sale(
        shop, seat, make.draft(shop, line, tenders=given, member=member)
    ).sale.number


def numbers(shop: Shop, **asked: object) -> list[int]:
    """The numbers of the sales that are listed."""
    return [each.number for each in list_sales(shop, **asked)]  # type: ignore[arg-type]


def test_a_listed_sale_says_who_when_and_how(shop: Shop, seat: Seat) -> None:
    """The office must recognise a sale without opening it."""
    member = make.member(shop)
    sell(shop, seat, TenderGiven(WECHAT, Fen(200), Fen(200)), make.cash(300), member=member)

    assert list_sales(shop) == (
        SaleListed(
            number=1,
            ref="1",
            at=make.OPENING,
            day=Day("2026-11-21"),
            till="1",
            cashier="林小梅",
            member=1,
            masked_name="赵*",
            total=Fen(500),
            tenders=(WECHAT, CASH),
            state="COMPLETED",
            returns=0,
        ),
    )


def test_the_latest_sales_come_first_a_page_at_a_time(shop: Shop, seat: Seat) -> None:
    """A page must cost the same after a million sales."""
    for _ in range(5):
        sell(shop, seat)

    assert numbers(shop, limit=2) == [5, 4]
    assert numbers(shop, limit=2, before=4) == [3, 2]
    assert numbers(shop, before=1) == []


def test_sales_of_one_day(shop: Shop, seat: Seat) -> None:
    """A customer remembers the day."""
    sell(shop, seat)
    make.pass_time(shop, days=1)
    sell(shop, seat)
    sell(shop, seat)

    assert numbers(shop, day=Day("2026-11-21")) == [1]
    assert numbers(shop, day=Day("2026-11-22")) == [3, 2]
    assert numbers(shop, day=Day("2026-11-22"), before=3) == [2]
    assert numbers(shop, day=Day("2026-11-23")) == []


def test_a_sale_is_found_by_number_and_a_members_by_phone(shop: Shop, seat: Seat) -> None:
    """The receipt's number is typed with or without its zeros."""
    member = make.member(shop)
    sell(shop, seat)
    sell(shop, seat, member=member)
    make.pass_time(shop, days=1)
    sell(shop, seat, member=member)

    assert numbers(shop, text="000002") == [2]
    assert numbers(shop, text="2", before=2) == []
    assert numbers(shop, text="13800001234") == [3, 2]
    assert numbers(shop, text="13800001234", before=3) == [2]
    assert numbers(shop, text="13800001234", day=Day("2026-11-21")) == [2]
    assert numbers(shop, text="nothing") == []


def test_a_sale_is_shown_with_all_that_belongs_to_it(shop: Shop, seat: Seat) -> None:
    """A return is decided on what was sold, paid and given back so far."""
    number = sell(shop, seat, make.cash(500, given=1000))
    return_sale(shop, seat, ReturnAsk(number, (LineReturned(1, ONE),)))
    reprint_receipt(shop, seat, sale=number)

    shown = show_sale(shop, number)

    assert (shown.sale.number, shown.cashier, shown.masked_name) == (1, "林小梅", "")
    assert [(line.name, line.returned) for line in shown.lines] == [("可口可乐 500ml", 1000)]
    assert shown.tenders == (SaleTender(1, 1, CASH, Fen(500), Fen(1000), returned=Fen(500)),)
    (back,) = shown.returns
    assert back.lines == (ReturnLine(1, 1, ONE, Fen(500), Fen(500), Fen(0)),)
    assert (shown.copies, shown.tickets) == (1, ())


def test_a_receipt_of_another_file_is_no_sale_of_ours(shop: Shop, seat: Seat) -> None:
    """The number exists here too, but the journal's hash beside it does not."""
    number = sell(shop, seat)
    head = show_sale(shop, number).journal_hash

    assert show_sale(shop, number, check=head).sale.number == number
    with pytest.raises(UnknownSale) as other:
        show_sale(shop, number, check="00000000")
    with pytest.raises(UnknownSale):
        show_sale(shop, 9)
    assert other.value.named == "1"

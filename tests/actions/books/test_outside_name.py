"""outside_name: what the till makes is called by its number, or the next text."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from pos_app.actions.books.outside_name import outside_name
from pos_app.actions.members.register_member import register_member
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.member import MEMBERS_BY_REF, Member
from pos_app.domain.money import ONE
from pos_app.domain.sale import Sale, SaleReturn
from pos_app.shop import Shop
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER
from tests import make
from tests.actions import at_the_counter as selling


def test_the_name_is_the_number_unless_a_file_has_used_it(shop: Shop) -> None:
    """A replayed file may have called its first member "2"."""
    for ref in ("2", "2-2"):
        register_member(shop, make.CASHIER_SEAT, name="", phone="", ref=ref)
    with shop.storage.read() as view:
        names = [outside_name(view.book, MEMBERS_BY_REF, number=number) for number in (1, 2)]

    assert names == ["1", "2-3"]


def test_a_shop_sells_on_after_a_file_whose_ids_are_numbers(shop: Shop) -> None:
    """Else the second sale, the second member and the second return would be no more."""
    seat = selling.open_for_trade(shop)
    register_member(shop, seat, name="", phone="", ref="2")
    draft = selling.draft(shop, selling.basket(shop, selling.COLA))
    complete_sale(shop, seat, replace(draft, ref="2"))
    back = ReturnAsk(1, (LineReturned(1, ONE),), "defect", ref="2")
    return_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), back)
    register_member(shop, seat, name="", phone="")
    sold = selling.sell(shop, seat, selling.COLA)
    ask = ReturnAsk(sold.sale.number, (LineReturned(1, ONE),), "defect")
    return_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), ask)
    with shop.storage.read() as view:
        found = [view.book.get(kind, 2) for kind in (Sale, Member, SaleReturn)]

    assert [each and each.ref for each in found] == ["2-2", "2-2", "2-2"]  # type: ignore[attr-defined]
    assert verify_books(shop.storage) == []


@pytest.mark.parametrize("ref", ["", "x", "1-2"])
def test_a_name_from_a_file_is_kept_as_it_is(shop: Shop, ref: str) -> None:
    """Only a name that was not given is made."""
    number = register_member(shop, make.CASHIER_SEAT, name="", phone="", ref=ref)
    with shop.storage.read() as view:
        found = view.book.get(Member, number)

    assert found is not None
    assert found.ref == (ref or str(number))


@pytest.mark.parametrize("table", ["sale", "sale_return", "member"])
def test_the_file_itself_refuses_one_name_twice(shop: Shop, table: str) -> None:
    """What no program should write, the file does not take (design.md section 3)."""
    seat = selling.open_for_trade(shop)
    for _ in range(2):
        number = selling.sell(shop, seat, selling.COLA).sale.number
        ask = ReturnAsk(number, (LineReturned(1, ONE),), "defect")
        return_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), ask)
        register_member(shop, seat, name="", phone="")
    shop.close()
    path = shop.folder / FILE_NAME
    with closing(connect(path, "rw")) as connection, pytest.raises(DRIVER.module.IntegrityError):
        connection.execute(f"UPDATE {table} SET ref = '1'")

"""The open bill by hand: change_line, hold_sale, recall_sale, discard_basket."""

from dataclasses import replace

import pytest

from pos_app.actions.selling.change_line import change_discount, change_line
from pos_app.actions.selling.discard_basket import discard_basket
from pos_app.actions.selling.hold_sale import hold_sale
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.recall_sale import recall_sale
from pos_app.actions.selling.save_basket import save_basket
from pos_app.domain.approval import Approval
from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen, Milli
from pos_app.domain.refusals.sale import AmountRefused, EmptyBasket, QuantityRefused
from pos_app.domain.staff import DISCOUNT, PRICE
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL


def test_a_quantity_is_set_within_its_range(shop: Shop) -> None:
    """Nothing, less than nothing and more than a million pieces are no quantities."""
    make.product(shop, code=COLA)
    bill = selling.basket(shop, COLA)

    changed = change_line(shop, make.CASHIER_SEAT, bill, index=0, quantity=Milli(2500))

    assert changed.lines[0].quantity == 2500
    for refused in (0, -1, 1_000_000_001):
        with pytest.raises(QuantityRefused):
            change_line(shop, make.CASHIER_SEAT, bill, index=0, quantity=Milli(refused))


def test_another_price_needs_a_manager_and_stays_with_the_bill(shop: Shop) -> None:
    """Who approved it goes into the journal with the sale."""
    make.product(shop, code=COLA)
    bill = selling.basket(shop, COLA)
    approval = Approval(PRICE, 2, 250)
    approved = replace(make.CASHIER_SEAT, approvals=(approval,))

    with pytest.raises(NotAllowed):
        change_line(shop, make.CASHIER_SEAT, bill, index=0, price=Fen(250))
    changed = change_line(shop, approved, bill, index=0, price=Fen(250))

    assert changed.approvals == (approval,)
    assert quote_basket(shop, changed).priced.total == 250


def test_a_discount_above_the_limit_needs_a_manager(shop: Shop) -> None:
    """A tenth is the cashier's own; the refusal says both figures."""
    make.product(shop, code=COLA, price=1000)
    bill = selling.basket(shop, COLA)
    approved = replace(make.CASHIER_SEAT, approvals=(Approval(DISCOUNT, 2, 3000),))

    own = change_line(shop, make.CASHIER_SEAT, bill, index=0, discount=Fen(100))
    with pytest.raises(NotAllowed) as refused:
        change_line(shop, make.CASHIER_SEAT, bill, index=0, discount=Fen(300))

    assert own.lines[0].discount == 100
    assert (refused.value.limit, refused.value.asked) == (1000, 3000)
    assert change_line(shop, approved, bill, index=0, discount=Fen(300)).lines[0].discount == 300
    with pytest.raises(AmountRefused):
        change_line(shop, make.OWNER_SEAT, bill, index=0, discount=Fen(1001))


def test_rounding_off_lets_go_of_less_than_a_yuan(shop: Shop) -> None:
    """抹零 is for the odd fen; more is a discount, with its own right."""
    make.product(shop, code=COLA, price=1004)
    bill = selling.basket(shop, COLA)

    even = change_discount(shop, make.CASHIER_SEAT, bill, discount=Fen(0), rounding=Fen(4))

    assert quote_basket(shop, even).priced.total == 1000
    with pytest.raises(AmountRefused):
        change_discount(shop, make.CASHIER_SEAT, bill, discount=Fen(0), rounding=Fen(100))


def test_a_held_bill_comes_back_as_it_was(shop: Shop) -> None:
    """Another customer is served between, and nothing is retyped."""
    make.product(shop, code=COLA)
    bill = selling.basket(shop, COLA, member=make.member(shop))
    hold_sale(shop, bill, name="红衣服")

    current, held = open_baskets(shop)

    assert current is None
    assert [(each.basket, each.name) for each in held] == [(bill, "红衣服")]
    assert recall_sale(shop, bill.id) == bill
    assert open_baskets(shop) == (bill, ())
    with pytest.raises(NotFound):
        recall_sale(shop, bill.id)


def test_an_empty_bill_is_not_held(shop: Shop) -> None:
    """A list of nothing would only hide the bills that matter."""
    with pytest.raises(EmptyBasket):
        hold_sale(shop, Basket(shop.ids.new()))


def test_a_bill_thrown_away_is_gone_and_journaled(shop: Shop) -> None:
    """Voided lines are where sweethearting hides; the journal keeps the sum."""
    make.product(shop, code=COLA)
    make.product(shop, "油", code=OIL, price=6000)
    bill = selling.basket(shop, COLA, OIL)
    save_basket(shop, bill)

    discard_basket(shop, make.CASHIER_SEAT, bill)

    assert open_baskets(shop)[0] is None
    with shop.storage.read() as view:
        (entry,) = view.scan(ENTRIES_OF_KIND, "basket_discarded")
    assert b'"lines":2' in entry.body
    assert b'"total":6300' in entry.body


def test_only_what_changed_of_a_bill_is_saved_again(shop: Shop) -> None:
    """A line is saved in one statement, however long the bill is."""
    make.product(shop, code=COLA)
    make.product(shop, "油", code=OIL, price=6000)
    before = selling.basket(shop, COLA, OIL)
    save_basket(shop, before)
    after = before.without_line(0)

    save_basket(shop, after, before=before)

    assert open_baskets(shop)[0] == after

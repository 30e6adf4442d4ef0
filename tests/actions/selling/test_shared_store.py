"""Several owners at one till: each its own sale and money (rulebook 9.3)."""

from dataclasses import replace

import pytest

from pos_app.actions.members.show_member import show_member
from pos_app.actions.months.clearing_statement import clearing_statement
from pos_app.actions.products.import_products import import_products
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.products.show_product import show_product
from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.receipt_member import receipt_member
from pos_app.actions.receipts.receipt_of import receipt_of
from pos_app.actions.reports.report_tables import report_tables
from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.ring_up import ring_up
from pos_app.actions.selling.save_basket import save_basket
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.stores.add_store import add_store
from pos_app.actions.stores.leave_alliance import leave_alliance
from pos_app.domain.basket import LineReturned
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.moment import business_day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.month import Month
from pos_app.domain.quote import SaleDone
from pos_app.domain.refusals.store import StoreHasLeft
from pos_app.domain.sale import LINES_OF_SALE, TENDERS_OF_SALE
from pos_app.domain.seat import Seat
from pos_app.domain.tender import CASH, POINTS, TenderGiven
from pos_app.errors import NotFound
from pos_app.reports.clearing_statement import PairDebt
from pos_app.shop import Shop
from pos_app.storage.journal_rows import entries
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.actions.rebuilt import rebuild_book

CAKE = "6901234567892"
NOVEMBER = Month("2026-11")


@pytest.fixture
def seat(shop: Shop) -> Seat:
    """A till of S1 that sells the cakes of S2 too, points and queue on."""
    seat = selling.open_for_trade(shop)
    add_store(shop, make.OWNER_SEAT, code="S2", name="蛋糕坊")
    cake = make.product(shop, "蛋糕", price=4000, code=CAKE, tax_rate=1300)
    _give(shop, cake, owner="S2")
    return seat


def _give(shop: Shop, product: int, *, owner: str) -> None:
    ask = show_product(shop, product).ask
    save_product(shop, make.OWNER_SEAT, ask=replace(ask, owner=owner))


def _sold_both(shop: Shop, seat: Seat, *, member: int | None = None) -> SaleDone:
    return selling.sell(shop, seat, OIL, CAKE, member=member)


def test_one_payment_is_a_sale_for_each_owner(shop: Shop, seat: Seat) -> None:
    """Takings are kept apart: each owner sells its goods and takes the money for them."""
    bill = selling.basket(shop, OIL, CAKE)
    paid = TenderGiven(CASH, Fen(10_000), Fen(20_000))

    done = complete_sale(shop, seat, selling.draft(shop, bill, paid))

    assert [(each.number, each.store, each.total) for each in done.sales] == [
        (1, "S1", 6000),
        (2, "S2", 4000),
    ]
    assert (done.ref, done.total, done.change) == ("1 + 2", 10_000, 10_000)
    assert selling.balance(shop, "sales:S2") == 4000 - 460
    assert selling.balance(shop, "due") == 0
    with shop.storage.read() as view:
        kept = [[each.amount for each in view.scan(TENDERS_OF_SALE, sale)] for sale in (1, 2)]
    assert kept == [[6000], [4000]]


def test_each_owner_concedes_on_its_own_goods_and_has_its_own_enrolment(
    shop: Shop, seat: Seat
) -> None:
    """9.3: a sale with lines of two owners makes one enrolment for each owner."""
    member = make.member(shop)

    _sold_both(shop, seat, member=member)

    assert selling.balance(shop, "SRC:S1") == -(60 + 600)
    assert selling.balance(shop, "SRC:S2") == -(40 + 400)
    standing = show_member(shop, member)
    assert [(each.sale_ref, each.target) for each in standing.tickets] == [("1", 6000), ("2", 4000)]
    assert standing.points == 100


def test_what_is_shown_before_payment_names_each_owner(shop: Shop, seat: Seat) -> None:
    """The customer sees what the purchase earns, of whose goods."""
    quote = quote_basket(shop, selling.basket(shop, OIL, CAKE, member=make.member(shop)))

    assert [(each.store, each.kind, each.points) for each in quote.expected] == [
        ("S1", "M0", 60),
        ("S1", "M1", 0),
        ("S2", "M0", 40),
        ("S2", "M1", 0),
    ]
    assert [each.net for each in quote.priced.lines] == [6000, 4000]


def test_points_pay_for_both_within_the_limit_of_the_whole_bill(shop: Shop, seat: Seat) -> None:
    """A unit or a limit holds for what is paid, not for an owner's part of it."""
    member = make.member(shop)
    _sold_both(shop, seat, member=member)
    bill = selling.basket(shop, COLA, CAKE, member=member)
    points = TenderGiven(POINTS, Fen(99), Fen(99))

    done = complete_sale(shop, seat, selling.draft(shop, bill, points))

    assert [each.base for each in done.sales] == [293, 3908]
    assert show_member(shop, member).points == 1 + 2 + 39


def test_the_same_draft_again_is_the_same_sales(shop: Shop, seat: Seat) -> None:
    """Pay pressed twice must not charge twice, and prints what it printed."""
    made = selling.draft(shop, selling.basket(shop, OIL, CAKE))

    first = complete_sale(shop, seat, made)
    again = complete_sale(shop, seat, made)

    assert again == first
    assert len(first.receipt_jobs) == 2


def test_each_owner_has_its_own_receipt(shop: Shop, seat: Seat) -> None:
    """Who sold goods says so on the paper that brings them back."""
    done = _sold_both(shop, seat)

    for job in done.receipt_jobs:
        print_receipt(shop, job)

    with shop.storage.read() as seen:
        own, other = (
            receipt_of(seen.book, sale, settings=shop.settings, copy=0) for sale in done.sales
        )
    assert (own.shop.goods_of, [each.name for each in own.lines]) == ("", ["菜籽油 5L"])
    assert (other.shop.goods_of, [each.name for each in other.lines]) == ("蛋糕坊", ["蛋糕"])
    assert len(make.printer_of(shop).printed) == 2


def test_the_receipts_of_one_bill_count_points_one_after_the_other(shop: Shop, seat: Seat) -> None:
    """What the second paper begins with is what the first one ended with."""
    done = _sold_both(shop, seat, member=make.member(shop))

    with shop.storage.read() as seen:
        members = [receipt_member(seen.book, sale) for sale in done.sales]
    counts = [
        (each.points_before, each.points_earned, each.points_after) for each in members if each
    ]
    assert counts == [(0, 60, 60), (60, 40, 100)]


def test_goods_come_back_to_their_owner(shop: Shop, seat: Seat) -> None:
    """A return undoes the concession of the store that sold, and no other's."""
    _sold_both(shop, seat, member=make.member(shop))

    return_sale(shop, seat, ask=ReturnAsk(2, (LineReturned(1, ONE),), "voluntary"))

    # What went into the exit fund stays there (rulebook 2.8).
    assert (selling.balance(shop, "SRC:S1"), selling.balance(shop, "SRC:S2")) == (-660, -20)
    assert selling.balance(shop, "sales:S2") == 0


def test_the_journal_makes_the_same_sales_again(shop: Shop, seat: Seat) -> None:
    """One bill is one entry; verify parts it as the till did."""
    member = make.member(shop)
    _sold_both(shop, seat, member=member)
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), 2)
    _sold_both(shop, seat, member=member)

    with shop.storage.read() as view:
        rebuilt = rebuild_book(entries(view.connection))
        for sale in (1, 2, 3, 4):
            assert list(rebuilt.scan(LINES_OF_SALE, sale)) == list(view.scan(LINES_OF_SALE, sale))
    assert verify_books(shop.storage) == []


def test_whose_till_took_the_money_owes_it_to_whose_goods_they_were(shop: Shop, seat: Seat) -> None:
    """Takings are kept per owner, though one drawer holds the cash."""
    _sold_both(shop, seat)
    _sold_both(shop, seat)
    return_sale(shop, seat, ask=ReturnAsk(4, (LineReturned(1, ONE),), "defect"))

    (pair,) = clearing_statement(shop, NOVEMBER).pairs

    assert pair == PairDebt("S1", "S2", Fen(0), Fen(0), by_takings=Fen(4000))


def test_goods_that_change_hands_before_payment_are_the_new_owners(shop: Shop, seat: Seat) -> None:
    """A held bill is looked up again, as its prices are."""
    bill = selling.basket(shop, OIL, CAKE)
    _give(shop, 3, owner="")

    (sale,) = complete_sale(shop, seat, selling.draft(shop, bill)).sales

    assert (sale.store, sale.total) == ("S1", 10_000)


def test_a_bill_left_open_keeps_whose_goods_are_on_it(shop: Shop, seat: Seat) -> None:
    """A power cut gives back what was rung up, whole."""
    bill = selling.basket(shop, OIL, CAKE)

    save_basket(shop, bill)

    assert open_baskets(shop)[0] == bill


def test_goods_of_a_store_that_left_are_not_sold(shop: Shop, seat: Seat) -> None:
    """2.9: who left sells no more, at no till; nothing is booked."""
    bill = selling.basket(shop, OIL, CAKE)
    leave_alliance(shop, make.OWNER_SEAT, code="S2")

    with pytest.raises(StoreHasLeft):
        complete_sale(shop, seat, selling.draft(shop, bill))
    with pytest.raises(StoreHasLeft):
        ring_up(shop, bill, CAKE)


def test_an_owner_is_a_store_of_the_alliance(shop: Shop, seat: Seat) -> None:
    """Money is never conceded for somebody who is not there to fund it."""
    with pytest.raises(NotFound, match="store"):
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk(name="茶", price=Fen(1), owner="S9"))


def test_the_day_tells_what_each_owner_took(shop: Shop, seat: Seat) -> None:
    """An owner who shares a till reads his own takings, and that they add up."""
    _sold_both(shop, seat)
    return_sale(shop, seat, ask=ReturnAsk(2, (LineReturned(1, ONE),), "defect"))
    report = reward_report(shop, business_day(shop.clock.now()))

    tables = report_tables(report, Wording(Language.EN), names={}).tables

    (table,) = (each for each in tables if each.title == "Sales by store")
    assert table.rows == (
        ("S1 小满便利店", 6000, 0, 6000),
        ("S2 蛋糕坊", 4000, 4000, 0),
    )
    assert table.total == ("Total", 10_000, 4000, 6000)


def test_a_list_of_products_names_owners(shop: Shop, seat: Seat) -> None:
    """Ten thousand products are not opened one by one to say whose they are."""
    named = "名称,条码,售价,货主\n饼干,6900000000014,5.00,s2\n蛋糕,6901234567892,40.00,\n"
    import_products(shop, make.OWNER_SEAT, preview=preview_import(named.encode()))
    stranger = "名称,售价,货主\n茶,5.00,S9\n"

    assert [show_product(shop, number).ask.owner for number in (3, 4)] == ["S2", "S2"]
    with pytest.raises(NotFound, match="store"):
        import_products(shop, make.OWNER_SEAT, preview=preview_import(stranger.encode()))

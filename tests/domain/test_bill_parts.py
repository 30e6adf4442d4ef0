"""A bill with goods of several stores, parted by whose they are (rulebook 9.3)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.basket import BasketLine
from pos_app.domain.bill_parts import BillPart, bill_parts
from pos_app.domain.money import Fen
from pos_app.domain.pricing import price_basket, priced_together
from pos_app.domain.tender import CASH, VOUCHER, WECHAT, TenderGiven
from tests import make

NO_DISCOUNT = (Fen(0), Fen(0))
TEA = make.line(6000, product=1)
CAKE = replace(make.line(3000, product=2), owner="S2")


def tender(kind: str, amount: int, *, given: int | None = None) -> TenderGiven:
    """A tender, exact unless more was given."""
    return TenderGiven(kind, Fen(amount), Fen(amount if given is None else given))


def parted(
    *lines: BasketLine,
    tenders: tuple[TenderGiven, ...] = (),
    discounts: tuple[Fen, Fen] = NO_DISCOUNT,
) -> tuple[BillPart, ...]:
    """The parts of a bill that S1 sells."""
    return bill_parts(lines, tenders, discounts=discounts, store="S1")


def test_a_bill_of_the_stores_own_goods_is_one_part_as_it_stands() -> None:
    """Nothing is divided where there is nothing to divide, named as owner or not."""
    named = replace(TEA, owner="S1")
    paid = (tender(CASH, 12_000, given=20_000),)

    (part,) = parted(TEA, named, tenders=paid, discounts=(Fen(10), Fen(1)))

    assert part == BillPart("S1", (0, 1), (TEA, named), Fen(10), Fen(1), paid)


def test_each_store_has_its_own_lines_in_the_order_of_the_bill() -> None:
    """Its receipt must read as the customer saw the bill grow."""
    parts = parted(TEA, CAKE, TEA)

    assert [(each.store, each.places) for each in parts] == [("S1", (0, 2)), ("S2", (1,))]


def test_a_discount_on_the_bill_is_shared_by_what_the_goods_come_to() -> None:
    """No owner pays for a discount on the goods of another."""
    parts = parted(TEA, CAKE, discounts=(Fen(900), Fen(1)))

    assert [(each.order_discount, each.rounding) for each in parts] == [(600, 1), (300, 0)]


def test_a_voucher_pays_for_each_stores_goods_alike() -> None:
    """1.4: what a reward tender pays earns nothing, and that falls on every owner."""
    parts = parted(TEA, CAKE, tenders=(tender(WECHAT, 7500), tender(VOUCHER, 1500)))

    assert [each.tenders for each in parts] == [
        (tender(VOUCHER, 1000), tender(WECHAT, 5000)),
        (tender(VOUCHER, 500), tender(WECHAT, 2500)),
    ]


def test_change_is_given_once_and_with_the_last_of_the_money() -> None:
    """What was handed over for a part is what it cost, but for one."""
    parts = parted(TEA, CAKE, tenders=(tender(CASH, 9000, given=10_000),))

    assert [each.tenders for each in parts] == [
        (tender(CASH, 6000),),
        (tender(CASH, 3000, given=4000),),
    ]


def test_goods_for_nothing_are_paid_with_nothing() -> None:
    """A gift of another store on the bill takes no money."""
    gift = replace(CAKE, discount=CAKE.price)

    parts = parted(TEA, gift, tenders=(tender(CASH, 6000),))

    assert [each.tenders for each in parts] == [(tender(CASH, 6000),), ()]


lines = st.lists(
    st.builds(
        lambda price, off, owner: replace(
            make.line(price), discount=Fen(price * off // 100), owner=owner
        ),
        st.integers(0, 5000),
        st.integers(0, 100),
        st.sampled_from(("", "S2", "S3")),
    ),
    min_size=1,
    max_size=6,
)


@given(lines, st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_nothing_of_a_bill_is_lost_or_made_when_it_is_parted(
    bill: list[BasketLine], off: int, voucher: int, wechat: int
) -> None:
    """Totals, discounts and every tender add up, and each part is paid exactly."""
    goods = sum(each.gross - each.discount for each in bill)
    discount = goods * off // 100
    total = goods - discount
    by_voucher = total * voucher // 100
    by_wechat = (total - by_voucher) * wechat // 100
    given_ = (
        tender(CASH, total - by_voucher - by_wechat, given=total + 7),
        tender(VOUCHER, by_voucher),
        tender(WECHAT, by_wechat),
    )

    parts = parted(*bill, tenders=given_, discounts=(Fen(discount), Fen(0)))

    priced = [
        price_basket(each.lines, discount=each.order_discount + each.rounding) for each in parts
    ]
    whole = priced_together([(part.places, each) for part, each in zip(parts, priced, strict=True)])
    assert (whole.total, whole.goods, len(whole.lines)) == (total, goods, len(bill))
    assert [each.goods for each in whole.lines] == [each.gross - each.discount for each in bill]
    for part, each in zip(parts, priced, strict=True):
        assert sum(paid.amount for paid in part.tenders) == each.total
    for kind in (CASH, VOUCHER, WECHAT):
        parts_of_it = [paid.amount for part in parts for paid in part.tenders if paid.kind == kind]
        assert sum(parts_of_it) == sum(paid.amount for paid in given_ if paid.kind == kind)

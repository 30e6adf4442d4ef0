"""What a basket costs, earns and is taxed: the one calculator (rulebook 1.4)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.basket import BasketLine
from pos_app.domain.money import ONE, BasisPoints, Fen, Milli
from pos_app.domain.pricing import price_basket
from pos_app.domain.tender import POINTS, REWARD, VOUCHER


def line(price: int, *, quantity: int = ONE, **more: int) -> BasketLine:
    """A line at a price; `more` are its discount and its tax rate."""
    return BasketLine(
        product=1,
        sku="a",
        name="a",
        price=Fen(price),
        quantity=Milli(quantity),
        discount=Fen(more.get("discount", 0)),
        tax_rate=BasisPoints(more.get("tax_rate", 0)),
    )


def tobacco(price: int) -> BasketLine:
    """A line that earns no rewards."""
    return replace(line(price), excluded=True)


@pytest.mark.parametrize(
    ("price", "quantity", "gross"),
    [(333, 1500, 500), (333, 1498, 499), (1, 499, 0), (1, 500, 1), (999, 3000, 2997)],
)
def test_a_lines_price_is_rounded_half_up(price: int, quantity: int, gross: int) -> None:
    """half-up(price x quantity / 1000), the only rounding of a price."""
    assert price_basket((line(price, quantity=quantity),)).lines[0].gross == gross


def test_a_lines_own_discount_comes_off_before_that_of_the_bill() -> None:
    """Net = half-up(...) - discount; the bill's is split by what is left."""
    priced = price_basket((line(2000, discount=1000), line(3000)), discount=400)

    assert [each.goods for each in priced.lines] == [1000, 3000]
    assert [each.net for each in priced.lines] == [900, 2700]
    assert (priced.gross, priced.goods, priced.total, priced.saved) == (5000, 4000, 3600, 1400)


def test_the_discount_of_the_bill_is_split_over_excluded_lines_too() -> None:
    """Else excluding a line would make the others earn less than they cost."""
    priced = price_basket((tobacco(3000), line(1000)), discount=400)

    assert [each.net for each in priced.lines] == [2700, 900]
    assert [each.base for each in priced.lines] == [0, 900]
    assert (priced.total, priced.base) == (3600, 900)


def test_reward_tenders_are_split_one_after_the_other_over_what_is_left() -> None:
    """Voucher, balance, points, in that order, each by what the one before left."""
    paid = {POINTS: Fen(324), VOUCHER: Fen(400), REWARD: Fen(360)}
    priced = price_basket((line(1000), line(3000)), paid=paid)

    assert [(each.voucher, each.reward, each.points) for each in priced.lines] == [
        (100, 90, 81),
        (300, 270, 243),
    ]
    assert [each.base for each in priced.lines] == [729, 2187]


def test_the_sequence_of_the_tenders_decides_where_the_odd_fen_falls() -> None:
    """The voucher's odd fen goes to the third line; the balance's then to the first."""
    lines = (line(3333), line(3333), line(3334))
    priced = price_basket(lines, paid={VOUCHER: Fen(1000), REWARD: Fen(1)})

    assert [each.voucher for each in priced.lines] == [333, 333, 334]
    assert [each.reward for each in priced.lines] == [1, 0, 0]
    assert [each.base for each in priced.lines] == [2999, 3000, 3000]


def test_an_excluded_line_bears_its_share_of_a_voucher_and_earns_nothing() -> None:
    """What a voucher paid of tobacco lowers nobody else's base."""
    priced = price_basket((tobacco(5000), line(5000)), paid={VOUCHER: Fen(1000)})

    assert [each.voucher for each in priced.lines] == [500, 500]
    assert [each.base for each in priced.lines] == [0, 4500]


def test_tax_is_worked_out_on_the_sum_of_a_rate_and_split_over_its_lines() -> None:
    """half-up(300 x 13 / 113) is 35: 12, 12 and 11; reward tenders do not lower it."""
    lines = (
        *(line(100, tax_rate=1300) for _ in range(3)),
        line(1060, tax_rate=600),
        line(500),
    )
    priced = price_basket(lines, paid={REWARD: Fen(500)})

    assert [each.tax for each in priced.lines] == [12, 12, 11, 60, 0]
    assert priced.tax_by_rate == ((0, 500, 0), (600, 1060, 60), (1300, 300, 35))
    assert priced.tax == 95


def test_nothing_costs_nothing() -> None:
    """An empty bill has figures too; the screen shows them."""
    priced = price_basket(())

    assert (priced.total, priced.base, priced.tax, priced.tax_by_rate) == (0, 0, 0, ())


LINES = st.lists(
    st.builds(
        lambda price, quantity, share, excluded, rate: replace(
            line(price, quantity=quantity, tax_rate=rate),
            excluded=excluded,
            discount=Fen(line(price, quantity=quantity).gross * share // 10),
        ),
        st.integers(0, 50_000),
        st.integers(1, 20_000),
        st.integers(0, 10),
        st.booleans(),
        st.sampled_from([0, 600, 900, 1300]),
    ),
    max_size=8,
)
TENTHS = st.tuples(*[st.integers(0, 10)] * 4)


@given(LINES, TENTHS)
def test_every_figure_of_a_bill_is_the_sum_of_its_lines(
    lines: list[BasketLine], tenths: tuple[int, int, int, int]
) -> None:
    """Whatever is split is split whole; nothing falls below zero, nothing earns twice."""
    goods = price_basket(tuple(lines)).goods
    discount = goods * tenths[0] // 10
    left = goods - discount
    paid: dict[str, Fen] = {}
    for kind, share in zip((VOUCHER, REWARD, POINTS), tenths[1:], strict=True):
        paid[kind] = Fen(left * share // 10)
        left -= paid[kind]
    priced = price_basket(tuple(lines), discount=discount, paid=paid)

    assert priced.total == goods - discount
    assert priced.total == sum(each.net for each in priced.lines)
    for kind, amounts in (
        (VOUCHER, [each.voucher for each in priced.lines]),
        (REWARD, [each.reward for each in priced.lines]),
        (POINTS, [each.points for each in priced.lines]),
    ):
        assert sum(amounts) == paid[kind]
    assert priced.tax == sum(tax for _, _, tax in priced.tax_by_rate)
    for each, rung_up in zip(priced.lines, lines, strict=True):
        rest = each.net - each.voucher - each.reward - each.points
        assert each.base == (0 if rung_up.excluded else rest)
        assert min(rest, each.voucher, each.reward, each.points, each.tax) >= 0
        assert each.tax <= each.net

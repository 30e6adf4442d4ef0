"""A discount that was granted never becomes a larger share of the goods."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.money import Fen, Milli

PIECE = Milli(1000)


def line(*, price: int, pieces: int = 1, discount: int = 0) -> BasketLine:
    """A line of whole pieces."""
    return BasketLine(
        product=1,
        sku="1",
        name="Cola",
        price=Fen(price),
        quantity=Milli(pieces * PIECE),
        discount=Fen(discount),
    )


def test_a_tenth_of_ten_pieces_is_no_piece_for_nothing() -> None:
    """Whoever may give a tenth could give a whole piece by taking nine off again."""
    ten = line(price=500, pieces=10, discount=500)

    assert ten.changed(quantity=PIECE, price=ten.price).discount == 50
    assert ten.changed(quantity=ten.quantity, price=Fen(250)).discount == 250


def test_more_pieces_bring_no_more_discount() -> None:
    """Five yuan off a dented tin are not ten yuan off two tins."""
    dented = line(price=3000, discount=500)

    assert dented.changed(quantity=Milli(2 * PIECE), price=dented.price).discount == 500


def test_a_bill_that_shrinks_takes_its_discount_along() -> None:
    """A tenth of a large bill must not pay for the small one that is left of it."""
    bill = Basket(
        1,
        lines=(line(price=9000), line(price=1000)),
        order_discount=Fen(1000),
        rounding=Fen(300),
    )

    assert bill.without_line(0).order_discount == 100
    assert bill.without_line(0).rounding == 300
    assert bill.without_line(0).without_line(0) == replace(
        bill, lines=(), order_discount=Fen(0), rounding=Fen(0)
    )
    assert bill.with_line(1, line(price=1000, discount=100)).order_discount == 990


def test_a_line_put_back_brings_the_discount_back_only_at_once() -> None:
    """A slip of the finger costs nobody anything; a changed bill is looked at."""
    bill = Basket(1, lines=(line(price=9000), line(price=1000)), order_discount=Fen(1000))
    shrunk = bill.without_line(0)
    changed = replace(shrunk, member=7)

    assert shrunk.with_line_back(0, before=bill) == bill
    assert changed.with_line_back(0, before=bill) == replace(
        changed, lines=bill.lines, order_discount=Fen(100)
    )


@given(
    price=st.integers(0, 100_000),
    pieces=st.integers(1, 50),
    granted=st.integers(0, 10_000),
    later=st.lists(st.tuples(st.integers(1, 50_000), st.integers(0, 100_000)), max_size=6),
)
def test_no_change_makes_a_discount_a_larger_share(
    price: int, pieces: int, granted: int, later: list[tuple[int, int]]
) -> None:
    """The limit was checked when it was typed; nothing afterwards may pass it."""
    first = line(price=price, pieces=pieces)
    first = replace(first, discount=Fen(first.gross * granted // 10_000))
    now = first
    for quantity, new_price in later:
        now = now.changed(quantity=Milli(quantity), price=Fen(new_price))

    assert 0 <= now.discount <= first.discount
    assert now.discount * first.gross <= first.discount * now.gross

"""A line's quantity, discount or price is changed by hand, within one's rights."""

from dataclasses import replace

from pos_app.actions.staff.allowed import allowed
from pos_app.domain.basket import Basket
from pos_app.domain.money import LARGEST_AMOUNT, LARGEST_QUANTITY, WHOLE_BP, Fen, Milli
from pos_app.domain.refusals.sale import AmountRefused, QuantityRefused
from pos_app.domain.seat import Seat
from pos_app.domain.staff import DISCOUNT, PRICE
from pos_app.shop import Shop


def change_line(
    shop: Shop,
    seat: Seat,
    basket: Basket,
    *,
    index: int,
    quantity: Milli | None = None,
    price: Fen | None = None,
    discount: Fen | None = None,
) -> Basket:
    """Return the basket with one line changed; approvals of the seat stay with it.

    Raises:
        QuantityRefused, AmountRefused: out of range.
        NotAllowed: a price, or a discount above the cashier's limit, needs a manager.
    """
    line = basket.lines[index]
    if quantity is not None:
        if not 0 < quantity <= LARGEST_QUANTITY:
            raise QuantityRefused(quantity)
        line = line.changed(quantity=quantity, price=line.price)
    if price is not None:
        if not 0 <= price <= LARGEST_AMOUNT:
            raise AmountRefused("price", price, LARGEST_AMOUNT)
        allowed(seat, PRICE, asked=price)
        line = replace(line.changed(quantity=line.quantity, price=price), price_approved=True)
    if discount is not None:
        _check_discount(shop, seat, discount, whole=line.gross)
        line = replace(line, discount=discount)
    return _approved(basket.with_line(index, line), seat)


def change_discount(
    shop: Shop, seat: Seat, basket: Basket, *, discount: Fen, rounding: Fen
) -> Basket:
    """Return the basket with another order discount and 抹零.

    Raises:
        AmountRefused: more than the goods, or 抹零 above the shop's limit.
        NotAllowed: the discount is above the cashier's limit.
    """
    _check_discount(shop, seat, discount, whole=basket.goods)
    most = Fen(min(shop.settings.rounding_limit, basket.goods - discount))
    if not 0 <= rounding <= most:
        raise AmountRefused("rounding", rounding, most)
    return _approved(replace(basket, order_discount=discount, rounding=rounding), seat)


def _check_discount(shop: Shop, seat: Seat, discount: Fen, *, whole: Fen) -> None:
    if not 0 <= discount <= whole:
        raise AmountRefused("discount", discount, whole)
    rate = discount * WHOLE_BP // whole if whole else 0
    limit = shop.settings.discount_limit_bp
    if rate > limit:
        allowed(seat, DISCOUNT, asked=rate, limit=limit)


def _approved(basket: Basket, seat: Seat) -> Basket:
    new = tuple(each for each in seat.approvals if each not in basket.approvals)
    return replace(basket, approvals=(*basket.approvals, *new))

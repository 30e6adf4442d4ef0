"""The bill's values as the parts of the till show them: lines, total, last line."""

from collections.abc import Mapping, Sequence

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.figures import quantity_text, unit_text, weight_text
from pos_app.domain.money import ONE, Fen, Milli
from pos_app.domain.pricing import PricedBasket
from ui.till.widgets.message_bar import LastLine
from ui.till.widgets.total_card import TotalView
from ui.widgets.bill_model import BillLine
from ui.wording import LiveWording


def bill_lines(
    basket: Basket,
    words: LiveWording,
    *,
    store: str,
    units: Mapping[int, str] | None = None,
) -> tuple[BillLine, ...]:
    """Return the lines as rung up; beside the code stands what is special about one.

    `store` is the one that sells, whose own goods need no word (rulebook 9.3).
    `units` says in what a product sold by weight is weighed; "" stands for kilograms.
    """
    return tuple(
        BillLine(
            number=number,
            name=line.name,
            code=line.sku,
            quantity=_counted(line, units=units),
            price_fen=line.price,
            amount_fen=amount_of(line),
            note=_note(line, words, store=store),
            saved_fen=-line.discount,
            unit=_unit(line, words, units=units),
        )
        for number, line in enumerate(basket.lines, start=1)
    )


def _unit(line: BasketLine, words: LiveWording, *, units: Mapping[int, str] | None) -> str:
    """In what a line is weighed; nothing for what is sold by the piece."""
    _ = words.text
    return unit_text(units[line.product] or _("kg")) if units and line.product in units else ""


def _counted(line: BasketLine, *, units: Mapping[int, str] | None) -> str:
    """How much of it: a weight to the thousandth, anything else as short as it is."""
    is_weighed = units is not None and line.product in units
    return weight_text(line.quantity) if is_weighed else quantity_text(line.quantity)


def _note(line: BasketLine, words: LiveWording, *, store: str) -> str:
    _ = words.text
    notes = [_("Goods of {store}", store=line.owner)] if line.owner not in {"", store} else []
    if line.discount:
        notes.append(_("Discount"))
    elif line.price_approved:
        notes.append(_("Price by hand"))
    return "  ".join(notes)


def amount_of(line: BasketLine) -> Fen:
    """What a line costs after its own discount."""
    return Fen(line.gross - line.discount)


def off_the_bill(priced: PricedBasket) -> Fen:
    """What comes off the whole bill: order discount and 抹零, without the lines' own."""
    return Fen(priced.goods - priced.total)


def pieces_of(lines: Sequence[BasketLine], *, units: Mapping[int, str] | None = None) -> int:
    """Return how many pieces; what is weighed counts as one, as on the receipt."""
    weighed = units or {}
    return sum(
        line.quantity // ONE if line.quantity % ONE == 0 and line.product not in weighed else 1
        for line in lines
    )


def pieces_text(
    basket: Basket, words: LiveWording, *, units: Mapping[int, str] | None = None
) -> str:
    """Return "7 lines, 16 pieces"."""
    _, _n = words.text, words.plural
    if not basket.lines:
        return ""
    lines = _n("{count} line", "{count} lines", count=len(basket.lines))
    pieces = _n("{count} piece", "{count} pieces", count=pieces_of(basket.lines, units=units))
    return _("{lines}, {pieces}", lines=lines, pieces=pieces)


def last_line(
    line: BasketLine,
    words: LiveWording,
    *,
    units: Mapping[int, str] | None = None,
    stock: Milli | None = None,
) -> LastLine:
    """Return the line as the bar repeats it, large."""
    _ = words.text
    note = ""
    if stock is not None:
        note = _("{quantity} in stock", quantity=quantity_text(stock))
    return LastLine(
        name=line.name,
        quantity=f"{_counted(line, units=units)} {_unit(line, words, units=units)}".strip(),
        price_fen=line.price,
        amount_fen=amount_of(line),
        note=note,
    )


def total_view(
    priced: PricedBasket | None,
    words: LiveWording,
    *,
    basket: Basket,
    units: Mapping[int, str] | None = None,
) -> TotalView:
    """Return what the total card says; an empty bill is idle.

    The subtotal is the sum of the amounts shown, as on the receipt: what a line has off
    already stands on that line, and only what comes off the whole bill is taken off here.
    """
    _ = words.text
    if priced is None or not basket.lines:
        return TotalView(due_label=_("To pay"), due_fen=0, is_idle=True)
    return TotalView(
        due_label=_("To pay"),
        due_fen=priced.total,
        pieces=pieces_text(basket, words, units=units),
        subtotal_label=_("Subtotal"),
        subtotal_fen=priced.goods,
        saved_label=_("Saved"),
        saved_fen=-off_the_bill(priced),
    )

"""Codes that a shop's own scale prints: a product and what it costs or weighs.

A scale prints 13 digits beginning 20 to 29, in China as 2+5+5+1 (flag, product, figure,
check digit) or 7+5+1 (flag and product are one number), the figure being money or
weight; or 18 digits `26PPPPPMMMMMWWWWWC` with both (till.md 5.6). Which of them a shop's
scale prints is a setting.
"""

from dataclasses import dataclass

from pos_app.domain.codes.barcode import check_digit
from pos_app.domain.money import Fen, Milli

Span = tuple[int, int]
"""Where digits stand: first and behind the last, counted from 0."""


@dataclass(frozen=True, slots=True)
class ScaleLayout:
    """Where a scale's code keeps the product, the money and the weight."""

    length: int
    flags: tuple[str, ...]
    """The first two digits that mark the code as one of the scale's."""
    product: Span
    money: Span | None = None
    weight: Span | None = None
    fen_each: int = 1
    """What one unit of the money figure is worth."""
    milli_each: int = 1
    """What one unit of the weight figure is; 1 is a gram when a product is sold by kg."""


@dataclass(frozen=True, slots=True)
class ScaleReading:
    """What a scale's code says; the caller finds the product and the missing figure."""

    codes: tuple[str, ...]
    """Codes under which the product may be kept, the likeliest first."""
    money: Fen | None
    """What the customer pays for the pack, when the code says it."""
    weight: Milli | None
    """Thousandths of the product's unit, when the code says it."""


_FLAGS = tuple(str(flag) for flag in range(20, 30))

SCALE_LAYOUTS = {
    "2551-money": ScaleLayout(13, _FLAGS, product=(2, 7), money=(7, 12)),
    "2551-weight": ScaleLayout(13, _FLAGS, product=(2, 7), weight=(7, 12)),
    "751-money": ScaleLayout(13, _FLAGS, product=(0, 7), money=(7, 12)),
    "751-weight": ScaleLayout(13, _FLAGS, product=(0, 7), weight=(7, 12)),
}
"""What the setting may name for codes of 13 digits."""

EIGHTEEN = ScaleLayout(18, ("26",), product=(2, 7), money=(7, 12), weight=(12, 17))
"""The long code with both figures; it looks like a code of Alipay."""

USUAL_LABEL = "2551-money"
"""The setting of a shop that has chosen none."""


def layouts_of(label: str) -> tuple[ScaleLayout, ...]:
    """Return the layouts of a shop whose setting names this one of `SCALE_LAYOUTS`.

    A setting that another version of the till left is read as the usual one.
    """
    return (SCALE_LAYOUTS.get(label, SCALE_LAYOUTS[USUAL_LABEL]), EIGHTEEN)


def read_scale_code(digits: str, layout: ScaleLayout) -> ScaleReading | None:
    """Return what a code says, or None when it is not one of the scale's.

    The check digit must fit; 18 digits are checked as an EAN is. Among the codes are the
    product's digits, the same without zeros in front, flag and product together, and the
    code with its figures set to zero, as other tills keep such products.
    """
    if not _fits(digits, layout):
        return None
    product = digits[slice(*layout.product)]
    codes = (product, product.lstrip("0") or "0", digits[:7], base_code(digits, layout))
    money, weight = figure_at(digits, layout.money), figure_at(digits, layout.weight)
    return ScaleReading(
        codes=tuple(dict.fromkeys(codes)),
        money=None if money is None else Fen(money * layout.fen_each),
        weight=None if weight is None else Milli(weight * layout.milli_each),
    )


def base_code(digits: str, layout: ScaleLayout) -> str:
    """Return the code with its figures zeroed and the check digit made to fit again."""
    body = digits[:-1]
    for span in (layout.money, layout.weight):
        if span is not None:
            first, behind = span
            body = body[:first] + "0" * (behind - first) + body[behind:]
    return body + check_digit(body)


def figure_at(digits: str, span: Span | None) -> int | None:
    """Return the whole number that stands at a place, or None when there is no place."""
    return None if span is None else int(digits[slice(*span)])


def _fits(digits: str, layout: ScaleLayout) -> bool:
    right_shape = len(digits) == layout.length and digits[:2] in layout.flags
    return right_shape and check_digit(digits[:-1]) == digits[-1]

"""What was scanned or typed into the box at the till: product, card, quantity.

A text comes in, a value goes out or a refusal is raised; nothing is looked up here. The
order of the questions is that of till.md 5.6: member card and receipt first, because no
product can have their length, then quantities, then the codes that look alike.
"""

import re
import unicodedata
from dataclasses import dataclass

from pos_app.domain import tender
from pos_app.domain.codes.barcode import LONGEST_CODE, code_candidates, has_check_digit
from pos_app.domain.codes.member_code import LONGEST_SCAN, is_member_code
from pos_app.domain.codes.receipt_code import is_receipt_code, read_receipt_code
from pos_app.domain.codes.scale_code import (
    EIGHTEEN,
    USUAL_LABEL,
    ScaleLayout,
    layouts_of,
    read_scale_code,
)
from pos_app.domain.money import LARGEST_QUANTITY, ONE, Fen, Milli
from pos_app.errors import Refusal

_SHOWN_OF_TOO_LONG = 40
_DECIMALS_OF_MILLI = 3
_WECHAT = re.compile(r"1[0-5][0-9]{16}")
_ALIPAY = re.compile(r"(?:2[5-9]|30)[0-9]{14,22}")
_NUMBER = r"-?[0-9]*(?:\.[0-9]*)?"
_QUANTITY_FIRST = re.compile(rf"({_NUMBER})[*×](.*)", re.DOTALL)
_QUANTITY_LAST = re.compile(rf"[*×]({_NUMBER})")
_EAN_LENGTHS = (8, 12, 13)
_ELEMENT_STRING_LENGTH = 16
"""`01` and fourteen digits: one trade number, though it may part into two of eight."""


@dataclass(eq=False)
class ScanEmpty(Refusal):
    """Nothing is left of the scan once control characters and spaces are gone."""


@dataclass(eq=False)
class ScanTooLong(Refusal):
    """More than 512 characters: a paste or a scanner gone mad; it was not read."""

    length: int
    start: str
    """The first characters, to show."""


@dataclass(eq=False)
class ScanGarbled(Refusal):
    """Characters were lost or damaged on the way; scan again."""

    code: str


@dataclass(eq=False)
class CodesJoined(Refusal):
    """Two codes came in one burst; neither was taken, scan them one after the other."""

    first: str
    second: str


@dataclass(eq=False)
class QuantityOutOfRange(Refusal):
    """A typed quantity is not above 0, too large, or finer than a thousandth."""

    typed: str
    largest: Milli


@dataclass(frozen=True, slots=True)
class ProductScan:
    """A code that goods may carry."""

    candidates: tuple[str, ...]
    """Canonical codes in the order in which to look them up."""
    raw: str
    """As read, cleaned; shown when nothing is found."""


@dataclass(frozen=True, slots=True)
class ScaleScan:
    """A code printed by the shop's scale, with money or weight or both inside."""

    codes: tuple[str, ...]
    """Codes of the product in the order in which to look them up."""
    candidates: tuple[str, ...]
    """The whole code as an ordinary product's: a shop may label its own goods so."""
    money: Fen | None
    weight: Milli | None
    raw: str
    wallet: str | None = None
    """The tender kind whose payment code looks the same, for when no product is found."""


@dataclass(frozen=True, slots=True)
class MemberScan:
    """The 196 digits of a member card; `member_code` believes them or not."""

    digits: str


@dataclass(frozen=True, slots=True)
class ReceiptScan:
    """A receipt of a shop that prints as this one does."""

    sale: int
    check: str
    """Must equal the first eight characters of that sale's hash."""


@dataclass(frozen=True, slots=True)
class PaymentScan:
    """The code on a customer's telephone; on the bill screen it asks "open payment?"."""

    wallet: str
    """The tender kind: `wechat` or `alipay`."""
    digits: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Any other text: an own code as printed, or something to search for."""

    text: str


@dataclass(frozen=True, slots=True)
class QuantityTyped:
    """`3*` for what is scanned next, `3*6901…` with its code, `*3` for the line shown."""

    quantity: Milli
    then: ProductScan | ScaleScan | Typed | None = None
    of_line: bool = False


Scan = ProductScan | ScaleScan | MemberScan | ReceiptScan | PaymentScan | Typed | QuantityTyped


def read_scan(text: str, *, on_pay_screen: bool = False, label: str = USUAL_LABEL) -> Scan:
    """Say what a scanned or typed text is.

    On the pay screen 18 digits beginning 26 are Alipay's; on the bill screen they are
    the scale's if their check digit fits. `label` says what labels of 13 digits hold.

    Raises:
        ScanEmpty: nothing but spaces and control characters.
        ScanTooLong: over 512 characters.
        ScanGarbled: half characters, or digits that fit nothing a till knows.
        CodesJoined: two valid trade numbers in one burst.
        QuantityOutOfRange: a quantity not above 0 or over 1,000,000.
        ReceiptCodeGarbled: a receipt's digits with one misread.
    """
    plain, layouts = _clean(text), layouts_of(label)
    if is_member_code(plain):
        return MemberScan(plain)
    if is_receipt_code(plain):
        receipt = read_receipt_code(plain)
        return ReceiptScan(sale=receipt.sale, check=receipt.check)
    if found := _QUANTITY_LAST.fullmatch(plain):
        return QuantityTyped(_quantity(found[1]), of_line=True) if found[1] else Typed(plain)
    if (found := _QUANTITY_FIRST.fullmatch(plain)) and found[1]:
        return QuantityTyped(_quantity(found[1]), then=_counted(found[2].strip(), layouts))
    return _code_or_text(plain, on_pay_screen=on_pay_screen, layouts=layouts)


def _clean(text: str) -> str:
    # The length first: what follows costs time for each character.
    if len(text) > LONGEST_SCAN:
        raise ScanTooLong(length=len(text), start=_shown(text))
    if any(unicodedata.category(sign) == "Cs" for sign in text):
        raise ScanGarbled(code=_shown(text))
    kept = "".join(sign for sign in text if unicodedata.category(sign) != "Cc")
    plain = unicodedata.normalize("NFKC", kept).strip()
    if not plain:
        raise ScanEmpty
    # One sign may stand for eighteen.
    if len(plain) > LONGEST_SCAN:
        raise ScanTooLong(length=len(plain), start=_shown(plain))
    if "\ufffd" in plain:
        raise ScanGarbled(code=_shown(plain))
    return plain


def _shown(text: str) -> str:
    """The start of a text that anybody may print: halves and controls become squares."""
    start = text[:_SHOWN_OF_TOO_LONG]
    return "".join("□" if unicodedata.category(sign) in {"Cs", "Cc"} else sign for sign in start)


def _quantity(typed: str) -> Milli:
    whole, _, decimals = typed.partition(".")
    digits = decimals.rstrip("0")
    figures = whole.lstrip("0") + digits
    # Too many figures are refused before a number is made of them.
    fits = (
        typed not in {".", "-"}
        and not typed.startswith("-")
        and len(digits) <= _DECIMALS_OF_MILLI
        and len(figures) <= len(str(LARGEST_QUANTITY))
    )
    milli = int(whole or "0") * ONE + int(digits.ljust(_DECIMALS_OF_MILLI, "0")) if fits else 0
    if not 0 < milli <= LARGEST_QUANTITY:
        raise QuantityOutOfRange(typed=typed, largest=LARGEST_QUANTITY)
    return Milli(milli)


def _counted(
    plain: str, layouts: tuple[ScaleLayout, ...]
) -> ProductScan | ScaleScan | Typed | None:
    if not plain:
        return None
    if is_member_code(plain) or is_receipt_code(plain):
        raise ScanGarbled(code=_shown(plain))
    found = _code_or_text(plain, on_pay_screen=False, layouts=layouts)
    if isinstance(found, PaymentScan):
        return ProductScan(code_candidates(plain), plain)
    return found


def _code_or_text(
    plain: str, *, on_pay_screen: bool, layouts: tuple[ScaleLayout, ...]
) -> ProductScan | ScaleScan | PaymentScan | Typed:
    if not (plain.isascii() and plain.isdigit()):
        # A QR code on goods that holds a web address names a trade number inside.
        codes = code_candidates(plain)
        return ProductScan(codes, plain) if len(codes) > 1 else Typed(plain)
    wallet = _wallet(plain)
    if wallet is not None and (on_pay_screen or read_scale_code(plain, EIGHTEEN) is None):
        return PaymentScan(wallet=wallet, digits=plain)
    for layout in layouts:
        if reading := read_scale_code(plain, layout):
            return ScaleScan(
                codes=reading.codes,
                candidates=code_candidates(plain),
                money=reading.money,
                weight=reading.weight,
                raw=plain,
                wallet=wallet,
            )
    if joined := _joined(plain):
        raise joined
    if len(plain) > LONGEST_CODE:
        # No code on goods is so long: a member card that lost keys, or three codes.
        raise ScanGarbled(code=_shown(plain))
    return ProductScan(code_candidates(plain), plain)


def _wallet(digits: str) -> str | None:
    if _WECHAT.fullmatch(digits):
        return tender.WECHAT
    return tender.ALIPAY if _ALIPAY.fullmatch(digits) else None


def _joined(digits: str) -> CodesJoined | None:
    if len(digits) == _ELEMENT_STRING_LENGTH and len(code_candidates(digits)) > 1:
        return None
    for length in _EAN_LENGTHS:
        first, second = digits[:length], digits[length:]
        if len(second) in _EAN_LENGTHS and has_check_digit(first) and has_check_digit(second):
            return CodesJoined(first=first, second=second)
    return None

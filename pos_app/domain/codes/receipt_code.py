"""The digits in a receipt's QR code: they find the sale when goods come back.

27 digits, so that the code passes every keyboard layout and input method (faults.md
3.2) and has the length of no product, payment or member code:

    948            no member code; product codes of this prefix have 13 digits
    12 digits      the sale's number on this till's file
    10 digits      the first 32 bits of the sale's journal entry hash
    2 digits       check digits over all before (ISO 7064 mod 97-10)

The hash ties the code to one file: a receipt of another shop, or of this one before a
restored backup, names a number that exists but not its hash.
"""

import re
from dataclasses import dataclass

from pos_app.errors import Refusal

PREFIX = "948"
LENGTH = 27

_HASH_CHARACTERS = 8
_SHAPE = re.compile(rf"{PREFIX}([0-9]{{12}})([0-9]{{10}})([0-9]{{2}})")


@dataclass(eq=False)
class ReceiptCodeGarbled(Refusal):
    """Digits of a receipt were misread or made up; type the number printed below them."""

    code: str


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """What a receipt's code says."""

    sale: int
    """The sale's number, from 1."""
    check: str
    """The first eight characters of the hash of the sale's journal entry."""


def build_receipt_code(code: ReceiptCode) -> str:
    """Return the 27 digits for a receipt; `check` is eight hexadecimal characters."""
    body = f"{PREFIX}{code.sale:012d}{int(code.check, 16):010d}"
    return body + _check_digits(body)


def is_receipt_code(text: str) -> bool:
    """Whether plain digits have the shape of a receipt's code."""
    return _SHAPE.fullmatch(text) is not None


def read_receipt_code(text: str) -> ReceiptCode:
    """Return what a receipt's digits say; whether the sale is ours the records know.

    Raises:
        ReceiptCodeGarbled: not of the shape, or the check digits do not fit.
    """
    found = _SHAPE.fullmatch(text)
    if found is None or _check_digits(text[:-2]) != found[3]:
        raise ReceiptCodeGarbled(code=text)
    sale, head = int(found[1]), int(found[2])
    if sale == 0 or head >= 1 << 4 * _HASH_CHARACTERS:
        raise ReceiptCodeGarbled(code=text)
    return ReceiptCode(sale=sale, check=f"{head:0{_HASH_CHARACTERS}x}")


def _check_digits(body: str) -> str:
    # Imported when the first receipt is printed: see `barcode.has_check_digit`.
    from stdnum.iso7064 import mod_97_10

    return mod_97_10.calc_check_digits(body)

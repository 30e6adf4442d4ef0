"""A product's identity: one product, one code, however a scanner sends it.

GS1 counts trade numbers of 8, 12, 13 and 14 digits. Those of 12 to 14 are one family:
UPC-A is EAN-13 with a zero in front, and a scanner set to 14 digits adds one more. An
EAN-8 is a family of its own: filled up with zeros it would be somebody else's UPC-A.
What a scale prints is read in `domain.codes.scale_code`.
"""

import re
import unicodedata
from dataclasses import dataclass

from pos_app.errors import Refusal

LONGEST_CODE = 48
"""Characters of the longest code GS1 prints on goods (GS1-128)."""

_EAN8 = 8
_UPC_A = 12
_GTIN = 14
_FAMILY = range(_UPC_A, _GTIN + 1)
_RESERVED = re.compile(r"94[78][0-9]{24,}")
_ELEMENT_STRING = re.compile(r"01([0-9]{14})")
_DIGITAL_LINK = re.compile(r"https?://[^ ]*?/01/([0-9]{14})(?![0-9])")


@dataclass(eq=False)
class CodeUnusable(Refusal):
    """A text cannot be a product's code; `why` says which rule it breaks.

    `empty`, `too_long` (over 48 characters), `signs` (spaces inside, control characters
    or halves of characters), `reserved` (looks like a member's card or a receipt).
    """

    code: str
    why: str


def canonical_code(printed: str) -> str:
    """Return the code under which a product is kept and found.

    Digits of 12 to 14 lose the zeros in front down to 12, so that 06939729907793 and
    6939729907793 are one product and a UPC-A equals its EAN-13. Eight digits stay as
    they are unless only UPC-E can have printed them; then they are the UPC-A they stand
    for. Any other code stays as printed, in plain signs.

    Raises:
        CodeUnusable: no scanner could read it from goods, or another kind of code owns it.
    """
    plain = unicodedata.normalize("NFKC", printed).strip()
    why = _why_unusable(plain)
    if why:
        raise CodeUnusable(code=printed, why=why)
    return _identity(plain)


def code_candidates(scanned: str) -> tuple[str, ...]:
    """Return the canonical codes a scan may mean, the likeliest first.

    Takes a clean text (`domain.codes.scan` cleans it). Eight digits that fit both EAN-8 and
    UPC-E give both, and thirteen digits that may be an EAN-8 filled up by the scanner
    give that as well.
    """
    found = [_identity(scanned)]
    if not _is_digits(scanned):
        link = _DIGITAL_LINK.match(scanned)
        return (_identity(link[1]), *found) if link else tuple(found)
    if len(scanned) == _EAN8:
        found += [scanned, *_expanded(scanned)]
    elif len(scanned) in _FAMILY and has_check_digit(scanned[-_EAN8:]):
        found += _filled_up(scanned)
    elif element := _ELEMENT_STRING.match(scanned):
        found += [_identity(element[1])] if has_check_digit(element[1]) else []
    return tuple(dict.fromkeys(found))


def has_check_digit(digits: str) -> bool:
    """Whether 8, 12, 13 or 14 ASCII digits end in the right check digit (GS1)."""
    # Imported when the first code is read: it costs as much as twenty modules of ours.
    from stdnum import ean

    return ean.is_valid(digits)


def check_digit(digits: str) -> str:
    """Return the GS1 check digit that belongs behind ASCII digits of any length."""
    from stdnum import ean

    return ean.calc_check_digit(digits)


def upc_a_of(upc_e: str) -> str | None:
    """Return the UPC-A that eight digits of UPC-E stand for, or None if they are none.

    The last of the six digits in the middle says where zeros were left out (GS1 General
    Specifications 5.2.2.4.2); number system 0 or 1; the check digit is the UPC-A's.
    """
    if upc_e[0] not in "01":
        return None
    head, six, check = upc_e[0], upc_e[1:7], upc_e[7]
    last = int(six[5])
    if last in {0, 1, 2}:
        middle = six[:2] + six[5] + "0000" + six[2:5]
    elif last == 3:  # noqa: PLR2004 - the digits are the rule
        middle = six[:3] + "00000" + six[3:5]
    elif last == 4:  # noqa: PLR2004
        middle = six[:4] + "00000" + six[4]
    else:
        middle = six[:5] + "0000" + six[5]
    whole = head + middle + check
    return whole if has_check_digit(whole) else None


def _why_unusable(plain: str) -> str:
    if not plain:
        return "empty"
    if len(plain) > LONGEST_CODE:
        return "too_long"
    # Letters, figures, marks and signs may stand; controls, halves and spaces may not.
    if any(unicodedata.category(sign)[0] in "CZ" for sign in plain):
        return "signs"
    return "reserved" if _RESERVED.fullmatch(plain) else ""


def _identity(plain: str) -> str:
    if not _is_digits(plain):
        return plain
    if len(plain) == _EAN8 and not has_check_digit(plain):
        return upc_a_of(plain) or plain
    if len(plain) in _FAMILY:
        return plain.lstrip("0").zfill(_UPC_A)
    return plain


def _expanded(eight: str) -> list[str]:
    meant = upc_a_of(eight)
    return [] if meant is None else [meant]


def _filled_up(digits: str) -> list[str]:
    short = digits[-_EAN8:]
    return [short] if not digits[:-_EAN8].strip("0") else []


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()

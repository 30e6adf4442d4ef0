"""Telephone numbers as the shop keeps them: digits, and nothing beside them."""

import unicodedata

from pos_app.domain.refusals.member import PhoneMalformed

_CHINA = "86"
CHINESE_MOBILE = 11
_SHORTEST = 5
_LONGEST = 15
"""Of E.164."""
_BETWEEN = set(" -–()+.")


def read_phone(typed: str) -> str:
    """Return the digits of a typed number; an empty text stays empty.

    Full-width digits, spaces and dashes do not matter, and +86 in front of a Chinese
    mobile number is dropped, so that one number is written one way.

    Raises:
        PhoneMalformed: other signs, or not 5 to 15 digits.
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    if not plain:
        return ""
    digits = "".join(sign for sign in plain if sign.isascii() and sign.isdigit())
    if set(plain) - set(digits) - _BETWEEN or not _SHORTEST <= len(digits) <= _LONGEST:
        raise PhoneMalformed(typed=typed[: 2 * _LONGEST])
    if digits.startswith(_CHINA) and len(digits) == len(_CHINA) + CHINESE_MOBILE:
        return digits[len(_CHINA) :]
    return digits

"""Figures that people wrote, read exactly: money, quantities, rates and yes or no.

The opposite of `domain.figures`. Digits are taken as text and never pass through a
float; what cannot be exact is None, and the caller says what is wrong with it.
"""

import re
import unicodedata

from pos_app.domain.money import LARGEST_AMOUNT, LARGEST_QUANTITY, WHOLE_BP, BasisPoints, Fen, Milli

_NUMBER = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.([0-9]*))?")
_CURRENCY = "¥元"
_YES = {"1", "true", "yes", "y", "是", "√", "✓", "对", "x"}
_NO = {"", "0", "false", "no", "n", "否", "×", "不", "-"}
_LONGEST = 30


def read_fen(written: str) -> Fen | None:
    """Return 12.5, ¥1,234.50 or 3元 in fen; None when it is not exact money.

    At most two decimals that count, nothing below zero, at most 10^12 fen.
    """
    plain = _plain(written).strip(_CURRENCY).strip()
    fen = _scaled(plain, 2)
    return None if fen is None or fen > LARGEST_AMOUNT else Fen(fen)


def read_milli(written: str) -> Milli | None:
    """Return 1.5 in thousandths; None when finer than that, negative or above 10^9."""
    milli = _scaled(_plain(written), 3)
    return None if milli is None or milli > LARGEST_QUANTITY else Milli(milli)


def read_points(written: str) -> int | None:
    """Return 12.6 points in ten-thousandths; None when finer than that or too large."""
    units = _scaled(_plain(written), 4)
    return None if units is None or units > LARGEST_AMOUNT else units


def read_rate(written: str) -> BasisPoints | None:
    """Return 13%, 13 or 0.13 as 1300 basis points; None when it is none of them.

    Without a sign, a figure below 1 is a share and any other is in per cent: no tax of
    less than one per cent is written without its sign.
    """
    plain = _plain(written)
    share = not plain.endswith("%") and _scaled(plain, 4) is not None and plain[:1] in {"0", "."}
    in_whole = _scaled(plain, 4) if share else None
    if in_whole is None or in_whole >= WHOLE_BP:
        in_whole = _scaled(plain.removesuffix("%").strip(), 2)
    return None if in_whole is None or in_whole > WHOLE_BP else BasisPoints(in_whole)


def read_yes(written: str) -> bool | None:
    """Return whether a mark says yes; None when it is neither yes nor no."""
    plain = _plain(written).lower()
    if plain in _YES:
        return True
    return False if plain in _NO else None


def _plain(written: str) -> str:
    # No figure is so long; a longer text is left to fail as it is.
    return unicodedata.normalize("NFKC", written).strip() if len(written) <= _LONGEST else "?"


def _scaled(plain: str, decimals: int) -> int | None:
    """The number times a power of ten, when that is whole."""
    found = _NUMBER.fullmatch(plain)
    if found is None or not (found[1] or found[2]):
        return None
    after = (found[2] or "").rstrip("0")
    if len(after) > decimals:
        return None
    return int((found[1] or "0").replace(",", "") + after.ljust(decimals, "0"))

"""What a search compares: plain text, and a name's pinyin initials.

The same two functions prepare what is stored for searching and what is typed, so that
"ＫＫＫＬ", "kkkl" and "可口可乐" find one product (till.md, feature 40).
"""

import unicodedata
from itertools import product

MOST_READINGS = 8
"""A name is kept under so many readings at most; the first is the usual one."""

# Characters of product and family names that customers and cashiers read in two ways,
# with every initial in use. The usual reading comes from the words around it; these are
# kept beside it. Rare dictionary readings would only fill the index with noise.
_OTHER_INITIALS = {
    "便": "bp", "单": "ds", "卡": "kq", "厦": "sx", "参": "sc", "咖": "kg", "圈": "qj", "壳": "kq",
    "奇": "qj", "宿": "sx", "属": "sz", "巷": "xh", "弹": "dt", "强": "qj", "扁": "bp", "提": "td",
    "朝": "cz", "校": "xj", "泊": "bp", "炮": "pb", "率": "sl", "畜": "xc", "番": "fp", "盛": "sc",
    "省": "sx", "石": "sd", "种": "zc", "粘": "nz", "系": "xj", "芥": "jg", "茄": "qj", "茜": "qx",
    "蛤": "hg", "行": "hx", "解": "jx", "调": "dt", "贾": "jg", "车": "cj", "重": "cz", "长": "cz",
    "降": "jx", "曾": "cz", "仇": "cq", "查": "cz", "乐": "ly", "藏": "cz", "传": "cz", "会": "hk",
    "匙": "sc", "翟": "zd", "屏": "pb", "尉": "wy",
}  # fmt: skip


def normal(text: str) -> str:
    """Return the text as it is searched: NFKC, lower case, single spaces, no controls.

    Idempotent, so that stored and typed texts may be put through it again.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    # Lowering may take a letter apart (İ becomes i and a dot), so it is composed again.
    composed = unicodedata.normalize("NFKC", folded)
    visible = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in composed)
    return " ".join(visible.split())


def initials(name: str) -> str:
    """Return the pinyin initials of a name, each reading once, with spaces between.

    Latin letters and digits stand as they are and everything else is left out:
    "可口可乐 500ml" gives "kkkl500ml kkky500ml". The usual reading comes first. A name
    without letters, digits or Chinese characters gives an empty text.
    """
    usual = _usual_readings(normal(name))
    readings = [
        reading + "".join(other for other in _OTHER_INITIALS.get(sign, "") if other != reading)
        for sign, reading in usual
    ]
    found: list[str] = []
    for choice in product(*readings):
        found.append("".join(choice))
        if len(found) == MOST_READINGS:
            break
    return " ".join(found)


def _usual_readings(text: str) -> list[tuple[str, str]]:
    """Return each sign that can be typed on plain keys, with its usual initial."""
    # Imported here: its dictionaries take a sixth of a second, and a till that only
    # sells never needs them.
    from pypinyin import Style, lazy_pinyin

    # `list` gives signs without a reading back one by one; the library takes that and
    # forgot to say so in its types.
    spelled = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=list)  # type: ignore[arg-type]
    return [
        (sign, reading)
        for sign, reading in zip(text, spelled, strict=True)
        if reading.isascii() and reading.isalnum()
    ]

"""Text made fit for paper: no commands in it, broken where readers expect it.

Chinese may be broken between any two characters but never before a closing mark; Latin
words and figures stay whole while they fit a line.
"""

import re
import unicodedata
from collections.abc import Callable

Measure = Callable[[str], float]
"""How wide a text is, in whatever unit the caller draws with."""

_NEVER_FIRST = frozenset("，。、；：！？）】》」』”’…—·,.;:!?)]}%％")
_NEVER_LAST = frozenset("（【《「『“‘([{¥￥")
_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ.,:/+%*#@_\-−–()'&]+|\s+|.", re.DOTALL)


def plain_text(text: str) -> str:
    """Return a text without control, direction and broken characters, in one line.

    A product's name may hold ESC p, which opens a drawer, or marks that turn the line
    round (faults.md section 2). What cannot be encoded becomes a white square.
    """
    kept = (
        " " if each.isspace() else "□" if unicodedata.category(each) == "Cs" else each
        for each in unicodedata.normalize("NFC", text)
        if each.isspace() or unicodedata.category(each) not in {"Cc", "Cf", "Co", "Cn"}
    )
    return re.sub(" +", " ", "".join(kept)).strip()


def break_lines(text: str, *, width: float, measure: Measure) -> list[str]:
    """Return the lines of a text, none wider than `width`; an empty text is one line.

    A single character wider than the line stands alone on one; nothing is ever cut.
    """
    lines: list[str] = []
    line: list[str] = []
    for piece in _pieces(text, width=width, measure=measure):
        if not line or measure("".join((*line, piece)).rstrip()) <= width:
            line.append(piece)
            continue
        kept = _kept(line, piece)
        if measure("".join((*line[kept:], piece))) > width:
            kept = len(line)
        lines.append("".join(line[:kept]).rstrip())
        line = [*line[kept:], piece]
        while line and line[0].isspace():
            del line[0]
    lines.append("".join(line).rstrip())
    return lines


def _pieces(text: str, *, width: float, measure: Measure) -> list[str]:
    """Words, spaces and single characters; a word wider than a line in its characters."""
    pieces: list[str] = []
    for piece in _WORD.findall(text):
        pieces.extend([piece] if measure(piece) <= width else piece)
    return pieces


def _kept(line: list[str], following: str) -> int:
    """How many pieces may stay, so that neither line begins or ends with a loose mark."""
    kept = len(line)
    while kept > 1 and (following in _NEVER_FIRST or line[kept - 1] in _NEVER_LAST):
        kept -= 1
        following = line[kept]
    # Nothing but marks: then any place is as good as another.
    return len(line) if following in _NEVER_FIRST else kept

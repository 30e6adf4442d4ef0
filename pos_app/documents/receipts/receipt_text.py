"""A receipt in the cells of a receipt printer: Chinese takes two, all else one.

The same lines are printed as text, shown as a preview and kept as goldens.
"""

import unicodedata
from dataclasses import dataclass, replace

from pos_app.documents.line_breaks import break_lines
from pos_app.documents.receipts.receipt import (
    Banner,
    Bar,
    Code,
    Columns,
    Gap,
    Pair,
    Place,
    Receipt,
    Row,
    Rule,
    Size,
    Stroke,
    Text,
)
from pos_app.domain.papers.paper import Roll

COLUMNS = {Roll.MM_80: 48, Roll.MM_58: 32}

UNKNOWN = "□"
_SAME_MEANING = str.maketrans(
    {
        # Four bytes in GB18030, rubbish on the printers that know the older set only.
        "¥": "￥",
        "−": "-",
        "–": "-",
        "\u00a0": " ",
        "•": "·",
    }
)
_TWO_BYTES = 2
_SCALES = {Size.SMALL: (1, 1), Size.NORMAL: (1, 1), Size.LARGE: (1, 2), Size.HUGE: (2, 2)}
_STEPS = (Size.HUGE, Size.LARGE, Size.NORMAL)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one size; `wide` and `tall` multiply the printer's own letters."""

    text: str
    wide: int = 1
    tall: int = 1

    @property
    def cells(self) -> int:
        """How many cells of the line it takes."""
        return cells(self.text) * self.wide


@dataclass(frozen=True, slots=True)
class Line:
    """One line, filled up with spaces where it must reach the right edge."""

    runs: tuple[Run, ...]
    is_inverse: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class HalfLine:
    """Half a line of nothing."""


TextPart = Line | HalfLine | Code


def cells(text: str) -> int:
    """How many cells a text takes: what is not ASCII comes from the Chinese letters."""
    return sum(1 if each.isascii() else 2 for each in text)


def printer_text(text: str) -> str:
    """Return a text in signs every Chinese receipt printer has; others become squares.

    Control characters are among the others: no command can stand in a name.
    """
    told = unicodedata.normalize("NFC", text).translate(_SAME_MEANING)
    return "".join(each if _is_known(each) else UNKNOWN for each in told)


def text_lines(receipt: Receipt, columns: int) -> list[TextPart]:
    """Return a receipt in lines of so many cells; nothing is cut off."""
    parts: list[TextPart] = []
    for row in receipt.rows:
        parts += _parts(row, columns)
    return parts


def _parts(row: Row, columns: int) -> list[TextPart]:
    match row:
        case Text():
            return _text(row, columns)
        case Pair():
            return _pair(row, columns)
        case Columns():
            return _columns(row, columns)
        case Rule():
            return [Line((Run(("=" if row.stroke is Stroke.STRONG else "-") * columns),))]
        case Gap():
            return [] if row.is_thin else [HalfLine()]
        case Banner():
            return _banner(row, columns)
        case Code():
            return [row]
        case Bar():
            return []


def _text(row: Text, columns: int) -> list[TextPart]:
    wide, tall = _SCALES[row.size]
    return [
        Line((_indent(line, row.place, columns=columns, wide=wide), Run(line, wide, tall)))
        for line in _broken(row.text, columns // wide)
    ]


def _indent(line: str, place: Place, *, columns: int, wide: int) -> Run:
    spare = columns - cells(line) * wide if place is Place.CENTRE else 0
    return Run(" " * (spare // 2))


def _pair(row: Pair, columns: int) -> list[TextPart]:
    left, right = printer_text(row.left), printer_text(row.right)
    size = _fitting(row.size, left, right, columns=columns)
    wide, tall = _SCALES[size]
    figure = Run(right, wide, tall)
    room = columns - figure.cells - 1
    # The label keeps the figure's height, so that both stand on one line, never its width.
    lines = _broken(left, room if room >= columns // 4 else columns)
    labels = [Run(line, 1, tall) for line in lines]
    above = [Line((label,)) for label in (labels[:-1] if room >= columns // 4 else labels)]
    last = labels[-1] if room >= columns // 4 else Run("")
    space = Run(" " * max(columns - last.cells - figure.cells, 0))
    return [*above, Line((last, space, figure))]


def _fitting(size: Size, left: str, right: str, *, columns: int) -> Size:
    for step in _STEPS[_STEPS.index(size) :] if size in _STEPS else ():
        if cells(left) + cells(right) * _SCALES[step][0] < columns:
            return step
    return Size.NORMAL


def _columns(row: Columns, columns: int) -> list[TextPart]:
    line = printer_text(row.label)
    edges = [columns * part // 100 for part in (*row.edges, 100)]
    for each, edge in zip((row.first, row.second, row.last), edges, strict=True):
        text = printer_text(each)
        space = edge - cells(line) - cells(text)
        if text and space < (1 if line else 0):
            return _crowded(row, columns)
        line += " " * space + text if text else ""
    return [Line((Run(line),))]


def _crowded(row: Columns, columns: int) -> list[TextPart]:
    if row.label:
        label = _text(Text(row.label, Place.LEFT, row.size), columns)
        return [*label, *_columns(replace(row, label=""), columns)]
    figures = " x ".join(text for text in (row.first, row.second) if text)
    return _pair(Pair(figures, row.last, row.size), columns)


def _banner(row: Banner, columns: int) -> list[TextPart]:
    lines: list[TextPart] = []
    for text in _broken(row.text, columns - 2):
        left = (columns - cells(text)) // 2
        right = columns - cells(text) - left
        lines.append(Line((Run(" " * left + text + " " * right, 1, 2),), is_inverse=True))
    return lines


def _broken(text: str, width: int) -> list[str]:
    return break_lines(printer_text(text), width=width, measure=cells)


def _is_known(character: str) -> bool:
    if character.isascii():
        return character.isprintable()
    try:
        return len(character.encode("gbk")) == _TWO_BYTES
    except UnicodeEncodeError:
        return False

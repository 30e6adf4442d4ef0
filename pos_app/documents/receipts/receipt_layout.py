"""Where each row of a receipt lies on the paper, once for every way of drawing it.

Lengths are points from the upper left corner of the printable width, downwards. The PDF
and the dots of a printer without Chinese letters are painted from the same marks, so a
customer gets the same receipt from either.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pos_app.documents.line_breaks import break_lines
from pos_app.documents.qr_code import QUIET_MODULES, make_qr_code
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
from pos_app.documents.typeface import ASCENT, DESCENT
from pos_app.domain.figures import YUAN
from pos_app.domain.papers.paper import Roll

MM = 72 / 25.4
DOT = MM / 8
"""A dot of a receipt printer: eight to the millimetre."""

Measure = Callable[[str, float], float]
"""How wide a text is, in points, at a size."""

_PRINTABLE = {Roll.MM_80: 72 * MM, Roll.MM_58: 48 * MM}
_SIZES = {
    Roll.MM_80: {Size.SMALL: 7.6, Size.NORMAL: 9.2, Size.LARGE: 13.5, Size.HUGE: 20.0},
    Roll.MM_58: {Size.SMALL: 7.2, Size.NORMAL: 8.5, Size.LARGE: 12.5, Size.HUGE: 17.0},
}
_LABELS = {
    Size.HUGE: Size.LARGE,
    Size.LARGE: Size.NORMAL,
    Size.NORMAL: Size.NORMAL,
    Size.SMALL: Size.SMALL,
}
"""From the largest down; the label of a large figure is a step smaller."""
_YUAN_PART = 0.62
"""Of the figure's size (look.md 2.2)."""
_THIN_SPACE = 0.12
_LEADING = 1.42
_GAP = 5.0
_THIN_GAP = 2.0
_BETWEEN = 8.0
"""The least white between a label and its figure."""
_RULE_SPACE = 3.2
_STROKES = {Stroke.HAIR: 2 * DOT, Stroke.STRONG: 4 * DOT}
_BAR_HEIGHT = 8 * DOT
_BAR_EDGE = DOT
_CODE_TARGET = 20 * MM


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    is_white: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled black rectangle."""

    x: float
    y: float
    width: float
    height: float


Mark = Letters | Box


@dataclass(frozen=True, slots=True)
class Page:
    """A receipt of the printable width, as long as it needs to be."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def lay_out(receipt: Receipt, roll: Roll, *, measure: Measure) -> Page:
    """Return where everything stands; nothing is cut off and nothing overlaps."""
    layout = _Layout(roll, measure)
    for row in receipt.rows:
        layout.add(row)
    return Page(width=layout.width, height=layout.y, marks=tuple(layout.marks))


class _Layout:
    """Goes down the paper row by row."""

    def __init__(self, roll: Roll, measure: Measure) -> None:
        self.width = _PRINTABLE[roll]
        self.y = 0.0
        self.marks: list[Mark] = []
        self._sizes = _SIZES[roll]
        self._measure = measure

    def add(self, row: Row) -> None:
        match row:
            case Text():
                self._text(row)
            case Pair():
                self._pair(row)
            case Columns():
                self._columns(row)
            case Rule():
                self._rule(row)
            case Gap():
                self.y += _THIN_GAP if row.is_thin else _GAP
            case Banner():
                self._banner(row)
            case Bar():
                self._bar(row)
            case Code():
                self._code(row)

    def _text(self, row: Text) -> None:
        size = self._sizes[row.size]
        for line in self._lines(row.text, size=size, width=self.width):
            spare = self.width - self._measure(line, size)
            self._letters(line, x=spare / 2 if row.place is Place.CENTRE else 0, size=size)
            self._next_line(size)

    def _pair(self, row: Pair) -> None:
        step = self._fitting_step(row)
        size, label_size = self._sizes[step], self._sizes[_LABELS[step]]
        room = self._room(row, step)
        for line in self._lines(row.left, size=label_size, width=room or self.width):
            self._letters(line, x=0, size=label_size, line_size=size)
            self._next_line(size)
        if room:
            self.y -= size * _LEADING
        self._figure(row.right, size=size)
        self._next_line(size)

    def _fitting_step(self, row: Pair) -> Size:
        """Rather a step smaller than a label broken in two (look.md 2.2 of totals)."""
        steps = [*_LABELS][[*_LABELS].index(row.size) :]
        for step in steps:
            if self._measure(row.left, self._sizes[_LABELS[step]]) <= self._room(row, step):
                return step
        return row.size if row.size is Size.SMALL else Size.NORMAL

    def _room(self, row: Pair, step: Size) -> float:
        """The width left for the label; none beside a figure as wide as the paper."""
        room = self.width - self._measure(row.right, self._sizes[step]) - _BETWEEN
        return room if room > self.width / 4 else 0.0

    def _figure(self, text: str, *, size: float) -> None:
        """A figure at the right edge; the sign of money smaller, as on the screen."""
        left = self.width - self._measure(text, size)
        if text.startswith(YUAN):
            sign_size = size * _YUAN_PART
            figure = text.removeprefix(YUAN)
            left = self.width - self._measure(figure, size)
            sign_at = left - self._measure(YUAN, sign_size) - sign_size * _THIN_SPACE
            self._letters(YUAN, x=sign_at, size=sign_size, line_size=size)
            text = figure
        self._letters(text, x=left, size=size)

    def _columns(self, row: Columns) -> None:
        size = self._sizes[row.size]
        edges = [self.width * part / 100 for part in (*row.edges, 100)]
        cells = [
            (text, edge - self._measure(text, size), edge)
            for text, edge in zip((row.first, row.second, row.last), edges, strict=True)
            if text
        ]
        taken = self._measure(row.label, size)
        for _, left, edge in cells:
            if left < taken:
                self._crowded(row)
                return
            taken = edge + _BETWEEN / 2
        self._letters(row.label, x=0, size=size)
        for text, left, _ in cells:
            self._letters(text, x=left, size=size)
        self._next_line(size)

    def _crowded(self, row: Columns) -> None:
        if row.label:
            self._text(Text(row.label, Place.LEFT, row.size))
            self._columns(replace(row, label=""))
            return
        figures = " × ".join(text for text in (row.first, row.second) if text)
        self._pair(Pair(figures, row.last, row.size))

    def _rule(self, row: Rule) -> None:
        self.y += _RULE_SPACE
        self._box(x=0, width=self.width, height=_STROKES[row.stroke])
        self.y += _STROKES[row.stroke] + _RULE_SPACE

    def _banner(self, row: Banner) -> None:
        width = self.width - 2 * _GAP
        sizes = [self._sizes[step] for step in (Size.LARGE, Size.NORMAL)]
        size = sizes[self._measure(row.text, sizes[0]) > width]
        lines = self._lines(row.text, size=size, width=width)
        self._box(x=0, width=self.width, height=len(lines) * size * _LEADING)
        for line in lines:
            spare = self.width - self._measure(line, size)
            self._letters(line, x=spare / 2, size=size, is_white=True)
            self._next_line(size)
        self.y += 2 * DOT

    def _bar(self, row: Bar) -> None:
        top = self.y + DOT
        self.y = top
        full = self.width * row.part / row.whole if row.whole else 0.0
        for edge in (top, top + _BAR_HEIGHT - _BAR_EDGE):
            self.marks.append(Box(0, edge, self.width, _BAR_EDGE))
        for edge in (0, self.width - _BAR_EDGE):
            self.marks.append(Box(edge, top, _BAR_EDGE, _BAR_HEIGHT))
        self._box(x=0, width=min(full, self.width), height=_BAR_HEIGHT)
        self.y = top + _BAR_HEIGHT + 5 * DOT

    def _code(self, row: Code) -> None:
        code = make_qr_code(row.text)
        # Whole dots to a module: a code drawn between the dots of a printer is blurred.
        module = max(2, int(_CODE_TARGET / DOT / code.modules)) * DOT
        left = round((self.width - module * code.modules) / 2 / DOT) * DOT
        # What stands above (a rule and a gap) already is white; three modules make four.
        top = self.y + (QUIET_MODULES - 1) * module
        self.marks += [
            Box(
                left + block.x * module,
                top + block.y * module,
                block.width * module,
                block.height * module,
            )
            for block in code.blocks
        ]
        self.y = top + (code.modules + QUIET_MODULES - 1) * module

    def _lines(self, text: str, *, size: float, width: float) -> list[str]:
        return break_lines(text, width=width, measure=lambda part: self._measure(part, size))

    def _letters(
        self,
        text: str,
        *,
        x: float,
        size: float,
        line_size: float | None = None,
        is_white: bool = False,
    ) -> None:
        """Put a text on the baseline of a line that `line_size` makes high."""
        if not text:
            return
        tall = line_size or size
        # The face's own height is its size; the rest of the line is white above and below.
        air = tall * (_LEADING - ASCENT - DESCENT) / 2
        self.marks.append(Letters(x, self.y + air + tall * ASCENT, text, size, is_white))

    def _box(self, *, x: float, width: float, height: float) -> None:
        self.marks.append(Box(x, self.y, width, height))

    def _next_line(self, size: float) -> None:
        self.y += size * _LEADING

"""Sheets of A4 filled from the top down, drawn when they can be counted.

Lengths are points. What is put is kept as marks, so that the foot of the first page can
already say how many pages follow.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.documents.line_breaks import break_lines
from pos_app.documents.typeface import register_face, text_width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
SHEET_WIDTH, SHEET_HEIGHT = 210 * MM, 297 * MM
MARGIN = 13 * MM
WIDTH = SHEET_WIDTH - 2 * MARGIN
"""Of what may be printed on."""
FOOT = 11 * MM
"""The baseline of the foot, from the lower edge."""
_ABOVE_FOOT = 18 * MM

LEADING = 1.45
_HALF_CAPITAL = 0.36

Colour = tuple[float, float, float]
Mark = Callable[["Canvas"], None]


def _colour(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return red / 255, green / 255, blue / 255


# The light colours of the screen, so that a report on paper is the report on screen.
INK = _colour("17191E")
INK2 = _colour("50545D")
LINE = _colour("DCD9D1")
EDGE = _colour("86837B")
COBALT = _colour("1D4C9E")
JADE = _colour("2B9A76")
RAMP = (COBALT, JADE, _colour("7094D0"), _colour("B4C8E8"))
"""Series of a chart, in this order (look.md, charts)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written."""

    size: float
    colour: Colour = INK

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING

    def width(self, text: str) -> float:
        """How wide a text is."""
        return text_width(text, self.size)

    def lines(self, text: str, width: float) -> list[str]:
        """A text broken into lines of a width."""
        return break_lines(text, width=width, measure=self.width)


TITLE = Style(20)
SUBTITLE = Style(10.5, INK2)
HEADING = Style(12)
BODY = Style(9)
HEAD = Style(8, INK2)
SMALL = Style(8, INK2)
FIGURE = Style(17)


class Sheets:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self) -> None:
        self.pages: list[list[Mark]] = [[]]
        self.y = MARGIN

    @property
    def room(self) -> float:
        """What is left of the page."""
        return SHEET_HEIGHT - _ABOVE_FOOT - self.y

    def need(self, height: float) -> bool:
        """Begin a new page unless so much fits; returns whether it did."""
        if height <= self.room or self.y == MARGIN:
            return False
        self.pages.append([])
        self.y = MARGIN
        return True

    def put(self, mark: Mark) -> None:
        """Draw something on the page that is being filled."""
        self.pages[-1].append(mark)

    def text(self, text: str, style: Style, *, x: float, y: float | None = None) -> None:
        """Write one line with its middle in a line that begins at `y`, or here."""
        baseline = self._baseline(style, y)

        def draw(canvas: "Canvas") -> None:
            canvas.setFillColorRGB(*style.colour)
            canvas.setFont(register_face(), style.size)
            canvas.drawString(MARGIN + x, baseline, text)

        self.put(draw)

    def text_right(self, text: str, style: Style, *, x: float, y: float | None = None) -> None:
        """Write one line that ends at `x`."""
        self.text(text, style, x=x - style.width(text), y=y)

    def rule(self, colour: Colour, *, x: float = 0, width: float = WIDTH) -> None:
        """A thin line across, here."""
        y = SHEET_HEIGHT - self.y

        def draw(canvas: "Canvas") -> None:
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(0.6)
            canvas.line(MARGIN + x, y, MARGIN + x + width, y)

        self.put(draw)

    def box(self, colour: Colour, *, x: float, width: float, height: float) -> None:
        """A frame with round corners that begins here."""
        bottom = SHEET_HEIGHT - self.y - height

        def draw(canvas: "Canvas") -> None:
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(0.8)
            canvas.roundRect(MARGIN + x, bottom, width, height, 6)

        self.put(draw)

    def _baseline(self, style: Style, y: float | None) -> float:
        top = self.y if y is None else y
        return SHEET_HEIGHT - top - style.leading / 2 - style.size * _HALF_CAPITAL

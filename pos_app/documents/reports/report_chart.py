"""A report's bar chart: groups of bars, flat, with a few quiet lines behind them.

Drawn with the sheets' own lines and boxes: the library's charts bring a second face into
the file, which a machine without it would replace.
"""

from typing import TYPE_CHECKING

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.reports.report_sheet import (
    EDGE,
    HEADING,
    LINE,
    MARGIN,
    RAMP,
    SHEET_HEIGHT,
    SMALL,
    WIDTH,
    Colour,
    Sheets,
)
from pos_app.domain.figures import count_text
from pos_app.reports.table import Bars

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_HEIGHT = 100.0
"""Of the bars' field."""
_AXIS_ROOM = 34.0
_ABOVE, _AFTER = 8.0, 14.0
_STEPS = (1, 2, 5)
_LINES = 4
_FEN_IN_YUAN = 100
_KEY = 8.0
_GROUP_PART = 0.68
"""Of the step, for the bars of one label; the rest is white."""
_BAR_GAP = 1.5
_ROUND = 2.5


def put_chart(sheets: Sheets, bars: Bars) -> None:
    """Put the chart with its title at the left and its legend at the right."""
    sheets.need(HEADING.leading + _ABOVE + _HEIGHT + SMALL.leading)
    sheets.text(plain_text(bars.title), HEADING, x=0)
    _legend(sheets, bars)
    sheets.y += HEADING.leading + _ABOVE
    bottom, top, step = _scale(bars)
    _grid(sheets, bottom=bottom, top=top, step=step)
    _bars(sheets, bars, bottom=bottom * _FEN_IN_YUAN, top=top * _FEN_IN_YUAN)
    _labels(sheets, bars)
    sheets.y += _HEIGHT + SMALL.leading + _AFTER


def _legend(sheets: Sheets, bars: Bars) -> None:
    x = WIDTH
    line = sheets.y + (HEADING.leading - SMALL.leading) / 2
    for (name, _), colour in reversed([*zip(bars.series, RAMP, strict=False)]):
        label = plain_text(name)
        sheets.text_right(label, SMALL, x=x, y=line)
        x -= SMALL.width(label) + _KEY + 5
        key_at = line + (SMALL.leading - _KEY) / 2
        _fill(sheets, colour, x=x, y=key_at, width=_KEY, height=_KEY)
        x -= 14


def _grid(sheets: Sheets, *, bottom: int, top: int, step: int) -> None:
    start = sheets.y
    for yuan in range(bottom, top + step, step):
        sheets.y = start + _HEIGHT * (top - yuan) / (top - bottom)
        sheets.rule(EDGE if yuan == 0 else LINE, x=_AXIS_ROOM, width=WIDTH - _AXIS_ROOM)
        middle = sheets.y - SMALL.leading / 2
        sheets.text_right(count_text(yuan), SMALL, x=_AXIS_ROOM - 6, y=middle)
    sheets.y = start


def _bars(sheets: Sheets, bars: Bars, *, bottom: int, top: int) -> None:
    step = (WIDTH - _AXIS_ROOM) / max(len(bars.labels), 1)
    group = step * _GROUP_PART
    width = max((group - _BAR_GAP * (len(bars.series) - 1)) / max(len(bars.series), 1), 0.5)
    zero = sheets.y + _HEIGHT * top / (top - bottom)
    for number, ((_, amounts), colour) in enumerate(zip(bars.series, RAMP, strict=False)):
        for place, fen in enumerate(amounts):
            x = _AXIS_ROOM + place * step + (step - group) / 2 + number * (width + _BAR_GAP)
            height = _HEIGHT * abs(fen) / (top - bottom)
            y = zero - height if fen > 0 else zero
            _fill(sheets, colour, x=x, y=y, width=width, height=height, is_bar=fen > 0)


def _labels(sheets: Sheets, bars: Bars) -> None:
    """Below the field; where they would touch, only every second or third."""
    texts = [plain_text(label) for label in bars.labels]
    step = (WIDTH - _AXIS_ROOM) / max(len(texts), 1)
    widest = max((SMALL.width(text) for text in texts), default=0.0) + 4
    every = max(1, -int(-widest // step))
    for place, text in enumerate(texts):
        if place % every == 0:
            middle = _AXIS_ROOM + (place + 0.5) * step
            y = sheets.y + _HEIGHT + 3
            sheets.text(text, SMALL, x=middle - SMALL.width(text) / 2, y=y)


def _fill(
    sheets: Sheets,
    colour: Colour,
    *,
    x: float,
    y: float,
    width: float,
    height: float,
    is_bar: bool = False,
) -> None:
    """A filled box; a bar's upper corners are round."""
    bottom = SHEET_HEIGHT - y - height

    def draw(canvas: "Canvas") -> None:
        canvas.setFillColorRGB(*colour)
        rounded = min(_ROUND, width / 2, height / 2) if is_bar else 0.0
        if rounded:
            canvas.roundRect(MARGIN + x, bottom, width, height, rounded, stroke=0, fill=1)
        canvas.rect(MARGIN + x, bottom, width, height - rounded, stroke=0, fill=1)

    sheets.put(draw)


def _scale(bars: Bars) -> tuple[int, int, int]:
    """The ends of the axis and its step in yuan, round numbers around all amounts."""
    amounts = [fen / _FEN_IN_YUAN for _, series in bars.series for fen in series]
    most, least = max([*amounts, 1.0]), min([*amounts, 0.0])
    step = next(
        unit * 10**power
        for power in range(16)
        for unit in _STEPS
        if (most - least) <= unit * 10**power * _LINES
    )
    return int(least // step * step), int(-(-most // step) * step), step

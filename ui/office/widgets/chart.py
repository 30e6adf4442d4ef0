"""Bars over time, with a line to compare, four hairlines and a legend above.

One small painter of our own; docs/decisions says why no chart library.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import count_text
from ui.office.widgets.chart_scale import ChartScale, scale_for
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_LEGEND = 28
_TOP = 44
_FOOT = 28
_BAR_RADIUS = 4
_SWATCH = 12
_NARROWEST_AXIS = 32


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bar, or the line; values in the smallest unit, one for each label."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """At most two kinds of bars; the second is reward, drawn in reward green.

    `unit` is what one written unit is worth: 100 writes fen as yuan.
    """

    labels: tuple[str, ...]
    bars: tuple[Series, ...]
    line: Series | None = None
    unit: int = 1

    @property
    def scale(self) -> ChartScale:
        """The axis that holds every value."""
        series = (*self.bars, *((self.line,) if self.line else ()))
        values = [value for each in series for value in each.values]
        return scale_for(max(values, default=0), smallest=min(values, default=0), unit=self.unit)


class BarChart(Painted):
    """Legend and plot; the card's title stands at the left of the legend's line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view = ChartView((), ())

    def show_chart(self, view: ChartView, *, description: str = "") -> None:
        """Show these bars; `description` says them in words for those who cannot see."""
        self._view = view
        self.setAccessibleDescription(description)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        view = self._view
        scale = view.scale
        figures = [count_text(mark // view.unit) for mark in scale.marks]
        widest = max(text_width(figure, TYPE.micro) for figure in figures)
        left = max(_NARROWEST_AXIS, widest) + 12
        bottom = canvas.height - _FOOT
        self._draw_legend(canvas)
        for mark, figure in zip(scale.marks, figures, strict=True):
            y = bottom - (bottom - _TOP) * (mark - scale.lowest) / (scale.top - scale.lowest)
            colour = canvas.palette.line if mark else canvas.palette.edge
            canvas.hairline((left, y), canvas.width - left, colour=colour)
            box = (0, y - 10, left - 8, 20)
            canvas.text(box, figure, size=TYPE.micro, colour=canvas.palette.ink2, align=Align.RIGHT)
        plot = _Plot(left, bottom, canvas.width - left, max(1, len(view.labels)), scale)
        self._draw_bars(canvas, plot)
        self._draw_labels(canvas, plot)
        if view.line is not None:
            self._draw_line(canvas, plot, view.line)

    def _draw_legend(self, canvas: Canvas) -> None:
        view = self._view
        x = canvas.width
        middle = _LEGEND / 2
        grey = canvas.palette.ink2
        if view.line is not None:
            x -= text_width(view.line.name, TYPE.micro)
            box = (x, 0, canvas.width - x + 1, _LEGEND)
            canvas.text(box, view.line.name, size=TYPE.micro, colour=grey)
            mark = (x - 22, middle - 1.5, 16, 3)
            canvas.rounded(mark, radius=1.5, fill=canvas.palette.comparison)
            x -= 22 + 16
        for number, series in reversed(list(enumerate(view.bars))):
            x -= text_width(series.name, TYPE.micro)
            box = (x, 0, canvas.width - x + 1, _LEGEND)
            canvas.text(box, series.name, size=TYPE.micro, colour=grey)
            x -= 6 + _SWATCH
            swatch = (x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
            canvas.rounded(swatch, radius=2, fill=_colour(canvas, number))
            x -= 20

    def _draw_bars(self, canvas: Canvas, plot: "_Plot") -> None:
        kinds = len(self._view.bars)
        if not kinds:
            return
        group = plot.step * (0.5 if kinds == 1 else 0.68)
        gap = 1 if kinds > 1 else 0
        each = (group - gap * (kinds - 1)) / kinds
        for kind, series in enumerate(self._view.bars):
            for number, value in enumerate(series.values):
                if not value:
                    continue
                x = plot.middle(number) - group / 2 + kind * (each + gap)
                zero, end = plot.height_of(0), plot.height_of(value)
                box = (x, min(zero, end), each, abs(zero - end))
                _draw_bar(canvas, box, colour=_colour(canvas, kind), hangs=value < 0)

    def _draw_labels(self, canvas: Canvas, plot: "_Plot") -> None:
        labels = self._view.labels
        widest = max((text_width(label, TYPE.micro) for label in labels), default=0)
        # Every label, or every second, third ...: never one cut or set aslant.
        every = max(1, -(-int(widest + 6) // max(1, int(plot.step))))
        for number, label in enumerate(labels):
            if number % every == 0:
                canvas.words(
                    (plot.middle(number), plot.bottom + 20),
                    label,
                    size=TYPE.micro,
                    colour=canvas.palette.ink2,
                    align=Align.CENTRE,
                )

    def _draw_line(self, canvas: Canvas, plot: "_Plot", series: Series) -> None:
        unit, down = canvas.theme.unit, canvas.theme.unit * canvas.theme.text_scale
        points = QPolygonF(
            [
                QPointF(plot.middle(n) * unit, plot.height_of(value) * down)
                for n, value in enumerate(series.values)
            ]
        )
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour in ((5.0, canvas.palette.surface), (2.0, canvas.palette.comparison)):
            pen = QPen(QColor(colour))
            pen.setWidthF(width * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            canvas.painter.setPen(pen)
            canvas.painter.drawPolyline(points)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the bars stand, at unit 1."""

    left: float
    bottom: float
    width: float
    count: int
    scale: ChartScale

    @property
    def step(self) -> float:
        return self.width / self.count

    def middle(self, number: int) -> float:
        return self.left + self.step * (number + 0.5)

    def height_of(self, value: int) -> float:
        part = (min(value, self.scale.top) - self.scale.lowest) / (
            self.scale.top - self.scale.lowest
        )
        return self.bottom - (self.bottom - _TOP) * part


def _colour(canvas: Canvas, kind: int) -> str:
    return canvas.palette.reward if kind else canvas.palette.ramp[0]


def _draw_bar(
    canvas: Canvas, box: tuple[float, float, float, float], *, colour: str, hangs: bool
) -> None:
    """A bar whose free corners are rounded; a very low one is as round as it can be."""
    unit, down = canvas.theme.unit, canvas.theme.unit * canvas.theme.text_scale
    x, top, width, bottom = box[0] * unit, box[1] * down, box[2] * unit, (box[1] + box[3]) * down
    foot, end = (top, bottom) if hangs else (bottom, top)
    radius = min(_BAR_RADIUS * unit, width / 2, bottom - top)
    shoulder = end - radius if hangs else end + radius
    path = QPainterPath()
    path.moveTo(x, foot)
    path.lineTo(x, shoulder)
    path.quadTo(x, end, x + radius, end)
    path.lineTo(x + width - radius, end)
    path.quadTo(x + width, end, x + width, shoulder)
    path.lineTo(x + width, foot)
    path.closeSubpath()
    canvas.painter.fillPath(path, QColor(colour))

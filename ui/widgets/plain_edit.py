"""The line in which text is typed, without a frame of its own.

Where codes are scanned the input method is refused: it would eat a scanner's letters.
"""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QInputMethodEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.stretch import stretched
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import report_cut
from ui.widgets.text_measure import pixel_width

_AFTER_CARET = 8
_QT_CURSOR_LEAD = 5
"""Qt's cursor rectangle begins so many pixels before the caret itself."""

LONGEST_TEXT = 512
"""A scan longer than this is refused as a whole; more is not even kept."""


class PlainEdit(QLineEdit):
    """One line of text; `accepts_input_method` only where Chinese is to be typed.

    The attribute and the hints of Qt do not keep an input method away from a line edit;
    the answer to `ImEnabled` does, so the scan field and money answer no.
    """

    def __init__(
        self,
        name: str,
        *,
        size: float = TYPE.figure_s,
        accepts_input_method: bool = False,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._placeholder_size: float = TYPE.row
        self._accepts = accepts_input_method
        self._colour = "ink"
        self._lead = ("", 0.0)
        self._is_composing = False
        self.setFrame(False)
        self.setMaxLength(LONGEST_TEXT + 1)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._restyle()

    def set_colour(self, token: str) -> None:
        """Draw the text in the colour of this token: `ink`, or `cinnabar` when refused."""
        self._colour = token
        self._restyle()
        self.update()

    def set_lead(self, sign: str, *, size: float) -> None:
        """Draw a smaller sign before what is typed, such as `¥`; no part of the text."""
        self._lead = (sign, size)
        self.update()

    def text_start(self) -> float:
        """Where the typed text begins, in pixels of this widget."""
        before = self.displayText()[: self.cursorPosition()]
        caret = self.cursorRect().x() + _QT_CURSOR_LEAD
        return caret - QFontMetricsF(self.font()).horizontalAdvance(before)

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery, /) -> object:  # type: ignore[override]
        if query == Qt.InputMethodQuery.ImEnabled and not self._accepts:
            return False
        return super().inputMethodQuery(query)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Where no input method is taken Qt draws in no colour at all: it works out here how
        # far the text is scrolled, and a click must still find its letter. Elsewhere it also
        # draws what an input method has not yet made final.
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            with stretched(self):
                if not self._accepts:
                    self._paint(painter)
                elif not self._is_composing:
                    self._paint_over(painter)
        finally:
            painter.end()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _paint_over(self, painter: QPainter) -> None:
        """Over what Qt has drawn: the placeholder and the caret of every other field."""
        if not self.displayText() and self.placeholderText():
            self._paint_placeholder(painter)
        if self.hasFocus():
            self._paint_caret(painter)

    def _paint(self, painter: QPainter) -> None:
        palette = theme().palette
        metrics = QFontMetricsF(self.font())
        # Qt's caret is drawn in whatever is not the ground, and would show beside ours.
        ground = palette.surface if self.isEnabled() else palette.sunken
        painter.fillRect(self.rect(), QColor(ground))
        start = self.text_start()
        baseline = round(self.height() / 2 + self.font().pixelSize() * 0.36)
        text = self.displayText()
        if self.hasSelectedText():
            before = metrics.horizontalAdvance(text[: self.selectionStart()])
            wide = metrics.horizontalAdvance(self.selectedText())
            tall = round(self._size * 1.3 * theme().unit)
            top = (self.height() - tall) // 2
            soft = QColor(palette.cobalt_soft)
            painter.fillRect(round(start + before), top, round(wide), tall, soft)
        if text:
            painter.setFont(self.font())
            painter.setPen(QColor(getattr(palette, self._colour)))
            painter.drawText(QPointF(start, baseline), text)
            self._paint_lead(painter, QPointF(start, baseline))
        elif self.placeholderText():
            self._paint_placeholder(painter)
        if self.hasFocus():
            self._paint_caret(painter)

    def _paint_placeholder(self, painter: QPainter) -> None:
        """In `ink3`, a little after the caret; larger text gives way to its room."""
        now, text = theme(), self.placeholderText()
        is_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        start = self.text_start() + (0 if is_right else now.px(_AFTER_CARET))
        size, least = self._placeholder_size, self._placeholder_size / now.text_scale
        wide = pixel_width(text, now, size=size)
        while size > least and wide > self.width() - now.px(_AFTER_CARET):
            size = max(size - 1, least)
            wide = pixel_width(text, now, size=size)
        if wide > self.width():
            report_cut(text)
        font = now.font(size)
        painter.setFont(font)
        painter.setPen(QColor(now.palette.ink3))
        lower = round(self.height() / 2 + font.pixelSize() * 0.36)
        painter.drawText(QPointF(start - (wide if is_right else 0), lower), text)

    def _paint_caret(self, painter: QPainter) -> None:
        now = theme()
        tall = now.row(max(26, self._size))
        x = self.cursorRect().x() + _QT_CURSOR_LEAD + (1 if self.displayText() else 0)
        top = (self.height() - tall) // 2
        painter.fillRect(x, top, now.px(2), tall, QColor(now.palette.cobalt))

    def _paint_lead(self, painter: QPainter, at: QPointF) -> None:
        sign, size = self._lead
        if sign:
            font = theme().font(size)
            painter.setFont(font)
            wide = QFontMetricsF(font).horizontalAdvance(sign) + theme().px(self._size / 20)
            painter.drawText(QPointF(at.x() - wide, at.y()), sign)

    def _restyle(self) -> None:
        palette = theme().palette
        with stretched(self):
            self.setFont(theme().font(self._size))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        none = QColor(Qt.GlobalColor.transparent)
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Text, getattr(palette, self._colour)),
            (roles.Highlight, palette.cobalt_soft),
            (roles.HighlightedText, palette.ink),
        ):
            colours.setColor(role, QColor(colour) if self._accepts else none)
        colours.setColor(roles.PlaceholderText, none)
        self.setPalette(colours)

"""A text on its own: one line, or running text wrapped as its language wraps."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.widgets.text_measure import text_width


class TextLabel(Painted):
    """A text in the colour of a token; it is also what a screen reader says."""

    def __init__(
        self,
        text: str = "",
        *,
        size: float = TYPE.body,
        colour: str = "ink",
        align: Align = Align.LEFT,
        bold: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._text = text
        self._size = size
        self._colour = colour
        self._align = align
        self._bold = bold
        self._wraps = wraps
        self.setAccessibleName(text)
        if wraps:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_text(self, text: str, *, colour: str = "") -> None:
        """Show another text, in the same colour unless another is named."""
        self._text = text
        self._colour = colour or self._colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = text_width(self._text, self._size, bold=self._bold)
        height = self._size * 1.5
        return QSize(theme().px(40 if self._wraps else wide + 1), theme().row(height))

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wraps

    @override
    def heightForWidth(self, width: int) -> int:
        lines = wrapped(self._text, size=self._size, width=width / theme().unit)
        return theme().row(self._size * 1.5 * max(1, len(lines)))

    @override
    def draw(self, canvas: Canvas) -> None:
        colour = getattr(canvas.palette, self._colour)
        box = (0, 0, canvas.width, canvas.height)
        if self._wraps:
            draw_paragraph(canvas, box, self._text, size=self._size, colour=colour)
            return
        canvas.text(
            box, self._text, size=self._size, colour=colour, align=self._align, bold=self._bold
        )

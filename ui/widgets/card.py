"""A card: `surface`, a hairline edge, radius 12; and a panel, with a head of 56."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, SPACES, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.key_hint import NO_HINT, KeyHint, draw_hints, hints_width
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

PANEL_HEAD = 56


class Card(Painted):
    """A card with a title at the left and a unit or a count at the right, if any."""

    def __init__(self, title: str = "", *, right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=title, parent=parent)
        self._title = title
        self._right = right
        self._beside = 0.0

    def set_title(self, title: str, *, right: str = "", beside: float = 0) -> None:
        """Show another title, and another unit or count.

        A name ends in dots before whatever else stands `beside` it, so wide at unit 1.
        """
        self._title = title
        self._right = right
        self._beside = beside
        self.setAccessibleName(title)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        palette = canvas.palette
        if not self._title and not self._right:
            return
        right = text_width(self._right, TYPE.micro)
        inside = canvas.width - 2 * SPACES.card
        canvas.text(
            (SPACES.card, 13, inside - max(right, self._beside) - 12, 26),
            self._title,
            size=TYPE.section,
            colour=palette.ink,
            may_end_in_dots=bool(self._beside),
        )
        count = (SPACES.card, 13, inside, 26)
        canvas.text(count, self._right, size=TYPE.micro, colour=palette.ink2, align=Align.RIGHT)


class Panel(Painted):
    """Stands in the place of the table or of the right column, instead of a dialog.

    `left` is emitted when the hint in its head is touched; the key itself is the screen's.
    """

    left = Signal()

    def __init__(self, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name=title, parent=parent)
        self._title = title
        self._hint = NO_HINT
        self._bold = True

    def set_head(self, title: str, *, hint: KeyHint | None = None, bold: bool = True) -> None:
        """Show a title, and the key that goes one step back."""
        self._title = title
        self._hint = hint if hint is not None else NO_HINT
        self._bold = bold
        self.setAccessibleName(title)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        palette = canvas.palette
        wide = hints_width((self._hint,), size=TYPE.small)
        room = canvas.width - 2 * SPACES.card - (wide + 16 if wide else 0)
        # A plain head is that of a bill one may only read: smaller than the panel's own.
        size = TYPE.heading if self._bold else TYPE.quantity
        canvas.text(
            (SPACES.card, 0, room, PANEL_HEAD),
            self._title,
            size=size,
            colour=palette.ink,
            bold=self._bold,
        )
        at = (canvas.width - SPACES.card - wide, PANEL_HEAD / 2)
        draw_hints(canvas, at, (self._hint,), size=TYPE.small, colour=palette.ink2)
        canvas.hairline((1, PANEL_HEAD), canvas.width - 2)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        wide = theme().px(hints_width((self._hint,), size=TYPE.small) + 2 * SPACES.card)
        in_head = event.position().y() < self.pixels_down(PANEL_HEAD)
        if in_head and self._hint.text and event.position().x() > self.width() - wide:
            self.left.emit()


class Window(Painted):
    """The paper everything lies on; in training it has a frame of 4 px plum."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._training = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_training(self, training: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Show or take away the training frame."""
        if training != self._training:
            self._training = training
            self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        whole = (0, 0, canvas.width, canvas.height)
        canvas.fill(whole, canvas.palette.paper)
        if self._training:
            canvas.rounded(whole, radius=0, edge=canvas.palette.plum_fill, edge_width=4)


def draw_card(canvas: Canvas) -> None:
    """The ground of a card."""
    palette = canvas.palette
    box = (0, 0, canvas.width, canvas.height)
    canvas.rounded(box, radius=RADII.card, fill=palette.surface, edge=palette.line)

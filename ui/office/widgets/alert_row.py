"""Something that waits for a person: what, the facts, the one action that helps."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert; there is none without an action. `is_wrong` makes it red, not amber."""

    what: str
    facts: str
    action: str
    is_wrong: bool = False


class AlertRow(Painted):
    """62 high: icon on a soft ground of 36, two lines, a text action at the right."""

    pressed = Signal()

    def __init__(self, alert: AlertView, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(320, 62), parent=parent)
        self._alert = alert
        self._action = Button(alert.action, kind=ButtonKind.TEXT, size=TYPE.body, parent=self)
        self._action.clicked.connect(self.pressed)
        self.show_alert(alert)

    def show_alert(self, alert: AlertView) -> None:
        """Show this alert."""
        self._alert = alert
        self._action.setText(alert.action)
        self._action.setAccessibleName(f"{alert.action}: {alert.what}")
        self.setAccessibleName(f"{alert.what} {alert.facts}")
        self.arrange()
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        wrong = self._alert.is_wrong
        soft = palette.cinnabar_soft if wrong else palette.amber_soft
        colour = palette.cinnabar if wrong else palette.amber
        canvas.rounded((0, 13, 36, 36), radius=RADII.button, fill=soft)
        canvas.icon("stop" if wrong else "warning", (8, 21), size=20, colour=colour)
        room = canvas.width - 48 - text_width(self._alert.action, TYPE.body) - 12
        what = (48, 10, room, 22)
        canvas.text(what, self._alert.what, size=TYPE.row, colour=palette.ink)
        facts = (48, 33, room, 20)
        canvas.text(facts, self._alert.facts, size=TYPE.micro, colour=palette.ink2)

    @override
    def arrange(self) -> None:
        wide = text_width(self._alert.action, TYPE.body)
        width = self.width() / theme().unit
        self.place(self._action, (width - wide, 7, wide, 48))

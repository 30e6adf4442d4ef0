"""Questions one below the other, each with its plain words; the list scrolls."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.office.programs.question_row import QuestionRow
from ui.office.programs.questions import Question
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.wording import LiveWording

_STEP = 60


class QuestionList(Painted):
    """Enter goes on to the next question; whatever has the focus is in view."""

    edited = Signal()
    ended = Signal()
    """Enter in the last question."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._inner = _Inner()
        self._inner.setParent(self)
        self._rows: list[QuestionRow] = []
        self._top = 0.0

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """Every question with its answer."""
        return tuple(self._rows)

    def answers(self) -> dict[str, object]:
        """Every answer by its parameter, in the rulebook's units; None for no such figure."""
        return {row.question.name: row.value() for row in self._rows}

    def unreadable(self) -> tuple[str, str] | None:
        """The first answer that is no figure: its parameter, and the sentence for it."""
        for row in self._rows:
            if row.value() is None:
                _ = self._words.text
                typed = row.field.text() if row.field is not None else ""
                return row.question.name, _("This is no figure: {typed}", typed=typed)
        return None

    def ask(self, questions: Sequence[Question], values: Mapping[str, object]) -> None:
        """Ask these, with these answers to begin with."""
        # A field that loses its row hands the focus on; nothing may place it again.
        before, self._rows = self._rows, []
        for row in before:
            self._inner.take_away(row)
        self._rows = [QuestionRow(each, self._words) for each in questions]
        self._top = 0
        for row in self._rows:
            row.edited.connect(self.edited)
            row.entered.connect(self._go_on)
            for part in row.parts:
                part.installEventFilter(self)
        self.show_values(values)
        self.arrange()

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show other answers to the same questions."""
        for row in self._rows:
            row.show_value(values[row.question.name])

    def row(self, name: str) -> QuestionRow | None:
        """The question about a parameter."""
        return next((each for each in self._rows if each.question.name == name), None)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        for row in self._rows:
            row.put_words()
        self.arrange()

    def accept_all(self) -> None:
        """Take every red edge away."""
        for row in self._rows:
            if row.field is not None:
                row.field.accept()

    def refuse(self, name: str, sentence: str, *, goes_there: bool) -> None:
        """Mark the answer that a refusal is about; the focus may go there."""
        row = self.row(name)
        if row is None or row.field is None:
            return
        row.field.refuse(sentence)
        if goes_there:
            row.field.edit.setFocus()
            row.field.edit.selectAll()

    def begin(self) -> None:
        """Put the focus into the first answer."""
        if self._rows:
            self._focus(self._rows[0])

    @override
    def draw(self, canvas: Canvas) -> None:
        most = self._whole() - canvas.height
        if most > 0:
            tall = canvas.height * canvas.height / (canvas.height + most)
            top = (canvas.height - tall) * self._top / most
            mark = (canvas.width - 4, top, 4, tall)
            canvas.rounded(mark, radius=2, fill=canvas.palette.edge)

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit - 16
        seen = self.height() / (now.unit * now.text_scale)
        self._top = max(0.0, min(self._top, self._whole() - seen))
        self.place(self._inner, (0, -self._top, width, max(seen, self._whole())))
        top = 0.0
        for row in self._rows:
            tall = row.height_in(width)
            self._inner.place(row, (0, top, width, tall))
            top += tall
        self.update()

    def _whole(self) -> float:
        width = self.width() / theme().unit - 16
        return sum(row.height_in(width) for row in self._rows)

    def _go_on(self) -> None:
        place = next(
            n for n, row in enumerate(self._rows) if any(part.hasFocus() for part in row.parts)
        )
        if place + 1 < len(self._rows):
            self._focus(self._rows[place + 1])
        else:
            self.ended.emit()

    def _focus(self, row: QuestionRow) -> None:
        row.parts[row.bar.choice if row.bar is not None else 0].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _move(self, by: float) -> None:
        self._top += by
        self.arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._bring_into_view(watched)
        elif isinstance(watched, QAbstractButton) and _is_enter(event):
            # A choice has no Enter of its own: Space chooses, Enter goes on.
            self._go_on()
            return True
        return super().eventFilter(watched, event)

    def _bring_into_view(self, part: QObject) -> None:
        width = self.width() / theme().unit - 16
        seen = self.height() / (theme().unit * theme().text_scale)
        top = 0.0
        for row in self._rows:
            tall = row.height_in(width)
            if part in row.parts:
                self._top = min(max(self._top, top + tall - seen), top)
                self.arrange()
            top += tall

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move(-event.angleDelta().y() / 120 * _STEP)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            self._move(step * _STEP)


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Inner(Painted):
    """What is moved up and down below the edge."""

    @override
    def draw(self, canvas: Canvas) -> None:
        """It lies on the card and draws nothing itself."""

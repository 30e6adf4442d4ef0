"""Questions one below the other, each with its plain words; the list scrolls."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.canvas import Align, Canvas
from ui.field import Field
from ui.navigation import SegmentBar
from ui.office.questions import Question, answer_text, range_text, read_answer
from ui.painted import Painted
from ui.paragraph import draw_paragraph, wrapped
from ui.text_measure import text_width
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.wording import LiveWording

_BOX = 40
_ANSWER = 168
"""The width of a figure."""
_GAP = 24
_LABEL, _LINE, _AFTER = 24, 21, 22
_SEGMENT_MOST = 190
_STEP = 60


class QuestionRow(Painted):
    """A question, what it means, and where it is answered."""

    edited = Signal()
    entered = Signal()

    def __init__(self, question: Question, words: LiveWording) -> None:
        super().__init__()
        self.question = question
        self._words = words
        self.field: Field | None = None
        self.bar: SegmentBar | None = None
        if question.is_choice:
            self.bar = SegmentBar([""] * len(question.choices), parent=self)
            self.bar.chosen.connect(self.edited)
        else:
            is_figure = not question.is_wide
            self.field = Field("", height=_BOX, size=TYPE.row, right=is_figure, parent=self)
            self.field.edited.connect(self.edited)
            self.field.entered.connect(self.entered)
        self.put_words()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What takes the focus: a line of text, or the choices."""
        if self.field is not None:
            return (self.field.edit,)
        return tuple(self.bar.findChildren(QAbstractButton)) if self.bar is not None else ()

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self._words.text
        label = _(self.question.label)
        if self.field is not None:
            self.field.set_name(label)
            self.field.edit.setAccessibleDescription(_(self.question.why))
        if self.bar is not None:
            self.bar.set_words([_(each) for each in self.question.choice_words])
            for segment in self.bar.findChildren(QAbstractButton):
                segment.setAccessibleName(f"{label}: {segment.text()}")
        self.update()

    def show_value(self, value: object) -> None:
        """Show the rulebook's value in the person's units."""
        if self.field is not None:
            self.field.set_text(answer_text(self.question, value))
        elif self.bar is not None:
            self.bar.choose(self.question.choices.index(value))

    def value(self) -> object | None:
        """The answer in the rulebook's units; None when it is no such figure."""
        if self.field is not None:
            return read_answer(self.question, self.field.text())
        return self.question.choices[self.bar.choice] if self.bar is not None else None

    def height_in(self, width: float) -> float:
        """The height it needs in a width, both at unit 1."""
        told = len(self._told(width)) * _LINE
        if self.question.is_wide:
            return _LABEL + told + 6 + _BOX + _AFTER
        return max(_LABEL + told, _BOX + 20) + _AFTER - 4

    def _told(self, width: float) -> tuple[str, ...]:
        room = width if self.question.is_wide else width - _ANSWER - _GAP
        return wrapped(self._words.text(self.question.why), size=TYPE.small, width=room)

    @override
    def draw(self, canvas: Canvas) -> None:
        _ = self._words.text
        palette = canvas.palette
        room = canvas.width if self.question.is_wide else canvas.width - _ANSWER - _GAP
        label = _(self.question.label)
        if text_width(label, TYPE.body) <= room:
            canvas.text((0, 0, room, _LABEL), label, size=TYPE.body, colour=palette.ink)
        else:
            canvas.text((0, 0, room, _LABEL), label, size=TYPE.small, colour=palette.ink)
        box = (0, _LABEL, room, canvas.height)
        draw_paragraph(canvas, box, _(self.question.why), size=TYPE.small, colour=palette.ink2)
        told = range_text(self.question, self._words)
        if told and not self.question.is_wide:
            below = (canvas.width - _ANSWER, _BOX + 3, _ANSWER, 18)
            canvas.text(below, told, size=TYPE.micro, colour=palette.ink2, align=Align.RIGHT)

    @override
    def arrange(self) -> None:
        width = self.width() / theme().unit
        if self.question.is_wide:
            top = _LABEL + len(self._told(width)) * _LINE + 6
            wide = min(width, _SEGMENT_MOST * max(2, len(self.question.choices)))
            for part in filter(None, (self.field, self.bar)):
                self.place(part, (0, top, wide, _BOX))
            return
        for part in filter(None, (self.field, self.bar)):
            self.place(part, (width - _ANSWER, 0, _ANSWER, _BOX))


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

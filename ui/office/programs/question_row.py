"""One question of a form: its label, its plain words, and where it is answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.office.programs.questions import Question, answer_text, range_text, read_answer
from ui.office.widgets.navigation import SegmentBar
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.field import Field
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.widgets.text_measure import text_width
from ui.wording import LiveWording

_BOX = 40
_ANSWER = 168
"""The width of a figure."""
_GAP = 24
_LABEL, _LINE, _AFTER = 24, 21, 22
_SEGMENT_MOST = 190


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

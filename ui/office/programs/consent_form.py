"""Rules that are read at the right, and the consent they need below them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.refusals.program import (
    ProgramConsentMissing,
    SecondSupervisorMissing,
    TypedSentenceWrong,
)
from pos_app.domain.refusals.staff import PinLocked, WrongPin
from pos_app.errors import ShopError
from ui.office.page.form_panel import MAIN, FormPanel
from ui.office.page.form_parts import PART, FormField
from ui.office.page.sheet_view import SheetHeading, SheetNote, SheetPart, SheetRule, SheetView
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.canvas import Canvas
from ui.wording import LiveWording

LEFT = 576
"""What is asked stands at the left, this wide; the rules take the rest."""
TOP = 72
"""Both begin this far down."""
_FOOT = 68
_SENTENCE = 48
_TRY_KEY = "F5"


class ConsentForm(FormPanel):
    """Name, typed sentence and a second supervisor's PIN, as the risk asks (10.10).

    Before that it can be tried; the answer of the trial then stands above the rules.
    """

    try_wished = Signal()

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.sheet = SheetView(parent=self)
        self.consent, self.typed = FormField(), FormField()
        self.second = FormField(secret=True, takes_chinese=False)
        self.asked = (self.consent, self.typed, self.second)
        self._parts: tuple[SheetPart, ...] = ()
        self._trial = ""
        self.try_button = Button("", key=_TRY_KEY, size=TYPE.body, parent=self)
        self.try_button.clicked.connect(self.try_wished)
        for part in self.asked:
            part.setParent(self)
            self._fields.append(part)
            part.entered.connect(self._next_field)
            part.hide()

    def ask_consent(self, risk: str, *, sentence: str = "", second: bool = False) -> None:
        """Ask for as much as the risk needs."""
        _ = self.words.text
        self.consent.set_name(_("Who accepts these rules, by name"))
        self.typed.set_name(_("Type the sentence above, word for word"))
        self.second.set_name(_("PIN of a second manager or owner"))
        self.consent.setVisible(risk != "green")
        self.typed.setVisible(bool(sentence))
        self.second.setVisible(second)
        self.arrange()

    def forget_consent(self) -> None:
        """What was accepted before does not count for what comes."""
        for part in self.asked:
            part.set_text("")

    def show_rules(self, parts: Sequence[SheetPart]) -> None:
        """Show what would run, and what customers must be told of it."""
        _ = self.words.text
        self._parts = tuple(parts)
        tried: list[SheetPart] = []
        if self._trial:
            told = SheetNote(self._trial, "ink")
            tried = [SheetHeading(_("Tried, as an estimate")), told, SheetRule()]
        self.sheet.show_parts([*tried, *parts], name=_("Rules"))
        self.try_button.setText(_("What if"))

    def show_trial(self, told: str) -> None:
        """Show what a trial of exactly this has told; empty when it was of something else."""
        self._trial = told
        self.show_rules(self._parts)

    def to_consent(self) -> bool:
        """Put the focus where consent is asked for first; False when none is."""
        part = next((each for each in self.asked if not each.isHidden()), None)
        if part is not None:
            part.field.edit.setFocus()
        return part is not None

    def mark_consent(self, error: ShopError, sentence: str) -> None:
        """Mark the part of the consent that a refusal is about."""
        fields = {
            ProgramConsentMissing: self.consent,
            TypedSentenceWrong: self.typed,
            SecondSupervisorMissing: self.second,
            WrongPin: self.second,
            PinLocked: self.second,
        }
        if isinstance(error, TypedSentenceWrong):
            # It stands above in the language of the shop; both languages would not fit here.
            _ = self.words.text
            sentence = _("This is not the sentence above, word for word. Nothing was started.")
        self.refuse(sentence, field=fields.get(type(error)))

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        canvas.upright((20 + LEFT + 8, TOP), canvas.height - TOP - 20)

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        left, room = 20 + LEFT + 24, width - LEFT - 64
        shown = [part for part in self.asked if not part.isHidden()]
        foot = height - _FOOT - _SENTENCE
        self.place(self.sentence, (left, foot, room, _SENTENCE))
        top = foot - PART * len(shown)
        for number, part in enumerate(shown):
            self.place(part, (left, top + PART * number, room, PART))
        self.place(self.sheet, (left, TOP, room + 8, top - TOP - 8))
        self.place(self.try_button, (left, height - _FOOT + 4, room - MAIN - 8, 48))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.try_wished.emit()
        else:
            super().keyPressEvent(event)

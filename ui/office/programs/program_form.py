"""A program to be started or changed: preset, every parameter, rules and consent."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.list_programs import ProgramShown
from pos_app.actions.programs.preset_words import preset_told
from pos_app.actions.programs.preview_program import ProgramPreview
from pos_app.actions.programs.program_form import ProgramForm as Asked
from pos_app.domain.figures import rate_text
from pos_app.domain.money import WHOLE_BP, BasisPoints
from pos_app.domain.standing import Disclosure
from pos_app.errors import ShopError
from ui.office.page.form_parts import PART, FormChoice, FormField
from ui.office.programs.consent_form import LEFT, TOP, ConsentForm
from ui.office.programs.parameter_refusals import refusal_in_words
from ui.office.programs.program_words import KIND_TITLES, PRESET_NAMES
from ui.office.programs.question_list import QuestionList
from ui.office.programs.questions import Question, questions_of
from ui.office.programs.shown_program import preview_parts, told_parts
from ui.wording import LiveWording


class ProgramForm(ConsentForm):
    """`edited` asks for a preview of `ask()`; `wished` starts it."""

    edited = Signal()

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._asked: Asked | None = None
        self._known: ProgramShown | None = None
        self._preview: ProgramPreview | None = None
        self._rules: tuple[Disclosure, ...] = ()
        self.questions: tuple[Question, ...] = ()
        self._usual = ""
        self._limit = WHOLE_BP
        self.name = FormField()
        self.name.setParent(self)
        self.name.edited.connect(self.edited)
        self.name.entered.connect(self._to_questions)
        self.preset = FormChoice(1, parent=self)
        self.list = QuestionList(words, parent=self)
        self.list.edited.connect(self.edited)
        self.list.ended.connect(self._to_consent)
        self.show_words()

    def start(
        self,
        asked: Asked,
        *,
        known: ProgramShown | None = None,
        usual: str = "",
        limit: int = WHOLE_BP,
    ) -> None:
        """Begin with a kind; `known` is a program to be changed, `usual` its usual name.

        Presets above `limit`, which this shop puts in at most, cannot be chosen.
        """
        self._asked, self._known, self._usual, self._limit = asked, known, usual, limit
        self._preview, self._rules = None, ()
        self.questions = questions_of(asked)
        self.take_away(self.preset)
        self.preset = FormChoice(len(asked.presets), parent=self)
        self.preset.chosen.connect(self._take_preset)
        self.preset.offer([each not in asked.over for each in asked.presets])
        self.preset.choose(asked.presets.index(asked.first))
        self.name.set_text("")
        self.list.ask(self.questions, known.params if known else asked.values[asked.first])
        self.forget_consent()
        self.forget_refusal()
        self.show_trial("")
        self.ask_consent("green")
        self.show_words()
        self._show_parts()

    @property
    def is_change(self) -> bool:
        """Whether a program that runs is being changed."""
        return self._known is not None

    def ask(self) -> ProgramAsk | None:
        """What is to be adopted; None while an answer is none, and the question says so."""
        if self._asked is None:
            return None
        unreadable = self.list.unreadable()
        if unreadable is not None:
            self._mark(*unreadable)
            return None
        return ProgramAsk(
            # Without a name the program of this kind that the shop has gets a new version.
            name=self._known.program.name if self._known else self.name.text(),
            kind=self._asked.kind,
            params=self.list.answers(),
            enabled=True,
            consent_by=self.consent.text(),
            typed_sentence=self.typed.text(),
            secret=self._asked.secret,
        )

    def trial(self) -> tuple[ProgramAsk, ...]:
        """Exactly what is to be started, to be tried; empty while it cannot be."""
        ask = self.ask()
        return () if ask is None else (replace(ask, name=ask.name or self._usual),)

    def show_told(self, rules: tuple[Disclosure, ...]) -> None:
        """Show what customers must be told of it, whether or not it may run here."""
        self._preview, self._rules = None, rules
        self._show_rules()

    def show_preview(self, preview: ProgramPreview) -> None:
        """Show what the program would be in this shop."""
        self._preview = preview
        self._show_rules()

    def show_refusal(self, error: ShopError, sentence: str) -> None:
        """Say why it cannot run, at the question or the consent it is about."""
        told, name = refusal_in_words(error, self.questions, self.words)
        if name or told:
            self._mark(name, told or sentence)
        else:
            self.mark_consent(error, sentence)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        kind = self._asked.kind if self._asked is not None else "M1"
        title = _(KIND_TITLES[kind])
        if self._known is not None:
            head = _("Change: {program}", program=self._known.program.name)
            self.put_words(head, main=_("Adopt the change"))
        else:
            self.put_words(_("Start: {program}", program=title), main=_("Start it"))
        self.name.set_name(_("Name; another name starts a second one"), hint=self._usual)
        presets = self._asked.presets if self._asked is not None else ("",)
        what = self._preset_text()
        self.preset.set_name(
            what,
            [_(PRESET_NAMES.get(each, each)) for each in presets],
            told=[
                _("{what}: {chosen}", what=what, chosen=self._told_preset(kind, each))
                for each in presets
            ],
        )
        self.list.put_words()
        self._show_rules()

    def _told_preset(self, kind: str, preset: str) -> str:
        """A preset in a shop's words, with the name that the terminal takes."""
        told = preset_told(kind, preset, self.words.wording)
        return f"{told} · {preset}" if preset else told

    def _preset_text(self) -> str:
        """What the choice is called, and why some of it cannot be chosen here."""
        _ = self.words.text
        over = self._asked.over if self._asked is not None else {}
        if not over:
            return _("Preset")
        return _(
            "Preset ({rate} is above this shop's {limit})",
            rate=rate_text(BasisPoints(max(over.values()))),
            limit=rate_text(BasisPoints(self._limit)),
        )

    @override
    def begin(self) -> None:
        self.list.begin()

    @override
    def forget_refusal(self) -> None:
        super().forget_refusal()
        self.list.accept_all()

    def _show_rules(self) -> None:
        preview = self._preview
        if preview is None:
            self.show_rules(told_parts(self._rules, self.words)[1:] if self._rules else ())
            return
        self.ask_consent(preview.risk, sentence=preview.sentence, second=preview.needs_second)
        self.show_rules(preview_parts(preview, self._rules, self.words))

    def _show_parts(self) -> None:
        presets = self._asked.presets if self._asked is not None else ()
        self.preset.setVisible(len(presets) > 1)
        self.name.setVisible(self._known is None)
        self.arrange()

    def _take_preset(self, number: int) -> None:
        if self._asked is not None:
            self.list.show_values(self._asked.values[self._asked.presets[number]])
            self.edited.emit()

    def _mark(self, name: str, sentence: str) -> None:
        self.refuse(sentence)
        # While one types, nobody takes the focus away.
        self.list.refuse(name, sentence, goes_there=False)

    def _to_questions(self) -> None:
        self.list.begin()

    def _to_consent(self) -> None:
        if not self.to_consent():
            self.wished.emit()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        top: float = TOP
        parts = [part for part in (self.preset, self.name) if not part.isHidden()]
        for part in parts:
            self.place(part, (20, top, LEFT - 20, PART))
            top += PART
        self.place(self.list, (20, top + 4, LEFT - 8, height - top - 24))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return
        super().keyPressEvent(event)

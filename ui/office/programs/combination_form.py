"""Several programs of a title started together, with the budget of each."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.programs.adopt_combination import CombinationAsk
from pos_app.actions.programs.preview_combination import CombinationPreview
from pos_app.actions.programs.program_risk import combination_risk
from pos_app.domain.figures import rate_text
from pos_app.domain.money import BasisPoints
from pos_app.errors import ShopError
from ui.office.page.sheet_view import (
    SheetHeading,
    SheetLine,
    SheetNote,
    SheetPart,
    SheetRule,
    SheetView,
)
from ui.office.programs.consent_form import LEFT, TOP, ConsentForm
from ui.office.programs.program_words import KIND_TITLES, RISK_COLOURS, RISKS
from ui.office.programs.shown_program import budget_lines, red_parts, told_parts
from ui.wording import LiveWording


class CombinationForm(ConsentForm):
    """The programs at the left, what customers are told at the right."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._shown: CombinationPreview | None = None
        self.programs = SheetView(parent=self)
        self.show_words()

    def start(self, shown: CombinationPreview) -> None:
        """Show a combination as it would run in this shop."""
        self._shown = shown
        self.forget_consent()
        self.forget_refusal()
        self.show_trial("")
        self.show_words()

    def ask(self) -> CombinationAsk | None:
        """What is to be adopted; a program of a kind that runs is changed, not doubled."""
        if self._shown is None:
            return None
        return CombinationAsk(
            self._shown.chosen.code,
            names=self._shown.names,
            consent_by=self.consent.text(),
            typed_sentence=self.typed.text(),
        )

    def show_refusal(self, error: ShopError, sentence: str) -> None:
        """Say why nothing was started."""
        self.mark_consent(error, sentence)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        shown = self._shown
        if shown is None:
            return
        title = _(shown.chosen.title)
        self.put_words(title, main=_("Start them"))
        risk = combination_risk(shown.chosen)
        sentence = next((p.program.sentence for p in shown.parts if p.program.sentence), "")
        second = any(part.program.needs_second for part in shown.parts)
        self.ask_consent(risk, sentence=sentence, second=second)
        self.programs.show_parts(self._program_parts(shown), name=title)
        parts: list[SheetPart] = [SheetNote(_(RISKS[risk]), RISK_COLOURS[risk])]
        if sentence:
            parts += [
                SheetNote(_("Left empty, red programs are put in place switched off.")),
                *red_parts(sentence, self.words),
            ]
        for each in shown.parts:
            parts += [SheetRule(), SheetHeading(_(KIND_TITLES[each.kind]))]
            parts += told_parts(each.told, self.words)[2:]
        self.show_rules(parts)

    def _program_parts(self, shown: CombinationPreview) -> list[SheetPart]:
        """Each program with its budget, and the sum against the shop's limit."""
        _ = self.words.text
        parts: list[SheetPart] = [SheetHeading(_("Programs, in the order they are tried"))]
        for each in shown.parts:
            name = _("new: {name}", name=each.program.name)
            if each.program.is_change:
                name = _("new version of {name}", name=each.program.name)
            figure = rate_text(BasisPoints(each.program.rate))
            title, colour = _(KIND_TITLES[each.kind]), RISK_COLOURS[each.program.risk]
            parts.append(SheetLine(title, figure, name, colour))
        budget = shown.chosen.budget_bp
        parts += [
            SheetRule(),
            *budget_lines(self.words, rate=budget, together=shown.together, limit=shown.limit),
        ]
        if shown.chosen.remark:
            parts += [SheetRule(), SheetNote(_(shown.chosen.remark))]
        return parts

    @override
    def begin(self) -> None:
        if not self.to_consent():
            self.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self.programs, (20, TOP, LEFT - 20, height - TOP - 24))

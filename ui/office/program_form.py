"""A program to be started: preset, figures, rules and consent."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.adopt_program import ProgramAsk
from pos_app.actions.preview_program import ProgramPreview
from pos_app.domain.standing import Disclosure
from pos_app.domain.typed_figures import read_fen, read_rate
from ui.office.form_panel import FormPanel
from ui.office.form_parts import PART, FormChoice, FormField
from ui.office.sheet_view import SheetHeading, SheetNote, SheetPart, SheetRule, SheetView
from ui.office.shown_program import KIND_TITLES, RISK_COLOURS, RISKS, parameter_lines
from ui.wording import LiveWording

_RULES_TOP = 224
_SHORT_NAMES = {"V5_DEFAULT": "V5", "V5_ALLIANCE": "V5+"}
"""The last is for stores in an alliance (rulebook 2.3)."""


class ProgramForm(FormPanel):
    """`edited` asks for a preview of `ask()`; `wished` starts it."""

    edited = Signal()

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._kind = "M1"
        self._presets: tuple[str, ...] = ()
        self._preview: ProgramPreview | None = None
        self._rules: tuple[Disclosure, ...] = ()
        self._known: ProgramAsk | None = None
        self.preset = FormChoice(8)
        self.rate, self.least, self.hold = (FormField(right=True) for _ in range(3))
        self.sheet = SheetView()
        self.consent, self.typed = FormField(), FormField()
        self.add_row(PART, self.preset)
        self.add_row(PART, self.rate, self.least, self.hold)
        self.sheet.setParent(self)
        for part in (self.consent, self.typed):
            part.setParent(self)
            self._fields.append(part)
            part.entered.connect(self._next_field)
        self.preset.chosen.connect(self._take_preset)
        for field in (self.rate, self.least, self.hold):
            field.edited.connect(self.edited)
        self.show_words()

    def start(self, kind: str, presets: Sequence[str], *, known: ProgramAsk | None = None) -> None:
        """Begin with a kind; `known` is a program that runs already, to be changed."""
        self._kind, self._presets, self._known = kind, tuple(presets), known
        self._preview = None
        for field in (self.rate, self.least, self.hold, self.consent, self.typed):
            field.set_text("")
        if "V5_DEFAULT" in self._presets:
            self.preset.choose(self._presets.index("V5_DEFAULT"))
        self.forget_refusal()
        self.show_words()
        self._show_parts()

    def ask(self) -> ProgramAsk | None:
        """What is to be adopted; None while a figure is none, and the field says so."""
        changes: dict[str, object] = dict(self._known.params) if self._known is not None else {}
        rate_name = "earn_bp" if self._kind == "M0" else "concession_bp"
        for name, field, value in (
            (rate_name, self.rate, read_rate(self.rate.text())),
            ("min_order", self.least, read_fen(self.least.text())),
            ("hold_days", self.hold, _whole(self.hold.text())),
        ):
            if not field.text() or (name == "min_order" and self._kind == "M0"):
                continue
            if value is None:
                _ = self.words.text
                self.refuse(_("This is no figure: {typed}", typed=field.text()), field=field)
                return None
            changes[name] = int(value)
        # Without a name the program of this kind that the shop has gets a new version.
        named = self._known.name if self._known is not None else ""
        preset = self._presets[self.preset.choice] if self._presets and not self._known else None
        ask = ProgramAsk(name=named, kind=self._kind, preset=preset, params=changes, enabled=True)
        return replace(ask, consent_by=self.consent.text(), typed_sentence=self.typed.text())

    def show_preview(self, preview: ProgramPreview, rules: tuple[Disclosure, ...]) -> None:
        """Show what the program would be, and what customers must be told of it."""
        self._preview, self._rules = preview, rules
        self.show_words()
        self._show_parts()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        title = _(KIND_TITLES[self._kind])
        self.put_words(_("Start: {program}", program=title), main=_("Start it"))
        names = [_SHORT_NAMES.get(each, each) for each in self._presets]
        self.preset.set_name(_("Preset"), names + [""] * (8 - len(names)))
        rate = _("Points for each sale") if self._kind == "M0" else _("Put in of each sale")
        self.rate.set_name(rate, hint="1%" if self._kind == "M0" else "20%")
        self.least.set_name(_("Smallest purchase, yuan"), hint="50.00")
        self.hold.set_name(_("Days to wait"), hint="0" if self._kind == "M0" else "7")
        self.consent.set_name(_("Who accepts these rules, by name"))
        sentence = self._preview.sentence if self._preview is not None else ""
        self.typed.set_name(_("Type this sentence word for word"), hint=sentence)
        self._show_sheet()

    def _show_sheet(self) -> None:
        _ = self.words.text
        preview = self._preview
        if preview is None:
            self.sheet.show_parts((), name=_("Rules"))
            return
        colour = RISK_COLOURS.get(preview.risk, "ink")
        parts: list[SheetPart] = [
            SheetNote(_(RISKS[preview.risk]), colour),
            *([SheetNote(preview.sentence, "ink")] if preview.sentence else []),
            SheetRule(),
            SheetHeading(_("What customers are told")),
            *(SheetNote(_(each.text, **dict(each.fields)), "ink") for each in self._rules),
            SheetRule(),
            SheetHeading(_("In figures")),
            *parameter_lines(preview.params, self.words),
        ]
        self.sheet.show_parts(parts, name=_("Rules"))

    def _show_parts(self) -> None:
        risk = self._preview.risk if self._preview is not None else "green"
        self.preset.setVisible(bool(self._presets) and self._known is None)
        self.least.setVisible(self._kind == "M1")
        self.consent.setVisible(risk != "green")
        self.typed.setVisible(risk == "red")
        self._lay_out_now()

    def _take_preset(self, number: int) -> None:
        if number >= len(self._presets):
            self.preset.choose(0)
        self.edited.emit()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        asked = [part for part in (self.consent, self.typed) if not part.isHidden()]
        foot = height - 120 - PART * len(asked)
        self.place(self.sheet, (20, _RULES_TOP, width - 32, foot - _RULES_TOP))
        for number, part in enumerate(asked):
            self.place(part, (20, foot + 8 + PART * number, width - 40, PART))


def _whole(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else None  # noqa: PLR2004 - days

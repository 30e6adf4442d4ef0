"""Reward programs: what runs, what customers are told, start and stop."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.close_program import close_program
from pos_app.actions.explain_program import explain_program
from pos_app.actions.list_programs import ProgramShown, list_programs, presets_of
from pos_app.actions.preview_program import preview_program
from pos_app.actions.queue_board import queue_board
from pos_app.actions.switch_program import switch_program
from pos_app.errors import ShopError
from ui.buttons import Button, ButtonKind
from ui.card import Card
from ui.office.confirm_panel import ConfirmPanel
from ui.office.office_desk import OfficeDesk
from ui.office.office_page import OfficePage, later, name_table
from ui.office.page_places import columns, whole_rows
from ui.office.program_form import ProgramForm
from ui.office.sheet_view import SheetView
from ui.office.shown_program import KIND_TITLES, program_parts, state_of, stop_sentences
from ui.office_model import Column, OfficeRow
from ui.office_table import OfficeTable
from ui.theme_tokens import TYPE


class RulesPage(OfficePage):
    """Programs at the left, the chosen one whole at the right."""

    HEARS = frozenset({"program", "program_version"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._programs: tuple[ProgramShown, ...] = ()
        self._chosen = 0
        self._card, self._detail = Card(parent=self), Card(parent=self)
        self.table = OfficeTable("", parent=self._card)
        self.table.row_chosen.connect(self._choose)
        self.sheet = SheetView(parent=self._detail)
        self.start_points = Button("", icon="plus", size=TYPE.body, parent=self)
        self.start_queue = Button("", icon="plus", size=TYPE.body, parent=self)
        self.start_points.clicked.connect(self._start_points)
        self.start_queue.clicked.connect(self._start_queue)
        self.switch = Button("", size=TYPE.body, parent=self._detail)
        self.switch.clicked.connect(self._switch)
        self.change = Button("", icon="edit", size=TYPE.body, parent=self._detail)
        self.change.clicked.connect(self._change)
        self.stop = Button("", kind=ButtonKind.DANGER, size=TYPE.body, parent=self._detail)
        self.stop.clicked.connect(self._ask_to_stop)
        self.form = ProgramForm(self.words, parent=self)
        self.form.edited.connect(self._preview)
        self.form.wished.connect(self._adopt)
        self.form.closed.connect(self._close_form)
        self.confirm = ConfirmPanel(self.words, parent=self)
        self.confirm.wished.connect(self._close_program)
        self.confirm.closed.connect(self._close_form)
        self._close_form()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Reward rules")

    @override
    def read(self) -> None:
        self._programs = list_programs(self.desk.shop)
        self._chosen = min(self._chosen, max(0, len(self._programs) - 1))
        self._show()

    @override
    def open(self, what: str = "") -> None:
        self.read()
        self.table.view.setFocus()

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.start_points.setText(_("Start points"))
        self.start_queue.setText(_("Start a queue"))
        self.change.setText(_("Change"))
        self.stop.setText(_("Stop for good"))
        name_table(self.table, _("Programs"))
        self.form.show_words()
        self._show()

    @override
    def step_back(self) -> bool:
        if self.form.isHidden() and self.confirm.isHidden():
            return False
        self._close_form()
        return True

    # ---------------------------------------------------------------- showing

    @property
    def chosen(self) -> ProgramShown | None:
        """The program shown at the right."""
        return self._programs[self._chosen] if self._programs else None

    def _choose(self, row: int) -> None:
        self._chosen = row
        self._show_detail()

    def _show(self) -> None:
        _ = self.words.text
        self._card.set_title(_("Programs"))
        rows = []
        for each in self._programs:
            state, colour = state_of(each, self.words)
            kind = _(KIND_TITLES.get(each.program.kind, each.program.kind))
            cells = (each.program.name, kind, f"{each.program.version}", state)
            rows.append(OfficeRow(cells, ("", "ink2", "ink2", colour)))
        self.table.show_table(
            (
                Column(_("Name")),
                Column(_("Kind"), 168),
                Column(_("Version"), 60, is_figure=True),
                Column(_("State"), 96),
            ),
            rows,
            empty=_("No program yet. Start points or a queue above."),
        )
        self._show_detail()

    def _show_detail(self) -> None:
        _ = self.words.text
        shown = self.chosen
        for button in (self.switch, self.change, self.stop):
            button.setEnabled(shown is not None and shown.program.closed_at is None)
        if shown is None:
            self._detail.set_title("")
            self.sheet.show_parts((), name=_("No program chosen"))
            self.switch.setText(_("Switch off"))
            return
        program = shown.program
        self.switch.setText(_("Switch off") if program.enabled else _("Switch on"))
        state, _colour = state_of(shown, self.words)
        self._detail.set_title(program.name, right=state)
        told = program_parts(shown, self.words)
        self.sheet.show_parts(told, name=program.name)

    # ---------------------------------------------------------------- starting

    def _start_points(self) -> None:
        self._start("M0")

    def _start_queue(self) -> None:
        self._start("M1")

    def _start(self, kind: str) -> None:
        self.quiet.emit()
        self.form.start(kind, presets_of(kind))
        self._open_panel(self.form)
        self._preview()

    def _change(self) -> None:
        shown = self.chosen
        if shown is not None:
            program = shown.program
            known = ProgramAsk(program.name, program.kind, params=shown.params)
            self.form.start(program.kind, presets_of(program.kind), known=known)
            self._open_panel(self.form)
            self._preview()

    def _preview(self) -> None:
        self.form.forget_refusal()
        ask = self.form.ask()
        if ask is None:
            return
        try:
            preview = preview_program(self.desk.shop, ask)
            self.form.show_preview(preview, explain_program(ask))
        except ShopError as error:
            self.form.refuse(self.sentence(error))

    def _adopt(self) -> None:
        self.form.forget_refusal()
        ask = self.form.ask()
        if ask is not None:
            work = later(adopt_program, self.desk.shop, self.desk.seat, ask=ask)
            self.run(work, self._adopted, otherwise=self._refuse)

    def _adopted(self, number: int) -> None:
        _ = self.words.text
        self._close_form()
        self.read()
        name = next(e.program.name for e in self._programs if e.program.number == number)
        self.done.emit(_("{name} runs for every sale from now on.", name=name))

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, ShopError):
            raise error
        kind = type(error).__name__
        fields = {"ProgramConsentMissing": self.form.consent, "TypedSentenceWrong": self.form.typed}
        self.form.refuse(self.sentence(error), field=fields.get(kind))

    # ---------------------------------------------------------------- switching, stopping

    def _switch(self) -> None:
        shown = self.chosen
        if shown is None:
            return
        if not shown.program.enabled and shown.risk != "green":
            # Switching on again asks for the same consent as starting.
            self._change()
            return
        work = later(
            switch_program,
            self.desk.shop,
            self.desk.seat,
            program=shown.program.number,
            enabled=not shown.program.enabled,
        )
        self.run(work, self._switched)

    def _switched(self, _nothing: object) -> None:
        _ = self.words.text
        self.read()
        shown = self.chosen
        if shown is not None:
            state, _colour = state_of(shown, self.words)
            self.done.emit(f"{shown.program.name}: {state}")

    def _ask_to_stop(self) -> None:
        shown = self.chosen
        if shown is None:
            return
        _ = self.words.text
        told = stop_sentences(shown, queue_board(self.desk.shop, limit=1), self.words)
        self.confirm.ask(
            _("Stop {name} for good", name=shown.program.name), told, main=_("Stop for good")
        )
        self._open_panel(self.confirm)

    def _close_program(self) -> None:
        shown = self.chosen
        if shown is not None:
            work = later(
                close_program, self.desk.shop, self.desk.seat, program=shown.program.number
            )
            self.run(work, self._closed)

    def _closed(self, _nothing: object) -> None:
        self._close_form()
        self._switched(None)

    def _open_panel(self, panel: ProgramForm | ConfirmPanel) -> None:
        self._detail.hide()
        for each in (self.form, self.confirm):
            each.setVisible(each is panel)
        panel.begin()

    def _close_form(self) -> None:
        self.form.hide()
        self.confirm.hide()
        self._detail.show()
        self.table.view.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.start_queue, (width - 172, 2, 172, 40))
        self.place(self.start_points, (width - 352, 2, 172, 40))
        halves = columns(width, 460, 588)
        tall = height - 60
        self.place(self._card, (0, 60, halves[0][1], tall))
        self._card.place(self.table, (20, 44, halves[0][1] - 40, whole_rows(tall - 52)))
        for part in (self._detail, self.form, self.confirm):
            hidden = part.isHidden()
            self.place(part, (halves[1][0], 60, halves[1][1], tall))
            part.setVisible(not hidden)
        inside = halves[1][1] - 40
        self._detail.place(self.sheet, (20, 48, inside + 8, tall - 124))
        for number, button in enumerate((self.change, self.switch, self.stop)):
            left = 20 + number * (168 + 8)
            self._detail.place(button, (left, tall - 60, 168, 44))

"""Reward programs: what runs, what customers are told, start, change and stop."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.draws.export_protocol import export_protocol
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.programs.list_programs import ProgramShown, list_programs
from pos_app.actions.programs.switch_program import switch_program
from pos_app.actions.queue.queue_board import QueueBoard, queue_board
from pos_app.errors import ShopError
from pos_app.wording import listed
from ui.office.page.confirm_panel import ConfirmPanel
from ui.office.page.form_panel import FormPanel
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import columns, place_as_is, whole_rows
from ui.office.page.shown_path import shown_path
from ui.office.programs.program_detail import ProgramDetail
from ui.office.programs.program_errands import list_after, listed_with
from ui.office.programs.program_list import program_columns, program_rows
from ui.office.programs.program_starts import ProgramStarts
from ui.office.programs.shop_rules_form import ShopRulesForm
from ui.office.programs.shown_program import state_of, stop_sentences
from ui.office.reports.why_button import WhyButton
from ui.office.widgets.office_table import OfficeTable
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card


class RulesPage(OfficePage):
    """Programs at the left, the chosen one whole at the right; Insert starts one."""

    HEARS = frozenset({"program", "program_version"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._programs: tuple[ProgramShown, ...] = ()
        self._number = self._stopping = 0
        self._card = Card(parent=self)
        self.detail = ProgramDetail(self.words, parent=self)
        self.table = OfficeTable("", parent=self._card)
        self.table.row_chosen.connect(self._choose)
        self.start_button = Button("", icon="plus", key="Ins", size=TYPE.body, parent=self)
        self.rules_button = Button("", icon="rules", key="R", size=TYPE.body, parent=self)
        self.why_button = WhyButton(self, self._of_pool, key="W", parent=self)
        self.starts = ProgramStarts(desk, parent=self)
        self.rules = ShopRulesForm(self)
        self.confirm = ConfirmPanel(self.words, parent=self)
        self._panels = (self.starts, self.rules, self.confirm)
        self._connect()
        self._close_panels()

    def _connect(self) -> None:
        for panel in self._panels:
            panel.closed.connect(self._close_panels)
        self.start_button.clicked.connect(self.start_program)
        self.rules_button.clicked.connect(self.open_rules)
        self.bind("R", self.open_rules)
        for key, button, act in (
            ("F6", self.detail.change, self._change),
            ("F7", self.detail.switch, self._switch),
            ("F8", self.detail.stop, self._ask_to_stop),
            ("F9", self.detail.protocol, self._save_protocol),
        ):
            button.clicked.connect(act)
            self.bind(key, act)
        self.starts.adopted.connect(self._adopted)
        self.starts.refused.connect(self._tell_unfit)
        self.starts.quiet.connect(self.quiet)
        self.starts.try_wished.connect(self._to_what_if)
        self.confirm.wished.connect(self._close_program)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Reward rules")

    @override
    def read(self) -> None:
        self.look(partial(list_programs, self.desk.shop), self._take_list)

    @override
    def open(self, what: str = "") -> None:
        self.read()
        if what and not self.starts.isHidden():
            # Back from the what-if: the form stands as it was left.
            self.starts.take_trial(what)
        else:
            self._close_panels()

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.start_button.setText(_("Start a program"))
        self.rules_button.setText(_("The shop's rules"))
        name_table(self.table, _("Programs"))
        self.starts.put_words()
        self.rules.show_words()
        self._show()

    @override
    def step_back(self) -> bool:
        if all(panel.isHidden() for panel in self._panels):
            return False
        self._close_panels()
        return True

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Insert:
            self.start_program()
            return True
        return False

    # ---------------------------------------------------------------- showing

    @property
    def _row(self) -> int:
        """Where the chosen program stands; the first line until one was chosen."""
        numbers = [each.program.number for each in self._programs]
        return numbers.index(self._number) if self._number in numbers else 0

    @property
    def chosen(self) -> ProgramShown | None:
        """The program shown at the right."""
        return self._programs[self._row] if self._programs else None

    @property
    def _chosen_open(self) -> ProgramShown | None:
        """The same, while it can still be changed and no panel stands before it."""
        shown = self.chosen
        is_open = shown is not None and shown.program.closed_at is None
        return shown if is_open and self.detail.isVisible() else None

    def _of_pool(self) -> tuple[str, int]:
        return "pool", self.chosen.program.number if self.chosen and self.detail.isVisible() else 0

    def _take_list(self, programs: tuple[ProgramShown, ...]) -> None:
        self._programs = programs
        self._show()

    def _choose(self, row: int) -> None:
        self._number = self._programs[row].program.number
        self._show_detail()

    def _show(self) -> None:
        _ = self.words.text
        self._card.set_title(_("Programs"))
        self.table.show_table(
            program_columns(self.words),
            program_rows(self._programs, self.words),
            empty=_("No program yet. Insert starts one."),
        )
        # A new table has no mark: without one the focus would choose the first row.
        self.table.choose(self._row)
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_program(self.chosen)
        self.arrange()

    # ---------------------------------------------------------------- starting

    def start_program(self) -> None:
        """Show what can be started: each kind, then the combinations."""
        self._open_panel(self.starts)
        self.starts.offer_anew()

    def _change(self) -> None:
        shown = self._chosen_open
        if shown is not None:
            self._open_panel(self.starts)
            self.starts.change(shown)

    def _tell_unfit(self, title: str, error: ShopError) -> None:
        self.refused.emit(f"{title}: {self.sentence(error)}")

    def _to_what_if(self, programs: str) -> None:
        self.wanted.emit("what-if", programs)

    def _adopted(self, numbers: tuple[int, ...]) -> None:
        self._number = numbers[0]
        self.look(partial(listed_with, self.desk.shop, numbers), self._show_adopted)

    def _show_adopted(self, found: tuple[tuple[ProgramShown, ...], list[str]]) -> None:
        _ = self.words.text
        programs, started = found
        self._take_list(programs)
        self._close_panels()
        names = listed(started, _)
        self.done.emit(_("{name} runs for every sale from now on.", name=names))

    def open_rules(self) -> None:
        """Show the rules of the whole shop."""
        self.rules.ask()
        self._open_panel(self.rules)

    # ---------------------------------------------------------------- switching, stopping

    def _switch(self) -> None:
        shown = self._chosen_open
        if shown is None:
            return
        if not shown.program.enabled and shown.risk != "green":
            # Switching on again asks for the same consent as starting.
            self._change()
            return
        shop, seat, program = self.desk.shop, self.desk.seat, shown.program
        named = {"program": program.number, "enabled": not program.enabled}
        self.run(partial(list_after, switch_program, shop, seat, **named), self._switched)

    def _switched(self, programs: tuple[ProgramShown, ...]) -> None:
        self._take_list(programs)
        self._tell_state()

    def _tell_state(self) -> None:
        shown = self.chosen
        if shown is not None:
            state, _colour = state_of(shown, self.words)
            self.done.emit(f"{shown.program.name}: {state}")

    def _ask_to_stop(self) -> None:
        if self._chosen_open is not None:
            self.look(partial(queue_board, self.desk.shop, limit=1), self._tell_of_stop)

    def _tell_of_stop(self, boards: tuple[QueueBoard, ...]) -> None:
        shown = self._chosen_open
        if shown is None:
            return
        _ = self.words.text
        told = stop_sentences(shown, boards, self.words)
        name, self._stopping = shown.program.name, shown.program.number
        self.confirm.ask(_("Stop {name} for good", name=name), told, main=_("Stop for good"))
        self._open_panel(self.confirm)

    def _close_program(self) -> None:
        # The one that was asked about: a touch may have chosen another one since.
        shop, seat = self.desk.shop, self.desk.seat
        work = partial(list_after, close_program, shop, seat, program=self._stopping)
        self.run(work, self._closed)

    def _closed(self, programs: tuple[ProgramShown, ...]) -> None:
        self._number = self._stopping
        self._take_list(programs)
        self._close_panels()
        self._tell_state()

    def _save_protocol(self) -> None:
        shown = self.chosen
        if shown is not None and shown.commitment:
            work = partial(export_protocol, self.desk.shop, program=shown.program.name)
            self.run(work, self._tell_protocol)

    def _tell_protocol(self, path: Path) -> None:
        """Name the paper that a person reads, and the file that anybody can check."""
        _ = self.words.text
        paper = shown_path(path.with_suffix(".pdf"))
        self.done.emit(_("Saved: {paper}; for checking: {file}", paper=paper, file=path.name))

    # ---------------------------------------------------------------- panels

    def _open_panel(self, panel: FormPanel | ProgramStarts) -> None:
        self.quiet.emit()
        for each in self._panels:
            each.setVisible(each is panel)
        self.detail.hide()
        self._card.setVisible(panel is not self.starts)
        if isinstance(panel, FormPanel):
            panel.begin()

    def _close_panels(self) -> None:
        for each in self._panels:
            each.hide()
        self._card.show()
        self.detail.show()
        self.table.view.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        wide = 204 * theme().text_scale
        self.place(self.start_button, (width - wide, 2, wide, 40))
        self.place(self.rules_button, (width - 2 * wide - 8, 2, wide, 40))
        self.place(self.why_button, (width - 2 * wide - 136, 2, 120, 40))
        halves = columns(width, 460, 588)
        tall = height - 60
        place_as_is(self, self._card, (0, 60, halves[0][1], tall))
        self._card.place(self.table, (20, 44, halves[0][1] - 40, whole_rows(tall - 52)))
        for part in (self.detail, self.rules, self.confirm):
            place_as_is(self, part, (halves[1][0], 60, halves[1][1], tall))
        place_as_is(self, self.starts, (0, 60, width, tall))
        self.detail.lay_out(halves[1][1], tall)

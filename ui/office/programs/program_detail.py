"""One reward program whole, with what may be done to it."""

from PySide6.QtWidgets import QWidget

from pos_app.actions.programs.list_programs import ProgramShown
from ui.office.page.page_places import in_a_row
from ui.office.page.sheet_view import SheetView
from ui.office.programs.shown_program import program_parts, state_of
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.wording import LiveWording

_FOOT = 60


class ProgramDetail(Card):
    """The sheet over its four buttons; the page listens to them."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.sheet = SheetView(parent=self)
        self.change = Button("", key="F6", size=TYPE.body, parent=self)
        self.switch = Button("", key="F7", size=TYPE.body, parent=self)
        self.stop = Button("", kind=ButtonKind.DANGER, key="F8", size=TYPE.body, parent=self)
        self.protocol = Button("", key="F9", size=TYPE.body, parent=self)

    def show_program(self, shown: ProgramShown | None) -> None:
        """Show a program, or that none is chosen."""
        _ = self._words.text
        self.change.setText(_("Change"))
        self.stop.setText(_("Stop for good"))
        self.protocol.setText(_("Protocol"))
        may = shown is not None and shown.program.closed_at is None
        for button in (self.change, self.switch, self.stop):
            button.setEnabled(may)
        self.protocol.setVisible(shown is not None and bool(shown.commitment))
        if shown is None:
            self.set_title("")
            self.sheet.show_parts((), name=_("No program chosen"))
            self.switch.setText(_("Switch off"))
            return
        program = shown.program
        self.switch.setText(_("Switch off") if program.enabled else _("Switch on"))
        state, _colour = state_of(shown, self._words)
        self.set_title(program.name, right=state)
        self.sheet.show_parts(program_parts(shown, self._words), name=program.name)

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts; sizes at unit 1."""
        self.place(self.sheet, (20, 48, width - 32, height - 48 - _FOOT - 16))
        shown = [self.change, self.switch, self.stop]
        if not self.protocol.isHidden():
            shown.append(self.protocol)
        for button, (left, wide) in zip(shown, in_a_row(shown, width - 40), strict=True):
            self.place(button, (20 + left, height - _FOOT, wide, 44))

"""Another PIN for whoever sits in the office, over the staff page.

At the till the same is asked in steps on the keypad; here in three fields.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.staff.set_pin import set_pin
from pos_app.domain.pin import PinTooSimple, PinWrongShape
from pos_app.domain.refusals.staff import PinLocked, WrongPin
from pos_app.errors import ShopError
from ui.office.page.form_parts import PART, FormField
from ui.office.page.office_page import OfficePage
from ui.office.page.over_page import OverPage
from ui.office.page.panel_button import PanelButton
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel
from ui.wording import N_

KEY = "F6"
_WIDE = 420


class OwnPinPanel(OverPage):
    """Enter goes from field to field and from the last one changes; so does F10."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self.old, self.new, self.again = (
            FormField(secret=True, takes_chinese=False, parent=self) for _ in range(3)
        )
        self.old.entered.connect(self.new.field.edit.setFocus)
        self.new.entered.connect(self.again.field.edit.setFocus)
        self.again.entered.connect(self._change)
        self._rule = TextLabel(colour="ink2", wraps=True, parent=self)
        self.main = Button("", kind=ButtonKind.PRIMARY, key="F10", size=18, parent=self)
        self.main.clicked.connect(self._change)
        self.put_words()

    def ask(self) -> None:
        """Ask for the PIN of now and, twice, for another."""
        self._forget()
        self.put_words()
        self.come(self.old.field.edit)

    @override
    def put_words(self) -> None:
        _ = self.words.text
        self.head(_("Change your own PIN"))
        self.old.set_name(_("The PIN of now"))
        self.new.set_name(_("The new PIN"))
        self.again.set_name(_("The new PIN once more"))
        self._rule.set_text(
            _("A cashier's PIN has 6 digits; a manager's or owner's has 8 signs or more.")
        )
        self.main.setText(_("Change"))

    @override
    def lay_out(self, width: float, height: float) -> None:
        x, y, _width, _height = self.inside
        wide = min(width, _WIDE)
        for number, part in enumerate((self.old, self.new, self.again)):
            self.place(part, (x, y + number * (PART + 8), wide, PART))
        below = y + 3 * (PART + 8)
        self.place(self._rule, (x, below, wide, 48))
        self.place(self.main, (x + wide - 208, below + 60, 208, 48))

    def _change(self) -> None:
        _ = self.words.text
        if self.new.text() != self.again.text():
            self._refuse_at(self.again, _("The two are not the same. Type the new PIN again."))
            return
        desk = self.page.desk
        work = partial(set_pin, desk.shop, desk.seat, old=self.old.text(), new=self.new.text())
        self.page.run(work, self._changed, otherwise=self._refuse)

    def _changed(self, _nothing: object) -> None:
        _ = self.words.text
        self._forget()
        self.go_back()
        self.page.done.emit(_("The PIN is changed. From now on only the new one works."))

    def _refuse(self, error: ShopError) -> None:
        sentence = self.page.sentence(error)
        if isinstance(error, WrongPin | PinLocked):
            self._refuse_at(self.old, sentence)
        elif isinstance(error, PinWrongShape | PinTooSimple):
            self._refuse_at(self.new, sentence)
        else:
            self.page.refused.emit(sentence)

    def _refuse_at(self, field: FormField, sentence: str) -> None:
        """What was wrong is typed anew; the rest stays."""
        field.set_text("")
        field.mark_refused(sentence)
        field.field.edit.setFocus()
        self.page.refused.emit(sentence)

    def _forget(self) -> None:
        """No PIN stays on the screen, not even as dots."""
        for field in (self.old, self.new, self.again):
            field.set_text("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._change()
        else:
            super().keyPressEvent(event)


class OwnPinButton(PanelButton):
    """Opens the panel for whoever sits here; the role does not matter."""

    def __init__(self, page: OfficePage, *, parent: QWidget) -> None:
        self.panel = OwnPinPanel(page)
        super().__init__(page, N_("Own PIN"), key=KEY, opens=self.panel.ask, parent=parent)

"""What a member declares of age, work and household, over the members' page.

The button that opens it is here too; a page says of whom.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.members.declare_member import declare_member
from pos_app.domain.member import ADULT, MINOR, MemberDeclared
from pos_app.domain.standing import Standing
from ui.office.page.form_parts import PART, FormChoice, FormField
from ui.office.page.office_page import OfficePage
from ui.office.page.over_page import OverPage
from ui.office.page.panel_button import PanelButton
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel
from ui.wording import N_

KEY = "F5"
_BANDS = (ADULT, MINOR)
_WIDE = 420


class DeclarePanel(OverPage):
    """F10 writes it for later sales; what earlier ones brought stands."""

    def __init__(self, page: OfficePage, saved: Callable[[int], object]) -> None:
        super().__init__(page)
        self._standing: Standing | None = None
        self._saved = saved
        self.age, self.work = FormChoice(2, parent=self), FormChoice(2, parent=self)
        self.household = FormField(parent=self)
        self._rule = TextLabel(colour="ink2", wraps=True, parent=self)
        self.save = Button("", kind=ButtonKind.PRIMARY, key="F10", size=18, parent=self)
        self.save.clicked.connect(self._save)
        self.household.entered.connect(self._save)
        self.put_words()

    def ask(self, standing: Standing) -> None:
        """Show what a member has declared until now."""
        self._standing = standing
        declared = standing.declared
        self.age.choose(_BANDS.index(declared.age_band))
        self.work.choose(int(declared.employee))
        self.household.set_text(declared.household)
        self.put_words()
        self.come(self.household.field.edit)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        name = ""
        if self._standing is not None:
            name = self._standing.name or str(self._standing.member)
        self.head(_("{name} declares", name=name))
        self.age.set_name(_("Age"), [_("18 or older"), _("14 to 17")])
        self.work.set_name(_("Works in this shop or owns it"), [_("no"), _("yes")])
        self.household.set_name(
            _("Household"), hint=_("The same word for everybody of one household; may be empty")
        )
        self._rule.set_text(
            _(
                "It counts for later sales: people under 18 take no part in draws and referral "
                "programs, staff in no draw, and nobody is paid for referring staff or somebody "
                "of the same household."
            )
        )
        self.save.setText(_("Save"))

    def lay_out(self, width: float, height: float) -> None:
        """One part below the other, at the left."""
        x, y, _width, _height = self.inside
        wide = min(width, _WIDE * 2)
        for number, part in enumerate((self.age, self.work, self.household)):
            self.place(part, (x, y + number * (PART + 8), wide, PART))
        below = y + 3 * (PART + 8)
        self.place(self._rule, (x, below, wide, 76))
        self.place(self.save, (x + wide - 208, below + 88, 208, 48))

    def _save(self) -> None:
        standing = self._standing
        if standing is None:
            return
        declared = MemberDeclared(
            _BANDS[self.age.choice], bool(self.work.choice), self.household.text()
        )
        desk = self.page.desk
        work = partial(
            declare_member, desk.shop, desk.seat, member=standing.member, declared=declared
        )
        self.page.run(work, self._done)

    def _done(self, _nothing: object) -> None:
        _ = self.words.text
        standing = self._standing
        self.go_back()
        if standing is not None:
            self._saved(standing.member)
            self.page.done.emit(_("Saved: {name}", name=standing.name or str(standing.member)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._save()
        else:
            super().keyPressEvent(event)


class DeclareButton(PanelButton):
    """Opens the panel for the member that the page shows, if it shows one."""

    def __init__(
        self,
        page: OfficePage,
        shown: Callable[[], Standing | None],
        *,
        saved: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(page, N_("Declares"), key=KEY, opens=self.open_panel, parent=parent)
        self.panel = DeclarePanel(page, saved)
        self._shown = shown

    def open_panel(self) -> None:
        """Show what the member of the page has declared."""
        standing = self._shown()
        if standing is not None:
            self.panel.ask(standing)

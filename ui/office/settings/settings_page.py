"""Settings of the shop and the counter, and whether its records are safe."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.safekeeping.back_up_now import back_up_now
from pos_app.actions.safekeeping.drill_restore import drill_restore
from pos_app.actions.safekeeping.office_status import OfficeStatus, office_status
from pos_app.actions.safekeeping.renew_recovery_code import renew_recovery_code
from pos_app.domain.day_text import moment_text
from pos_app.domain.moment import Instant
from pos_app.domain.settings import ShopSettings
from pos_app.domain.staff import KEYS, may
from pos_app.errors import ShopError
from ui.day_words import age
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormField
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage
from ui.office.page.page_places import columns
from ui.office.page.sheet_view import SheetLine, SheetNote, SheetPart, SheetView
from ui.office.page.shown_path import shown_path
from ui.office.settings.code_form import CodePapers
from ui.office.settings.keys_panel import KeysPanel
from ui.office.settings.new_code_panel import NewCodePanel
from ui.office.settings.scale_panel import ScalePanel
from ui.office.settings.settings_form import SettingsForm
from ui.office.settings.stores_panel import StoresPanel
from ui.office.status_marks import seconds_since
from ui.theme import theme, wear
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.wording import Language, LiveWording


class BackupPanel(FormPanel):
    """The last backup and the last drill; a backup now, or a drill with the code."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.sheet = SheetView()
        self.code = FormField(takes_chinese=False)
        self.add_row(280, self.sheet)
        self.add_row(PART, self.code)
        self.renew = Button("", kind=ButtonKind.SECONDARY, size=TYPE.body)
        self.add_row(48, self.renew)
        self.drill = self.add_action(self._nothing, wide=150)
        # The page's main action is to save the form.
        self.main.set_kind(ButtonKind.SECONDARY)
        self.main.set_key("")
        self.show_words()

    def _nothing(self) -> None:
        """The page listens to the button itself."""

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("Backup"), main=_("Back up now"))
        self.set_head(_("Backup"))
        self.code.set_name(_("Recovery code, to try a restore"), hint="XXXX-XXXX-…")
        self.drill.setText(_("Try a restore"))
        self.renew.setText(_("A new recovery code"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def show_status(self, status: OfficeStatus, now: Instant, *, folder: Path) -> None:
        """Show how safe the records are."""
        _ = self.words.text
        parts: list[SheetPart] = []
        for label, at in (
            (_("Last backup"), status.backup_at),
            (_("Opened by the till itself"), status.tried_at),
            (_("Last restore drill"), status.drill_at),
        ):
            figure = moment_text(at, self.words.text) if at is not None else _("never")
            note = age(seconds_since(at, now), self.words) if at is not None else ""
            colour = "ink" if at is not None else "amber"
            parts.append(SheetLine(label, figure=figure, note=note, colour=colour))
        if status.trial_fault:
            text = _("The newest backup does not open. Make one now and carry it away.")
            parts.insert(0, SheetNote(text, "red"))
        parts += [
            SheetLine(_("Papers that wait"), figure=str(status.waiting_papers)),
            SheetNote(_("The till leaves its backups here:")),
            SheetNote(shown_path(folder.absolute() / "backups"), "ink"),
            SheetNote(
                _("Copy it to a stick or another machine. With the recovery code it is the shop.")
            ),
        ]
        self.sheet.show_parts(parts, name=_("Backup"))


class SettingsPage(OfficePage):
    """The form at the left, backups at the right."""

    HEARS = frozenset({"setting"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._asked = desk.shop.settings
        self.form = SettingsForm(self.words, parent=self)
        self.form.wished.connect(self._save)
        self.form.closed.connect(self._forget)
        self.backup = BackupPanel(self.words, parent=self)
        self.backup.wished.connect(self._back_up)
        self.backup.drill.clicked.connect(self._drill)
        self.backup.code.entered.disconnect()
        self.backup.code.entered.connect(self._drill)
        self.backup.renew.setVisible(may(desk.seat.role, KEYS))
        self.backup.renew.clicked.connect(self._ask_for_code)
        self.fresh = NewCodePanel(self.words, parent=self)
        self.fresh.hide()
        self.papers = CodePapers(self.fresh, self.desk.background)
        self.fresh.wished.connect(self._renew)
        self.fresh.closed.connect(self._leave_code)
        self.keys, self.stores, self.scale = KeysPanel(self), StoresPanel(self), ScalePanel(self)
        self.keys_button = Button("", key="F6", size=TYPE.body, parent=self)
        self.stores_button = Button("", key="F7", size=TYPE.body, parent=self)
        self.scale_button = Button("", key="F8", size=TYPE.body, parent=self)
        for key, button, act in (
            ("F6", self.keys_button, self.keys.ask),
            ("F7", self.stores_button, self.stores.ask),
            ("F8", self.scale_button, self.scale.ask),
        ):
            button.clicked.connect(act)
            self.bind(key, act)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Settings")

    @override
    def subtitle(self) -> str:
        """Which till this is and whose; read only (decision 0091)."""
        _, here = self.words.text, self.desk.shop.settings
        return _("Till {till}, store {store}", till=here.till, store=here.store)

    @override
    def open(self, what: str = "") -> None:
        self.form.show_settings(self.desk.shop.settings)
        self.read()
        self.form.begin()

    @override
    def read(self) -> None:
        shop = self.desk.shop
        self.backup.show_status(office_status(shop), shop.clock.now(), folder=shop.folder)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.keys_button.setText(_("Keys of the till"))
        self.stores_button.setText(_("Stores"))
        self.scale_button.setText(_("Labels of the scale"))
        self.form.show_words()
        self.backup.show_words()
        self.fresh.show_words()
        self.read()

    def _forget(self) -> None:
        if self._asked_now() == self.desk.shop.settings:
            self.wanted.emit("today", "")
        else:
            self.form.show_settings(self.desk.shop.settings)

    def _save(self) -> None:
        asked = self._asked_now()
        if asked is not None:
            self._asked = asked
            work = partial(save_settings, self.desk.shop, self.desk.seat, settings=asked)
            self.run(work, self._saved, otherwise=self._refuse)

    def _asked_now(self) -> ShopSettings | None:
        """What the form asks for; what the panels over it set is kept at once."""
        asked, kept = self.form.settings(), self.desk.shop.settings
        return asked and replace(asked, keys=kept.keys, scale_label=kept.scale_label)

    def _saved(self, _nothing: object) -> None:
        asked: ShopSettings = self._asked
        self.words.speak(Language(asked.language))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, asked, unit=theme().unit)
        self.form.show_settings(asked)
        _ = self.words.text
        self.done.emit(_("Saved: {name}", name=self.title()))

    def _refuse(self, error: ShopError) -> None:
        about = str(getattr(error, "what", "") or getattr(error, "name", ""))
        fields = {
            "name": self.form.name,
            "printer": self.form.printer,
            "lock_after_seconds": self.form.lock,
            "cash_limit": self.form.cash,
            "return_limit": self.form.returned,
            "cash_move_limit": self.form.moved,
            "discount_limit_bp": self.form.discount,
            "rounding_limit": self.form.rounding,
        }
        self.form.refuse(self.sentence(error), field=fields.get(about))

    def _back_up(self) -> None:
        self.run(partial(back_up_now, self.desk.shop, self.desk.seat), self._backed_up)

    def _backed_up(self, path: Path) -> None:
        self.read()
        self.tell_saved(path)

    def _drill(self) -> None:
        code = self.backup.code.text()
        work = partial(drill_restore, self.desk.shop, self.desk.seat, recovery_code=code)
        self.run(work, self._drilled, otherwise=self._refuse_drill)

    def _drilled(self, made_at: Instant) -> None:
        _ = self.words.text
        self.backup.code.set_text("")
        self.backup.forget_refusal()
        self.read()
        self.done.emit(
            _(
                "The backup of {day} opens with this code.",
                day=moment_text(made_at, self.words.text),
            )
        )

    def _refuse_drill(self, error: ShopError) -> None:
        self.backup.refuse(self.sentence(error), field=self.backup.code)

    def _ask_for_code(self) -> None:
        self.fresh.forget()
        self._show_code_panel(wanted=True)
        self.fresh.main.setFocus()

    def _leave_code(self) -> None:
        self.fresh.forget()
        self._show_code_panel(wanted=False)
        self.backup.renew.setFocus()

    def _show_code_panel(self, *, wanted: bool) -> None:
        self.fresh.setVisible(wanted)
        self.backup.setVisible(not wanted)

    def _renew(self) -> None:
        if self.fresh.has_code:
            self._leave_code()
            return
        work = partial(renew_recovery_code, self.desk.shop, self.desk.seat)
        self.run(work, self._renewed, otherwise=self._refuse_code)

    def _renewed(self, code: str) -> None:
        self.fresh.show_code()
        self.papers.take(self.desk.shop, code)
        self.read()

    def _refuse_code(self, error: ShopError) -> None:
        self.fresh.refuse(self.sentence(error))

    @override
    def lay_out(self, width: float, height: float) -> None:
        halves = columns(width, 664, 384)
        tall = height - 60
        self.place(self.scale_button, (width - 230, 2, 230, 40))
        self.place(self.stores_button, (width - 230 - 176, 2, 168, 40))
        self.place(self.keys_button, (width - 230 - 176 - 216, 2, 208, 40))
        self.place(self.form, (halves[0][0], 60, halves[0][1], tall))
        for panel in (self.backup, self.fresh):
            hidden = panel.isHidden()
            self.place(panel, (halves[1][0], 60, halves[1][1], tall))
            panel.setVisible(not hidden)

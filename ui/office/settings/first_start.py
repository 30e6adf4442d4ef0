"""The first start without the sample: the shop, its owner, and the recovery code.

Three panels in turn, by keyboard alone. The shop is made after the second; the third
shows the code that is never shown again, and hands the shop over.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from typing_extensions import override

from pos_app.actions.premises.make_shop import MadeShop, ShopSetup, make_shop
from pos_app.clock import Clock
from pos_app.domain.pin import PinTooSimple, PinWrongShape
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.background import Background
from ui.office.page.form_panel import FormPanel
from ui.office.settings.code_form import CodePapers
from ui.office.settings.first_start_panels import CodePanel, OwnerPanel, ShopPanel
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import Window
from ui.wording import LiveWording

_PANEL = (640, 560)


class FirstStartScreen(Window):
    """Makes a shop in an empty folder and hands it over by `made`."""

    made = Signal(object)
    """The open `Shop`."""
    given_up = Signal()
    """Esc on the first panel: nothing was made."""
    closed = Signal()
    """The window was closed."""

    def __init__(
        self, folder: Path, *, background: Background, words: LiveWording, clock: Clock
    ) -> None:
        super().__init__()
        self.words = words
        self._folder, self._clock, self._background = folder, clock, background
        self._whole: MadeShop | None = None
        self.shop_panel = ShopPanel(words, parent=self)
        self.owner_panel = OwnerPanel(words, parent=self)
        self.code_panel = CodePanel(words, parent=self)
        self._papers = CodePapers(self.code_panel, background)
        self._panels = (self.shop_panel, self.owner_panel, self.code_panel)
        self.shop_panel.wished.connect(self._to_owner)
        self.shop_panel.closed.connect(self.given_up)
        self.owner_panel.wished.connect(self._make)
        self.owner_panel.closed.connect(self._to_shop)
        self.code_panel.wished.connect(self._hand_over)
        words.changed.connect(self.put_words)
        self.put_words()
        self._show(self.shop_panel)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        for panel in self._panels:
            panel.show_words()
        self.setWindowTitle(_("A new shop"))

    @property
    def papers(self) -> CodePapers:
        """What writes, prints and deletes the paper with the code."""
        return self._papers

    @property
    def unclaimed(self) -> Shop | None:
        """The shop that was made and not handed over yet."""
        return self._whole.shop if self._whole is not None else None

    @property
    def panel(self) -> FormPanel:
        """The panel shown."""
        return next(each for each in self._panels if not each.isHidden())

    def take_focus(self) -> None:
        """Put the focus where typing goes first."""
        self.panel.begin()

    def _show(self, panel: FormPanel) -> None:
        for each in self._panels:
            each.setVisible(each is panel)
        self.arrange()
        panel.begin()

    def _to_shop(self) -> None:
        self._show(self.shop_panel)

    def _to_owner(self) -> None:
        _ = self.words.text
        panel = self.shop_panel
        panel.forget_refusal()
        if not panel.name.text():
            panel.refuse(_("The shop needs a name."), field=panel.name)
            return
        self._show(self.owner_panel)

    def _make(self) -> None:
        _ = self.words.text
        panel, shop = self.owner_panel, self.shop_panel
        panel.forget_refusal()
        if not panel.name.text():
            panel.refuse(_("The owner needs a name."), field=panel.name)
            return
        if panel.pin.text() != panel.again.text():
            panel.refuse(_("The two PINs differ."), field=panel.again)
            return
        setup = ShopSetup(
            name=shop.name.text(),
            owner_name=panel.name.text(),
            owner_pin=panel.pin.text(),
            address=shop.address.text(),
            contact=shop.contact.text(),
            language=self.words.language.value,
        )
        panel.main.setEnabled(False)
        panel.say(_("The shop is being made."))
        self._background.run(
            partial(_make_whole, self._folder, setup, clock=self._clock),
            self._take_shop,
            otherwise=self._refuse,
            broken=self._let_try,
        )

    def _let_try(self) -> None:
        self.owner_panel.main.setEnabled(True)

    def _refuse(self, error: ShopError) -> None:
        self._let_try()
        panel = self.owner_panel
        told = tell(error, self.words.wording).whole
        if isinstance(error, PinWrongShape):
            # There is nobody but the owner yet, whose PIN this is.
            _ = self.words.text
            told = _("An owner's PIN has eight signs or more. Nothing was made.")
        is_pin = isinstance(error, PinWrongShape | PinTooSimple)
        panel.refuse(told, field=panel.pin if is_pin else None)

    def _take_shop(self, whole: MadeShop) -> None:
        self._whole = whole
        for field in (self.owner_panel.pin, self.owner_panel.again):
            field.set_text("")
        self._papers.take(whole.shop, whole.recovery_code)
        self._show(self.code_panel)

    def _hand_over(self) -> None:
        if self._whole is not None and self.code_panel.kept.isChecked():
            shop: Shop = self._whole.shop
            self._whole = None
            self.made.emit(shop)

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        _ = self.words.text
        top = (canvas.height - _PANEL[1]) / 2
        box = (0, top - 64, canvas.width, 44)
        canvas.text(
            box, _("A new shop"), size=TYPE.title, colour=canvas.palette.ink, bold=True,
            align=Align.CENTRE,
        )  # fmt: skip

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        height = self.height() / (now.unit * now.text_scale)
        across, tall = _PANEL
        for panel in self._panels:
            hidden = panel.isHidden()
            self.place(panel, ((width - across) / 2, (height - tall) / 2, across, tall))
            panel.setVisible(not hidden)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.panel.closed.emit()
        else:
            super().keyPressEvent(event)


def _make_whole(folder: Path, setup: ShopSetup, *, clock: Clock) -> MadeShop:
    folder.mkdir(parents=True, exist_ok=True)
    return make_shop(folder, setup, clock=clock)


def make_first_shop(folder: Path, *, words: LiveWording, clock: Clock) -> Shop | None:
    """Ask for a new shop in a window of its own; None when it was closed before.

    A shop that was made is handed over even if its window is closed at the code: the
    shop is there, and its owner makes another code in the settings.
    """
    background = Background()
    screen = FirstStartScreen(folder, background=background, words=words, clock=clock)
    screen.resize(theme().px(1280), theme().row(800))
    loop = QEventLoop()
    shops: list[Shop] = []
    screen.made.connect(shops.append)
    for signal in (screen.made, screen.given_up, screen.closed):
        signal.connect(loop.quit)
    screen.show()
    screen.take_focus()
    loop.exec()
    background.finish()
    background.close()
    kept = shops[0] if shops else screen.unclaimed
    screen.hide()
    screen.deleteLater()
    return kept

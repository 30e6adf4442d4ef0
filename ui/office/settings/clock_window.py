"""A clock that jumped half a year is asked about before anybody can sign in.

A manager's or an owner's PIN accepts the time; Esc leaves everything as it is.
"""

from functools import partial

from PySide6.QtCore import QEventLoop, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.premises.accept_time import accept_time_by_pin
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.background import Background
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormField
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.card import Window
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_PANEL = (640, 420)


class ClockPanel(FormPanel):
    """What the machine says, what would follow, and the PIN that accepts it."""

    def __init__(
        self, words: LiveWording, doubt: ClockJumped, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent=parent)
        _ = words.text
        told = TextLabel(tell(doubt, words.wording).happened, size=TYPE.row, wraps=True)
        follows = TextLabel(
            _(
                "If the time is right, everything that became due since then is done now: "
                "rewards are settled, draws are drawn, vouchers expire. Nothing brings that back. "
                "If it is wrong, press Esc and put the machine's clock right."
            ),
            colour="ink2",
            wraps=True,
        )
        self.pin = FormField(secret=True, takes_chinese=False)
        self.add_row(64, told)
        self.add_row(112, follows)
        self.add_row(PART, self.pin)
        self.pin.set_name(_("A manager's or an owner's PIN"))
        self.put_words(_("Is this the right time?"), main=_("Accept the time"))


class ClockWindow(Window):
    """One panel in the middle; closed, it leaves the time unaccepted."""

    over = Signal()

    def __init__(self, shop: Shop, doubt: ClockJumped, *, words: LiveWording) -> None:
        super().__init__()
        self._shop, self._words = shop, words
        self._background = Background()
        self.is_accepted = False
        self.panel = ClockPanel(words, doubt, parent=self)
        self.panel.wished.connect(self._accept)
        self.panel.closed.connect(self.close)
        self.setWindowTitle(shop.settings.name)
        self.resize(theme().px(1280), theme().row(800))

    def finish(self) -> None:
        """Let a PIN that is being looked at be answered."""
        self._background.finish()

    def _accept(self) -> None:
        self.panel.forget_refusal()
        self.panel.main.setEnabled(False)
        work = partial(accept_time_by_pin, self._shop, self.panel.pin.field.text())
        self._background.run(work, self._accepted, otherwise=self._refuse, broken=self._let_try)

    def _accepted(self, _nothing: object) -> None:
        self.is_accepted = True
        self.close()

    def _let_try(self) -> None:
        self.panel.main.setEnabled(True)

    def _refuse(self, error: ShopError) -> None:
        self._let_try()
        self.panel.pin.set_text("")
        self.panel.refuse(tell(error, self._words.wording).whole, field=self.panel.pin)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._background.finish()
        self._background.close()
        self.over.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now = theme()
        width = self.width() / now.unit
        height = self.height() / (now.unit * now.text_scale)
        across, tall = _PANEL
        self.place(self.panel, ((width - across) / 2, (height - tall) / 2, across, tall))


def ask_about_time(shop: Shop, doubt: ClockJumped, *, words: LiveWording) -> bool:
    """Ask in a window of its own; False when nobody accepted the time."""
    window = ClockWindow(shop, doubt, words=words)
    loop = QEventLoop()
    window.over.connect(loop.quit)
    window.show()
    window.panel.begin()
    loop.exec()
    window.deleteLater()
    return window.is_accepted

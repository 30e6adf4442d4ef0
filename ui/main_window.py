"""The one window: sign-in, till and office in turn; language, light, lock.

Screens come and go here; what happens on them is their own. The sign-in is painted
before the till behind it is loaded: whoever comes sees at once that the shop wakes.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from typing_extensions import override

from pos_app.domain.first_look import FirstLook
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopSettings
from pos_app.errors import ShopError
from ui.layout_unit import unit_for
from ui.theme import theme, wear
from ui.till.sign_in_screen import SignInScreen
from ui.till_keys import Act, KeyTable, bound_keys
from ui.wording import Language, LiveWording

if TYPE_CHECKING:
    # Loaded behind the first paint (docs/decisions/0040).
    from pos_app.shop import Shop
    from ui.background import Background
    from ui.office.office_screen import OfficeScreen
    from ui.till.till import Till

SMALLEST = QSize(1280, 800)
_USED = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})

MakeOffice = Callable[[Seat, QWidget], "OfficeScreen"]
"""Makes the office for a seat, as a child of a widget."""


def first_window(app: QApplication, look: FirstLook) -> "MainWindow":
    """Make the window as it looks before the shop is open, in the shop's own look."""
    settings = look.settings
    wear(app, settings)
    window = MainWindow(look, words=LiveWording(Language(settings.language)))
    window.resize(SMALLEST)
    return window


class MainWindow(QWidget):
    """Shows one screen at a time and decides nothing about a sale."""

    closed = Signal()

    till: "Till"
    """What is behind the sign-in, once somebody has moved in."""

    def __init__(self, look: FirstLook, *, words: LiveWording) -> None:
        super().__init__()
        self.words = words
        self._look = look
        self._shop: Shop | None = None
        self._keys = KeyTable(bound_keys(look.settings.keys))
        self._make_office: MakeOffice | None = None
        self._office: OfficeScreen | None = None
        self.sign_in = SignInScreen(words, look)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.sign_in)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self.setMinimumSize(SMALLEST)
        self.sign_in.signed_in.connect(self._sit_down)
        self.sign_in.language_wished.connect(self.turn_language)
        self.sign_in.light_wished.connect(self.turn_light)
        self.words.changed.connect(self._put_title)
        self._put_title()
        self.sign_in.open()
        self.sign_in.take_focus()

    def move_in(self, shop: "Shop", background: "Background", *, make_office: MakeOffice) -> None:
        """The shop is open: put the till behind the sign-in, and let people in."""
        from ui.till.till import Till

        self._shop, self._background = shop, background
        self._make_office = make_office
        self.till = Till(shop, background, words=self.words, keys=self._keys)
        self._stack.addWidget(self.till.screen)
        self.till.wished.connect(self._take_wish)
        self.till.left.connect(self.leave_seat)
        self.sign_in.serve(shop, background)
        self._put_title()
        self.show_customer()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def show_customer(self) -> None:
        """Show the bill to the customer too, where the machine has a second screen."""
        if len(QGuiApplication.screens()) > 1:
            # Most tills have one screen, and the customer's is not theirs to load.
            from ui.customer_screen import CustomerScreen

            self._customer = CustomerScreen(self.till, self.words)
            self._customer.show_on_second_screen()

    @property
    def is_open(self) -> bool:
        """Whether the shop is open behind the sign-in."""
        return self._shop is not None

    def _put_title(self) -> None:
        self.setWindowTitle(self._settings.name)

    @property
    def _settings(self) -> ShopSettings:
        return self._shop.settings if self._shop is not None else self._look.settings

    # ---------------------------------------------------------------------- screens

    def show_screen(self, screen: QWidget) -> None:
        """Put a screen in front and give it the keys."""
        self._stack.setCurrentWidget(screen)
        if screen is self.till.screen:
            self.till.screen.take_focus()
            self._begin_to_wait()
        else:
            self._idle.stop()
            screen.setFocus()

    def leave_seat(self) -> None:
        """Nobody sits here: ask who comes."""
        self.sign_in.open()
        self.show_screen(self.sign_in)
        self.sign_in.take_focus()

    def lock(self) -> None:
        """Hide the bill until the one who sits here, or another, types a PIN."""
        if self._stack.currentWidget() is self.sign_in or self.till.session.doubt is not None:
            # Where nothing is sold, the bar that says why is to be read by whoever comes.
            return
        seat = self.till.session.seat
        self.sign_in.open(locked_for=seat.staff)
        self.show_screen(self.sign_in)
        self.sign_in.take_focus()

    def _sit_down(self, seat: Seat) -> None:
        self.show_screen(self.till.screen)
        self.till.open(seat)

    def _take_wish(self, act: Act) -> None:
        if act is Act.LOCK:
            self.lock()
        elif act is Act.LANGUAGE:
            self.turn_language()
        elif act is Act.LIGHT:
            self.turn_light()
        elif act is Act.OFFICE:
            self.open_office()
        elif act is Act.CLOSE:
            self.close()

    def open_office(self) -> None:
        """Go to the back of the shop, where there is one for this role."""
        if self._make_office is None:
            return
        self._office = self._make_office(self.till.session.seat, self)
        self._stack.addWidget(self._office)
        self._office.left.connect(self.close_office)
        self.show_screen(self._office)

    def close_office(self) -> None:
        """Come back to the till."""
        office, self._office = self._office, None
        self.show_screen(self.till.screen)
        if office is not None:
            self._stack.removeWidget(office)
            office.deleteLater()
        self._keys.bind(bound_keys(self._settings.keys))
        self.till.screen.put_words()
        self.till.session.bill.quote_again()

    def take_scan(self, text: str) -> None:
        """Send a scan to the screen in front; nobody scans through a lock."""
        front = self._stack.currentWidget()
        if front is self.till.screen:
            self.till.take_scan(text)
        elif self._office is not None and front is self._office:
            self._office.take_scan(text)

    def tell_error(self, error: ShopError) -> None:
        """Say a refusal or a fault, in the office too when that is in front."""
        self.till.session.refused.emit(error)
        if self._office is not None:
            self._office.tell_error(error)

    def tell_bug(self, report: str) -> None:
        """Say that the program has failed; `report` is a file, empty when there is none."""
        self.till.news.say_bug(report)
        if self._office is not None:
            self._office.tell_bug(report)

    # ---------------------------------------------------------------------- looks

    def turn_language(self) -> None:
        """Speak the other language, now and at the next start."""
        zh = self.words.language is Language.ZH_CN
        language = Language.EN if zh else Language.ZH_CN
        self.words.speak(language)
        self._keep(language=language.value)

    def turn_light(self) -> None:
        """Change between the light and the dark screen, now and at the next start."""
        dark = not theme().dark
        self._dress(dark=dark)
        self._keep(dark=dark)

    def _keep(self, **taste: str | bool) -> None:
        if self._shop is None or self.till.session.doubt is not None:
            # A file that is not open yet, or at risk, is not written to for a colour.
            return
        work = partial(_keep_taste, self._shop, self.till.session.seat, taste)
        self._background.run(work, otherwise=self._not_kept)

    def _not_kept(self, _error: ShopError) -> None:
        """It looks and speaks as wished until the next start; nobody is stopped for it."""

    def _dress(self, *, dark: bool) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, replace(self._settings, dark=dark), unit=unit_for(self.size()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if unit_for(self.size()) != theme().unit:
            self._dress(dark=theme().dark)

    # ---------------------------------------------------------------------- waiting

    def _begin_to_wait(self) -> None:
        seconds = self._settings.lock_after_seconds
        if seconds and self._stack.currentWidget() is self.till.screen:
            self._idle.start(seconds * 1000)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Before anybody has signed in, language and light are the window's keys.
        acts = self._keys.acts_of(event)
        if Act.LANGUAGE in acts:
            self.turn_language()
        elif Act.LIGHT in acts:
            self.turn_light()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED and self._idle.isActive():
            self._begin_to_wait()
        return False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # What is on its way to the books arrives before the window is gone.
        if self._shop is not None:
            self._background.finish()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        super().closeEvent(event)
        self.closed.emit()


def _keep_taste(shop: "Shop", seat: Seat, taste: dict[str, Any]) -> None:
    """Change the settings as they are by now: another wish may have come just before."""
    from pos_app.actions.premises.save_settings import save_settings

    save_settings(shop, seat, settings=replace(shop.settings, **taste))

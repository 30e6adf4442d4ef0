"""The program as a whole: one window, one worker, one scan filter.

It opens the shop, or says in words why not; and when something breaks that nobody
foresaw it tells the person at the till and writes a report without customer data.
"""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.actions.due.settle_due import is_due
from pos_app.actions.premises.accept_time import time_doubt
from pos_app.actions.safekeeping.check_books import doubt_of
from pos_app.actions.staff.staff_list import staff_list
from pos_app.clock import SystemClock
from pos_app.domain.first_look import FirstLook
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.faults import ShopAlreadyOpen
from pos_app.shop import Shop
from pos_app.startup import has_shop, open_shop
from ui.background import Background
from ui.backup_rounds import BackupRounds
from ui.books_check import BooksCheck
from ui.bug_report import write_report
from ui.change_feed import ChangeFeed
from ui.main_window import MainWindow, first_window
from ui.second_start import FirstStart, raise_first
from ui.theme import apply_theme, wear
from ui.till.bar_messages import is_damage
from ui.till.scan_filter import KeyTime, ScanFilter, time_of_event
from ui.widgets.icons import icon_picture
from ui.windows.sample_window import SampleWindow
from ui.wording import Language, LiveWording

if TYPE_CHECKING:
    from ui.office.office_screen import OfficeScreen

ALREADY_OPEN = 0
NOT_OPENED = 1
_ICON_PIXELS = 64


class Application:
    """Everything that lives as long as the window; made once by `run`, or by a test."""

    def __init__(
        self,
        app: QApplication,
        shop: Shop,
        *,
        key_time: KeyTime = time_of_event,
        window: MainWindow | None = None,
    ) -> None:
        self.shop = shop
        self.window = window or first_window(app, FirstLook(shop.settings, staff_list(shop)))
        self.words = self.window.words
        self.background = Background()
        self.feed = ChangeFeed()
        shop.storage.committed.append(self.feed.announce)
        self.window.move_in(shop, self.background, make_office=self.make_office)
        self.filter = ScanFilter(app, key_time=key_time)
        self.filter.scanned.connect(self.window.take_scan)
        self.books_check = BooksCheck(shop)
        self.books_check.in_doubt.connect(self.window.till.stop_selling)
        self.rounds = BackupRounds(shop)
        self.clock_window: QWidget | None = None
        self.window.sign_in.refused.connect(self._hear_refusal)
        self.window.till.session.due.jumped.connect(self._ask_about_time)
        doubt = doubt_of(shop.findings)
        if doubt is not None:
            self.window.till.stop_selling(doubt)
        app.setWindowIcon(icon_picture("scan", size=_ICON_PIXELS, colour="#1D4C9E"))

    def make_office(self, seat: Seat, parent: QWidget) -> "OfficeScreen":
        """Make the office for a seat; it is imported when it is first wanted."""
        from ui.office.office_screen import OfficeScreen

        return OfficeScreen(
            self.shop,
            seat,
            background=self.background,
            words=self.words,
            feed=self.feed,
            parent=parent,
        )

    def _hear_refusal(self, error: ShopError) -> None:
        if isinstance(error, ClockJumped):
            self._ask_about_time(error)

    def _ask_about_time(self, doubt: ClockJumped) -> None:
        """The clock jumped while the till is open: a manager accepts the time, or not."""
        if self.clock_window is not None:
            return
        from ui.office.settings.clock_window import ClockWindow

        window = ClockWindow(self.shop, doubt, words=self.words)
        self.clock_window = window
        window.over.connect(self._time_answered)
        window.show()
        window.panel.begin()

    def _time_answered(self) -> None:
        window, self.clock_window = self.clock_window, None
        if window is not None:
            window.deleteLater()
        self.window.activateWindow()
        self.window.till.session.due.look()

    def close(self) -> None:
        """Let everything be written, then give the shop's folder back."""
        if self.clock_window is not None:
            self.clock_window.close()
        self.background.finish()
        self.background.close()
        self.books_check.close()
        self.rounds.close()
        self.shop.storage.committed.remove(self.feed.announce)
        self.filter.close()
        # Now, while nothing else runs: a window that dies later meets half of itself gone.
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.shop.close()

    def watch_for_bugs(self) -> None:
        """Show what nobody foresaw to the person at the till, from now on."""
        sys.excepthook = self.show_bug

    def show_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a report and say so on the screen in front; the bill stays as it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ShopError):
            # Where it was raised nobody listened for it; a bug it is not for that.
            self.window.tell_error(error)
            return
        try:
            report = write_report(self.shop.folder, error, at=self.shop.clock.now()).name
        except OSError:
            # The disk that broke something is often the one that the report would go to.
            report = ""
        self.window.tell_bug(report)


def run(
    app: QApplication, folder: Path, *, sample: bool = False, window: MainWindow | None = None
) -> int:
    """Open the shop of a folder and show the till until its window is closed.

    With `sample`, a folder without a shop gets the sample shop first. `window` is the
    one that `entrance` has painted already.
    """
    try:
        shop = _open(app, folder, sample=sample)
    except ShopError as error:
        if window is not None:
            window.close()
        # Another start may have been quicker, between the question and the lock.
        if isinstance(error, ShopAlreadyOpen) and raise_first(folder):
            return ALREADY_OPEN
        return _say(app, error, folder)
    if shop is None:
        return NOT_OPENED
    whole = Application(app, shop, window=window)
    first = FirstStart(folder, whole.window)
    whole.watch_for_bugs()
    whole.window.show()
    whole.books_check.begin_after_paint(whole.window)
    whole.rounds.begin()
    whole.window.till.session.due.begin()
    try:
        code = app.exec()
    finally:
        doubt = whole.window.till.session.doubt
        first.close()
        whole.close()
    # Only now, with the shop closed, can its file be copied.
    return code if not is_damage(doubt) else _say(app, doubt, folder, was_open=True)


def _open(app: QApplication, folder: Path, *, sample: bool) -> Shop | None:
    """The shop of the folder, caught up; None when nobody wanted to make one."""
    if not has_shop(folder):
        apply_theme(app, dark=False)
        words = LiveWording(Language.ZH_CN)
        if sample:
            return SampleWindow(words=words).make(folder, clock=SystemClock())
        from ui.office.settings.first_start import make_first_shop

        return make_first_shop(folder, words=words, clock=SystemClock())
    shop = open_shop(folder, clock=SystemClock(), catch_up=False)
    try:
        if not _is_time_right(app, shop):
            shop.close()
            return None
        _catch_up(app, shop)
    except BaseException:
        shop.close()
        raise
    return shop


def _is_time_right(app: QApplication, shop: Shop) -> bool:
    """Whether the clock is believed, by itself or by a manager who was asked."""
    doubt = time_doubt(shop)
    if doubt is None:
        return True
    from ui.office.settings.clock_window import ask_about_time

    settings = shop.settings
    wear(app, settings)
    return ask_about_time(shop, doubt, words=LiveWording(Language(settings.language)))


def _catch_up(app: QApplication, shop: Shop) -> None:
    """Do what became due while the shop was closed; selling waits for it."""
    if is_due(shop):
        from ui.windows.catch_up_window import CatchUpWindow

        wear(app, shop.settings)
        CatchUpWindow(words=LiveWording(Language(shop.settings.language))).settle(shop)


def _say(app: QApplication, error: ShopError, folder: Path, *, was_open: bool = False) -> int:
    """Say in a plain window why the shop did not open, or why it was closed."""
    from ui.windows.trouble_window import TroubleWindow

    apply_theme(app, dark=False)
    window = TroubleWindow(error, folder, was_open=was_open)
    window.show()
    app.exec()
    window.deleteLater()
    return NOT_OPENED

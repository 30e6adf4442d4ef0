"""The office behind the till: pages at the left, one page, and the status line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.safekeeping.office_status import office_status
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.background import Background
from ui.change_feed import ChangeFeed
from ui.office.key_sheet import KEY as SHEET_KEY
from ui.office.key_sheet import OfficeKeySheet
from ui.office.office_pages import PAGES, PageName
from ui.office.page.notice_bar import NoticeBar
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage
from ui.office.page.over_page import OverPage
from ui.office.page.page_view import PageView
from ui.office.status_marks import status_marks
from ui.office.widgets.navigation import NavButton
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.card import Window
from ui.widgets.key_hint import KeyHint
from ui.widgets.status_line import StatusLine
from ui.wording import LiveWording

_NAVIGATION = 184
_GROWS = 0.6
"""Of the text's growth; the pages need the rest."""
_STATUS = 32
_MARGIN = 16
_NOTICE = 44
_CLOCK_EVERY_MS = 10_000


def navigation_width() -> float:
    """The width of the navigation at unit 1; its names grow with the text."""
    return _NAVIGATION * (1 + (max(1.0, theme().text_scale) - 1) * _GROWS)


class OfficeScreen(Window):
    """Digits 1 to 9 and 0 open the pages; Esc on a page, or F12, leaves for the till."""

    left = Signal()
    """Back to the till."""

    def __init__(
        self,
        shop: Shop,
        seat: Seat,
        *,
        background: Background,
        words: LiveWording,
        feed: ChangeFeed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.desk = OfficeDesk(shop, seat, background, words, feed)
        self.words = words
        self._pages: dict[PageName, OfficePage] = {}
        self._shown: PageName | None = None
        self._buttons: dict[PageName, NavButton] = {}
        for number, (name, (icon, _label, _make)) in enumerate(PAGES.items(), start=1):
            button = NavButton("", icon=icon, parent=self)
            button.clicked.connect(partial(self._press, name))
            self._buttons[name] = button
            self._bind(str(number % 10), partial(self.open_page, name))
            self._bind(f"Alt+{number % 10}", partial(self.open_page, name))
        self._back = NavButton("", icon="arrow", parent=self)
        self._back.setCheckable(False)
        self._back.clicked.connect(self.left)
        self._bind("F12", self.left.emit)
        self.keys = OfficeKeySheet(words, parent=self)
        self._bind(SHEET_KEY, self._show_keys)
        self.status = StatusLine(parent=self)
        self._view = PageView(parent=self)
        self.notice = NoticeBar(parent=self)
        self.notice.hide()
        # What stands below goes first, wherever the focus is; then Esc is the page's again.
        self._away = self._bind("Esc", self._be_quiet)
        self._away.setEnabled(False)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_EVERY_MS)
        self._clock.timeout.connect(self.show_status)
        words.changed.connect(self.put_words)
        feed.changed.connect(self._hear)
        self.put_words()

    @property
    def page(self) -> OfficePage | None:
        """The page shown."""
        return self._pages.get(self._shown) if self._shown is not None else None

    def begin(
        self, seat: Seat | None = None, *, page: str = PageName.TODAY, what: str = ""
    ) -> None:
        """Come in from the till: a page, read anew; with another seat if given."""
        if seat is not None and seat != self.desk.seat:
            self.desk = OfficeDesk(
                self.desk.shop, seat, self.desk.background, self.words, self.desk.feed
            )
            self._forget_pages()
        self._clock.start()
        self.show_status()
        self.open_page(page, what)

    def open_page(self, name: PageName | str, what: str = "") -> None:
        """Show a page and let it read; `what` is for the page alone."""
        name = PageName(name)
        self._say("", is_refusal=False)
        page = self._pages.get(name) or self._made(name)
        before = self.page
        self._shown = name
        if before is not None and before is not page:
            before.hide()
        for each, button in self._buttons.items():
            button.setChecked(each is name)
        self.arrange()
        page.show()
        # Whoever gives the focus to the office gives it to the page.
        self.setFocusProxy(page)
        page.open(what)

    def take_scan(self, text: str) -> None:
        """Hand a scan to the page shown."""
        if self.page is not None:
            self.page.take_scan(text)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        for name, (_icon, label, _make) in PAGES.items():
            self._buttons[name].setText(_(label))
        self._back.setText(_("Back to the till"))
        self.setAccessibleName(_("Office"))
        for page in self._pages.values():
            page.put_words()
            page.arrange()
        self.show_status()
        self.update()

    def show_status(self) -> None:
        """Show who, where, backup, printer and clock as they are now."""
        try:
            status = office_status(self.desk.shop)
        except ShopError:
            # A file that cannot be read says so where it matters, not in this line.
            return
        left, right = status_marks(self.desk, status)
        self.status.set_marks(left, right)

    def tell_error(self, error: ShopError) -> None:
        """Say a refusal or a fault that nobody on the page has listened for."""
        self._tell_refused(tell(error, self.words.wording).whole)

    def tell_bug(self, report: str) -> None:
        """Say that the program has failed; `report` is a file, empty when there is none."""
        _ = self.words.text
        told = _("Something in the program failed, and no report could be written.")
        if report:
            told = _("Something in the program failed. A report lies in {name}.", name=report)
        self._tell_refused(told)

    # ---------------------------------------------------------------- pages

    def _made(self, name: PageName) -> OfficePage:
        make: Callable[..., OfficePage] = PAGES[name][2]()
        page = make(self.desk, parent=self)
        page.hide()
        page.done.connect(self._tell_done)
        page.refused.connect(self._tell_refused)
        page.quiet.connect(self._be_quiet)
        page.wanted.connect(self.open_page)
        page.put_words()
        self._pages[name] = page
        return page

    def _forget_pages(self) -> None:
        for page in self._pages.values():
            self.take_away(page)
        self._pages = {}

    def _press(self, name: PageName) -> None:
        self.open_page(name)

    def _show_keys(self) -> None:
        panels = (each for each in self.findChildren(OverPage) if each.isVisible())
        self.keys.come(next(panels, self._view))

    def _hear(self, topics: frozenset[str]) -> None:
        page = self.page
        if page is not None and self.isVisible():
            page.hear(topics)
            self.show_status()

    # ---------------------------------------------------------------- notices

    def _tell_done(self, sentence: str) -> None:
        self._say(sentence, is_refusal=False)

    def _tell_refused(self, sentence: str) -> None:
        self._say(sentence, is_refusal=True)

    def _be_quiet(self) -> None:
        self._say("", is_refusal=False)

    def _say(self, sentence: str, *, is_refusal: bool) -> None:
        _ = self.words.text
        was = bool(self.notice.text)
        hint = KeyHint("Esc", _("Away"))
        self.notice.show_notice(sentence, is_refusal=is_refusal, hint=hint)
        self._away.setEnabled(bool(sentence))
        self.notice.setVisible(bool(sentence))
        if was != bool(sentence):
            self.arrange()

    # ---------------------------------------------------------------- looks

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        _ = self.words.text
        palette = canvas.palette
        foot = canvas.height - _STATUS
        side = navigation_width()
        canvas.fill((0, 0, side - 1, foot), palette.surface)
        canvas.upright((side - 1, 0), foot)
        room = side - 40
        name = self.desk.shop.settings.name
        canvas.text(
            (20, 18, room, 28), name, size=TYPE.quantity, colour=palette.ink, bold=True,
            may_end_in_dots=True,
        )  # fmt: skip
        canvas.text((20, 44, room, 22), _("Office"), size=TYPE.small, colour=palette.ink2)
        canvas.hairline((20, foot - 64), side - 40)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is None:
            self.begin()

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        height = self.height() / (now.unit * now.text_scale)
        foot = height - _STATUS
        side = navigation_width()
        step = min(56.0, (foot - 64 - 84) / len(self._buttons))
        for number, button in enumerate(self._buttons.values()):
            self.place(button, (8, 84 + step * number, side - 16, min(48.0, step)))
        self.place(self._back, (8, foot - 56, side - 16, 48))
        self.place(self.status, (0, foot, width, _STATUS))
        left, across = side + _MARGIN, width - side - 2 * _MARGIN
        tall = foot - 2 * _MARGIN
        if self.notice.text:
            tall -= _NOTICE + _MARGIN / 2
            self.place(self.notice, (left, foot - _MARGIN - _NOTICE + 4, across, _NOTICE))
        page = self.page
        if page is not None:
            self.place(self._view, (left, _MARGIN, across, tall))
            self._view.hold(page)

    # ---------------------------------------------------------------- keys

    def _bind(self, key: str, act: Callable[[], object]) -> QShortcut:
        # A shortcut, because a table would search for the digit; a field of text keeps it.
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self._view.move_by(steps[Qt.Key(event.key())] * self._view.height() * 3 // 4)
            return
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        page = self.page
        if page is None or not page.step_back():
            self.left.emit()

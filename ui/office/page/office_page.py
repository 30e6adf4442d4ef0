"""A page of the office: a head with its title and actions, and cards below it.

A page reads when it is opened and when something it shows has changed; what it writes
runs on the worker, and a refusal becomes a sentence at its foot.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from ui.office.page.form_panel import SAVE_KEY, FormPanel
from ui.office.page.large_text import is_large, one_column
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.page_places import HEAD
from ui.office.page.shown_path import shown_path
from ui.office.widgets.office_table import OfficeTable
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

T = TypeVar("T")
_USUAL_HEIGHT = 736
"""What a page has at 1280 x 800."""


class OfficePage(Painted):
    """Asks actions, shows values; decides nothing about money."""

    HEARS: ClassVar[frozenset[str]] = frozenset()
    """Tables whose change makes the page read again while it is shown."""

    done = Signal(str)
    """Something was done; the sentence says what."""
    refused = Signal(str)
    """The shop said no, or the world failed; the sentence says what did not happen."""
    quiet = Signal()
    """A new action begins: what was said before is over."""
    grown = Signal()
    """The page needs another height than before."""
    wanted = Signal(str, str)
    """Another page is asked for: its name, and what to show there."""

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk = desk
        self.words = desk.words
        self.wanted_height: float = _USUAL_HEIGHT
        """At unit 1 and before larger text; more than there is room for is scrolled."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # ---------------------------------------------------------------- for subclasses

    def title(self) -> str:
        """The page's name, in the language of the moment."""
        return ""

    def subtitle(self) -> str:
        """What stands beside the title."""
        return ""

    def open(self, what: str = "") -> None:
        """Read and show; put the focus where typing goes first."""
        self.read()
        self.setFocus()

    def read(self) -> None:
        """Read again what the page shows."""

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        self.setAccessibleName(self.title())
        self.update()

    def step_back(self) -> bool:
        """Go one step back within the page; False when there is none."""
        return False

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts; sizes at unit 1."""

    def take_scan(self, text: str) -> None:
        """Use a scan that came while the page is shown."""

    def act(self, event: QKeyEvent) -> bool:
        """Answer a key that no part has taken; False leaves it to the office."""
        return False

    # ---------------------------------------------------------------- what they use

    @property
    def inner_width(self) -> float:
        """The width at unit 1."""
        return self.width() / theme().unit

    @property
    def inner_height(self) -> float:
        """The height at unit 1."""
        now = theme()
        return self.height() / (now.unit * now.text_scale)

    @property
    def head_width(self) -> float:
        """How far title and subtitle reach."""
        wide = text_width(self.title(), TYPE.title, bold=True)
        beside = self.subtitle()
        return wide + (16 + text_width(beside, TYPE.row) if beside else 0)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        *,
        otherwise: Callable[[ShopError], Any] | None = None,
        broken: Callable[[], Any] | None = None,
    ) -> None:
        """As `Background.run`; the page says a refusal unless `otherwise` does."""
        self.quiet.emit()
        self.desk.background.run(work, then, otherwise=otherwise or self.show_error, broken=broken)

    def look(self, work: Callable[[], T], then: Callable[[T], Any]) -> None:
        """Read on the worker, leaving what was said before as it is."""
        self.desk.background.run(work, then, otherwise=self.show_error)

    def tell_saved(self, path: Path) -> None:
        """Say where a file was put."""
        _ = self.words.text
        self.done.emit(_("Saved: {path}", path=shown_path(path)))

    def show_error(self, error: ShopError) -> None:
        """Say a refusal or a fault."""
        self.refused.emit(self.sentence(error))

    def sentence(self, error: ShopError) -> str:
        """A refusal or a fault as one sentence in the language of the moment."""
        return tell(error, self.words.wording).whole

    def bind(self, key: str, act: Callable[[], object]) -> None:
        """Let a letter do something; a table would search for it, a text field keeps it."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def hear(self, topics: frozenset[str]) -> None:
        """Read again if the page is shown and what changed concerns it."""
        if self.isVisible() and topics & self.HEARS:
            self.read()

    # ---------------------------------------------------------------- Qt's

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        room = canvas.width
        wide = canvas.text(
            (0, 0, room, 44), self.title(), size=TYPE.title, colour=palette.ink, bold=True
        )
        beside = (wide + 16, 4, room - wide - 16, 40)
        canvas.text(beside, self.subtitle(), size=TYPE.row, colour=palette.ink2)

    @override
    def arrange(self) -> None:
        """Lay out, in one column when text is large."""
        if not is_large():
            self.lay_out(self.inner_width, self.inner_height)
            return
        self.lay_out(self.inner_width, _USUAL_HEIGHT)
        found, tall = one_column(self._places.items(), width=self.inner_width, head=HEAD)
        for part, box in found.items():
            hidden = part.isHidden()
            self.place(part, box)
            part.setVisible(not hidden)
        if tall != self.wanted_height:
            self.wanted_height = tall
            self.grown.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10 and self._press_main():
            return
        if not self.act(event):
            event.ignore()

    def _press_main(self) -> bool:
        """The lit main action answers its key wherever the focus is on the page."""
        for panel in self.findChildren(FormPanel):
            main = panel.main
            if main.key == SAVE_KEY and main.isVisible() and main.isEnabled():
                main.click()
                return True
        return False


def name_table(table: OfficeTable, name: str) -> None:
    """Tell a screen reader what a table is, in the language of the moment."""
    table.setAccessibleName(name)
    table.view.setAccessibleName(name)

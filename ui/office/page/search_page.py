"""A page that searches: a field in its head, and a list of what is found."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import count_text
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import HEAD, whole_rows
from ui.office.page.paged_list import PagedList, ReadPage
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.card import Card
from ui.widgets.field import Field

_GAP = 24
_LIST_TOP = 44


class ListWords(NamedTuple):
    """What a list is called and says of itself, in the language of the moment."""

    asked: str
    """What may be typed into the field."""
    title: str
    shown: str
    """How many are shown; empty when there are none."""
    columns: Sequence[Column]
    empty: str


class SearchPage(OfficePage):
    """Typing finds, Enter or Down goes into the list; its page shows what is chosen."""

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.search = Field("", height=40, size=TYPE.row, parent=self)
        self.search.edited.connect(self._search)
        self.search.entered.connect(self._enter_list)
        self.setFocusProxy(self.search.edit)
        self.card = Card(parent=self)
        self.table = OfficeTable("", parent=self.card)
        self.table.row_chosen.connect(self._choose)
        self.list = PagedList(self)
        self.list.came.connect(self._show)
        self.list.went_on.connect(self._show_more)
        self.table.end_near.connect(self.list.read_on)

    # ---------------------------------------------------------------- for subclasses

    def reader(self, text: str) -> ReadPage:
        """How pages of what matches a text are read; for the worker."""
        raise NotImplementedError

    def list_words(self) -> ListWords:
        """What stands over the list, and in it when it is empty."""
        raise NotImplementedError

    def row_of(self, found: Any) -> OfficeRow:
        """One line of the list."""
        raise NotImplementedError

    def choose(self, found: Any) -> None:
        """Show what a line of the list stands for."""
        raise NotImplementedError

    def take_found(self, found: tuple[Any, ...]) -> None:
        """Choose from what a question has brought: the first line."""
        if found:
            self.choose(found[0])

    def forget_wish(self) -> None:
        """Something else is searched for: no answer about one thing is waited for."""

    # ---------------------------------------------------------------- what they use

    def ask(self, *, anew: bool = False) -> None:
        """Read the list again: as much as is shown, or the first page of a new question."""
        self.list.ask(self.reader(self.search.text().strip()), anew=anew)

    def look_for(self, text: str) -> None:
        """Search as if this had been typed."""
        self.search.set_text(text)
        self._search(text)

    def to_search(self) -> None:
        """Put the focus where typing goes first."""
        self.search.edit.setFocus()

    def show_list(self) -> None:
        """Show what was found, in the language of the moment."""
        words = self._show_count()
        rows = [self.row_of(each) for each in self.list.found]
        self.table.show_table(words.columns, rows, empty=words.empty)

    def count_words(self, *, of: int = 0) -> str:
        """How many are shown, and that there are more; `of` is all, where it is known."""
        _, _n = self.words.text, self.words.plural
        count = len(self.list.found)
        if not count:
            return ""
        if not self.list.may_have_more:
            return _n("{count} shown", "{count} shown", count=count)
        if of > count:
            return _("{count} of {all}; search for the rest", count=count, all=count_text(of))
        return _("the first {count}; type more for the rest", count=count)

    def place_search(self, *, right: float, most: int) -> None:
        """Place the field beside the title, up to what stands right of it."""
        left = self.head_width + _GAP
        self.place(self.search, (left, 2, min(most, right - left), 40))

    def place_list(self, at: float, wide: float, *, tall: float) -> None:
        """Place the list below the head."""
        self.place(self.card, (at, HEAD, wide, tall))
        self.card.place(self.table, (20, _LIST_TOP, wide - 28, whole_rows(tall - 52)))

    # ---------------------------------------------------------------- the page

    @override
    def read(self) -> None:
        self.ask()

    @override
    def put_words(self) -> None:
        super().put_words()
        asked = self.list_words().asked
        self.search.set_name(asked, placeholder=asked)
        name_table(self.table, self.title())
        self.show_list()

    @override
    def step_back(self) -> bool:
        if not self.search.text():
            return False
        self.search.set_text("")
        self.read()
        self.to_search()
        return True

    @override
    def take_scan(self, text: str) -> None:
        self.look_for(text)

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self._enter_list()
            return True
        return False

    def _search(self, _text: str) -> None:
        self.quiet.emit()
        self.forget_wish()
        self.ask(anew=True)

    def _enter_list(self) -> None:
        if self.list.found:
            self.table.view.setFocus()
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.list.found):
            self.choose(self.list.found[row])

    def _show(self, found: tuple[Any, ...]) -> None:
        self.show_list()
        self.take_found(found)

    def _show_more(self, further: tuple[Any, ...]) -> None:
        self.table.add_page([self.row_of(each) for each in further])
        self._show_count()

    def _show_count(self) -> ListWords:
        words = self.list_words()
        self.card.set_title(words.title, right=words.shown)
        return words

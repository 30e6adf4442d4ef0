"""A long list, read on the worker page by page as one scrolls.

Typing goes on while the shop is asked: an answer to what stood there before is dropped.
What a line of the list is, and how it is shown, its page knows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.office.page.office_page import OfficePage

PAGE = 200
"""So many lines are read at a time."""

ReadPage = Callable[..., tuple[Any, ...]]
"""Reads `limit` lines `behind` the last one shown, or from the top; for the worker."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A page, and which question it answers: a later one makes it stale."""

    asked: int
    found: tuple[Any, ...]
    may_have_more: bool


class PagedList(QObject):
    """Asks for the first page, and for the next one when the end is in view."""

    came = Signal(object)
    """The lines of a question anew."""
    went_on = Signal(object)
    """The lines of a further page, which stand below those shown."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._page = page
        self._read: ReadPage | None = None
        self._asked = 0
        self.found: tuple[Any, ...] = ()
        self.may_have_more = False

    def ask(self, read: ReadPage, *, anew: bool = False) -> None:
        """Read from the top: as much as is shown, or the first page of another question."""
        if anew:
            self.found = ()
        self._read = read
        self._look(None, limit=max(PAGE, len(self.found)))

    def read_on(self) -> None:
        """Read the next page, behind the last line shown; it costs as much as the first."""
        if self.may_have_more and self.found:
            self._look(self.found[-1], limit=PAGE)

    def _look(self, behind: object, *, limit: int) -> None:
        if self._read is None:
            return
        # Nothing further is asked before this has come.
        self.may_have_more = False
        self._asked += 1
        work = partial(_answer, self._read, behind, asked=self._asked, limit=limit)
        self._page.look(work, self._show if behind is None else self._show_more)

    def _show(self, answer: _Answer) -> None:
        if answer.asked == self._asked:
            self.found, self.may_have_more = answer.found, answer.may_have_more
            self.came.emit(answer.found)

    def _show_more(self, answer: _Answer) -> None:
        if answer.asked == self._asked:
            self.found += answer.found
            self.may_have_more = answer.may_have_more
            self.went_on.emit(answer.found)


def _answer(read: ReadPage, behind: object, *, asked: int, limit: int) -> _Answer:
    found = read(behind=behind, limit=limit)
    return _Answer(asked, found, may_have_more=len(found) == limit)

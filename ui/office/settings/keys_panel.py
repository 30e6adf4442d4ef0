"""The keys of the till, over the settings; a key is bound anew by pressing it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.premises.save_settings import save_settings
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import RADII, TYPE
from ui.till_keys import (
    TILL_KEYS,
    Act,
    KeyTable,
    TillKey,
    bound_keys,
    bound_text,
    is_free_to_bind,
    pressed,
    taken_by,
)
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.wording import LiveWording

_FOOT = 72
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class KeyCatcher(Painted):
    """While it has the focus the next key is a name, and does nothing else."""

    caught = Signal(object)
    """A `QKeySequence`."""
    given_up = Signal()

    def __init__(self, words: LiveWording, *, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._sentence = ""
        self._colour = "ink2"
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def say(self, sentence: str, *, colour: str = "ink2") -> None:
        """Say what is waited for, what was bound, or why it was not."""
        self._sentence, self._colour = sentence, colour
        self.setAccessibleName(sentence)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 0, canvas.width, canvas.height)
        if self.hasFocus():
            canvas.rounded(box, radius=RADII.button, fill=palette.cobalt_soft)
        colour = getattr(palette, self._colour)
        inside = (16, 0, canvas.width - 32, canvas.height)
        canvas.text(inside, self._sentence, size=TYPE.row, colour=colour, align=Align.LEFT)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The office's own keys are names here like any other.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif Qt.Key(event.key()) not in _MODIFIERS:
            self.caught.emit(pressed(event))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab is a key like any other here, and refused like any other that lists need.
        return False


class KeysPanel(OverPage):
    """Enter waits for a key, Delete goes back to the usual one; both are kept at once."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._lines: tuple[TillKey, ...] = tuple(
            line for line in TILL_KEYS if line.act is not Act.BACK
        )
        self._keys = KeyTable()
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._wait)
        self.catcher = KeyCatcher(self.words, parent=self)
        self.catcher.caught.connect(self._take)
        self.catcher.given_up.connect(self._to_list)
        self.put_words()

    def ask(self) -> None:
        """Show the keys as they are bound."""
        self.put_words()
        self.come(self.table.view)
        self.table.view.setCurrentIndex(self.table.model.index(0, 0))

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.head(_("Keys of the till"))
        self.catcher.say(_("Enter binds the chosen line anew, Delete takes its usual key."))
        name_table(self.table, _("Keys of the till"))
        self._show()

    def lay_out(self, width: float, height: float) -> None:
        """The list, and below it what is said."""
        x, y, _width, _height = self.inside
        tall = whole_rows(height - _FOOT)
        self.place(self.table, (x, y, width, tall))
        self.place(self.catcher, (x, y + height - 48, width, 44))

    @property
    def _bound(self) -> dict[str, str]:
        return bound_keys(self.page.desk.shop.settings.keys)

    @property
    def _chosen(self) -> TillKey:
        return self._lines[max(0, self.table.current_row)]

    def _show(self) -> None:
        _ = self.words.text
        bound = self._bound
        self._keys.bind(bound)
        rows = []
        for line in self._lines:
            usual = "" if line.act.value not in bound else line.cap
            cells = (_(line.meaning), self._keys.cap(line.act), usual, "")
            rows.append(OfficeRow(cells, ("", "cobalt" if usual else "", "ink2", "")))
        columns = (Column(_("Action")), Column(_("Key"), 168), Column(_("Usually"), 168), MARK)
        self.table.show_table(columns, rows)

    def _wait(self, _row: int) -> None:
        _ = self.words.text
        told = _("Press the new key for: {action}. Esc leaves it.", action=_(self._chosen.meaning))
        self.catcher.say(told, colour="cobalt")
        self.catcher.setFocus()

    def _to_list(self) -> None:
        _ = self.words.text
        self.catcher.say(_("Enter binds the chosen line anew, Delete takes its usual key."))
        self.table.view.setFocus()

    def _take(self, sequence: QKeySequence) -> None:
        _ = self.words.text
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if not is_free_to_bind(sequence):
            told = _("{key} is needed for typing and for lists. Press another key.", key=key)
            self.catcher.say(told, colour="cinnabar")
            return
        line = self._chosen
        taken = taken_by(self._keys.lines, line.act, key)
        if taken is not None:
            told = _("{key} is: {action}. Press another key.", key=key, action=_(taken.meaning))
            self.catcher.say(told, colour="cinnabar")
            return
        self._keep({**self._bound, line.act.value: key})

    def _keep(self, bound: dict[str, str]) -> None:
        desk = self.page.desk
        settings = replace(desk.shop.settings, keys=bound_text(bound))
        self.page.run(partial(save_settings, desk.shop, desk.seat, settings=settings), self._kept)

    def _kept(self, _nothing: object) -> None:
        row = self.table.current_row
        self._show()
        self.table.view.setCurrentIndex(self.table.model.index(row, 0))
        self._to_list()

    def _back_to_usual(self) -> None:
        _ = self.words.text
        line, bound = self._chosen, self._bound
        if line.act.value not in bound:
            return
        del bound[line.act.value]
        lines = KeyTable(bound).lines
        for key in line.keys:
            taken = taken_by(lines, line.act, key)
            if taken is not None:
                told = _("{key} is: {action}. Bind that one first.", key=line.cap,
                         action=_(taken.meaning))  # fmt: skip
                self.catcher.say(told, colour="cinnabar")
                return
        self._keep(bound)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._back_to_usual()
        else:
            super().keyPressEvent(event)

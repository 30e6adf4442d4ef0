"""The member beside the bill: balances, queue tickets, and what this sale adds."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.quote import Quote
from pos_app.domain.standing import Standing
from ui.shown_holdings import holding_line
from ui.stretch import LARGE_TEXT
from ui.theme import theme, wished_text_scale
from ui.theme_tokens import SPACES, TYPE
from ui.till.panels.shown_member import (
    are_many,
    balances_text,
    figures_of,
    gain_view,
    member_view,
    ticket_view,
)
from ui.till.panels.shown_programs import programs_view
from ui.till.widgets.holding_row import HoldingRow
from ui.till.widgets.program_lines import ProgramLines
from ui.till_keys import Act, KeyTable
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import draw_card
from ui.widgets.gain_box import GainBox
from ui.widgets.key_hint import KeyHint, draw_hints, hints_width
from ui.widgets.member_head import FigureRow, MemberHead
from ui.widgets.painted import Painted
from ui.widgets.ticket_row import TicketRow
from ui.wording import LiveWording

_FIGURES_TOP = 70
_FIGURES_BOTTOM = 152
_HEAD = 32
_ROW = 48
_MOST_TICKETS = 3
_ROOM = 436
_ROOM_FOLDED = 400
"""With the tickets behind one line larger text has a little more to grow into."""


class MemberCard(Painted):
    """424 x 456; without a member one line says how to find one."""

    pressed = Signal()
    rules_wished = Signal()
    """The line that names the rules was touched."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(424, 456), parent=parent)
        self._words = words
        self._standing: Standing | None = None
        self._key = ""
        self._more = 0
        self._shown: object = None
        self._head = MemberHead(parent=self)
        self._figures = FigureRow(parent=self)
        self._gain = GainBox(parent=self)
        self._programs = ProgramLines(parent=self)
        self._rows: list[Painted] = []
        self._is_crowded = False
        """What the sale adds needs the place of the figures; they stand in the head then."""
        self._are_many = False
        """Each program has one line with what is there and what is added."""
        self._tickets = 0
        """How many tickets are among the rows."""
        self._head.pressed.connect(self.pressed)
        self._programs.pressed.connect(self.rules_wished)
        for part in (self._head, self._figures, self._gain, self._programs):
            part.hide()

    def show_member(
        self, standing: Standing | None, quote: Quote | None, *, keys: KeyTable, is_added: bool
    ) -> None:
        """Show a member with what the sale adds, or has added; or that there is none."""
        key = keys.cap(Act.MEMBER)
        shown = (standing, quote, keys.lines, is_added, self._words.language, self.size())
        if shown == self._shown:
            return
        self._shown = shown
        self._standing, self._key = standing, key
        self._is_crowded = False
        for part in (self._head, self._figures):
            part.setVisible(standing is not None)
        self._gain.hide()
        self._programs.hide()
        for row in self._rows:
            self.take_away(row)
        self._rows = []
        if standing is None:
            self.setAccessibleName(self._without())
            self.update()
            return
        self.setAccessibleName(standing.name)
        self._figures.show_figures(figures_of(standing, self._words))
        self._are_many = quote is not None and are_many(quote)
        if quote is not None:
            self._show_gain(quote, standing, is_added=is_added, rules=keys.cap(Act.RULES))
        self._figures.setVisible(self._has_figures)
        view = member_view(standing, self._words, key=key)
        if self._is_crowded:
            view = replace(view, phone=balances_text(standing, self._words))
        self._head.show_member(view)
        self._show_rows(standing)
        self.arrange()
        self.update()

    def _show_gain(self, quote: Quote, standing: Standing, *, is_added: bool, rules: str) -> None:
        if self._are_many:
            view = programs_view(
                quote, self._words, standing=standing, is_added=is_added, key=rules
            )
            self._programs.show_programs(view)
            self._programs.show()
        else:
            gain = gain_view(quote, self._words, is_added=is_added)
            if gain is None:
                return
            self._gain.show_gain(gain)
            self._gain.show()
        self._is_crowded = self._gain_room() > self._height() - _FIGURES_BOTTOM

    def _show_rows(self, standing: Standing) -> None:
        """Tickets first, but no more than leave a line to each other program."""
        if self._are_many:
            self._tickets = self._more = 0
            return
        room = self._room_for_rows()
        held = standing.holdings
        self._tickets = min(len(standing.tickets), _MOST_TICKETS, max(room - len(held), 1), room)
        tickets = standing.tickets[: self._tickets]
        held = held[: room - self._tickets]
        self._more = len(standing.tickets) - len(tickets) + len(standing.holdings) - len(held)
        self._rows = [
            *(TicketRow(ticket_view(each, self._words), parent=self) for each in tickets),
            *(HoldingRow(holding_line(each, self._words), parent=self) for each in held),
        ]
        for row in self._rows:
            row.show()

    def _room_for_rows(self) -> int:
        """Never so many that the disclosure would not be whole."""
        if wished_text_scale() > LARGE_TEXT:
            return 0
        return max(0, int((self._free() - _HEAD) // _ROW))

    def _free(self) -> float:
        """The height between the figures and what the sale adds."""
        return self._height() - self._rows_top - self._gain_room() - 2 * SPACES.part

    @property
    def _has_figures(self) -> bool:
        """A shop without programs has none to show."""
        return not self._is_crowded and bool(self._figures.figures)

    @property
    def _rows_top(self) -> float:
        return _FIGURES_TOP if self._is_crowded else _FIGURES_BOTTOM

    def _gain_room(self) -> float:
        inside = self._width() - 2 * SPACES.soft_box
        if not self._programs.isHidden():
            room = self._height() - _FIGURES_BOTTOM - 2 * SPACES.soft_box
            return self._programs.fit(inside, room=room)
        if self._gain.isHidden():
            return 0
        room = self._height() - _FIGURES_BOTTOM - _HEAD - SPACES.soft_box
        return self._gain.fit(inside, room=room)

    @override
    def room(self) -> float:
        return _ROOM_FOLDED if wished_text_scale() > LARGE_TEXT else _ROOM

    def _width(self) -> float:
        return self.width() / theme().unit

    def _height(self) -> float:
        return self.unit_height

    def _without(self) -> str:
        _ = self._words.text
        return _("Member: card, phone, last four or name")

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        palette = canvas.palette
        if self._standing is None:
            canvas.rounded((20, 16, 40, 40), radius=20, fill=palette.sunken)
            canvas.icon("person", (30, 26), size=20, colour=palette.ink2)
            hint = KeyHint(self._key, self._without())
            room = hints_width((hint,), size=TYPE.body)
            size = TYPE.body if room <= canvas.width - 92 else TYPE.micro
            draw_hints(canvas, (72, 36), (hint,), size=size, colour=palette.ink2)
            return
        self._draw_rows_head(canvas, self._standing)

    def _draw_rows_head(self, canvas: Canvas, standing: Standing) -> None:
        _ = self._words.text
        palette = canvas.palette
        if self._are_many or self._free() < _HEAD:
            return
        box = (SPACES.card, self._rows_top + 4, canvas.width - 2 * SPACES.card, 30)
        words = self._counted(standing)
        if not words and not standing.has_queue:
            return
        if not words:
            canvas.text(box, _("No queue ticket"), size=TYPE.body, colour=palette.ink2)
            return
        if self._more and self._rows:
            words = _("{words}, {more} not shown", words=words, more=self._more)
        canvas.text(box, words, size=TYPE.body, colour=palette.ink)
        if not self._tickets:
            return
        canvas.text(
            box,
            _("So far / target"),
            size=TYPE.micro,
            colour=palette.ink2,
            align=Align.RIGHT,
        )

    def _counted(self, standing: Standing) -> str:
        """How many tickets, and in how many other programs the member has something."""
        _, _n = self._words.text, self._words.plural
        first = min((each.place for each in standing.tickets if each.place), default=0)
        tickets, held = len(standing.tickets), len(standing.holdings)
        told = []
        if tickets:
            words = _n("{count} queue ticket", "{count} queue tickets", count=tickets)
            if not self._rows and first:
                words = _("{words}, the first at place {place}", words=words, place=first)
            told.append(words)
        if held:
            told.append(_n("{count} other program", "{count} other programs", count=held))
        return " · ".join(told)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._standing is None:
            self.pressed.emit()

    @override
    def arrange(self) -> None:
        if self._standing is None:
            return
        width, height = self._width(), self._height()
        self.place(self._head, (0, 0, width, _FIGURES_TOP + 1))
        self.place(self._figures, (0, _FIGURES_TOP, width, 83))
        self._figures.setVisible(self._has_figures)
        for number, row in enumerate(self._rows):
            self.place(row, (0, self._rows_top + _HEAD + number * _ROW, width, _ROW))
        inside, room = width - 2 * SPACES.soft_box, self._gain_room()
        if self._are_many:
            # Below the head or the figures, where the eye goes first.
            top = self._rows_top + SPACES.soft_box
            room = max(room, height - SPACES.soft_box - top)
            self.place(self._programs, (SPACES.soft_box, top, inside, room))
        elif not self._gain.isHidden():
            top = height - SPACES.soft_box - room
            self.place(self._gain, (SPACES.soft_box, top, inside, room))

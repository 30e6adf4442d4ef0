"""The member beside the bill: balances, queue tickets, and what this sale adds."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.standing import Standing, TicketPlace
from ui.canvas import Align, Canvas
from ui.card import draw_card
from ui.gain_box import GainBox, GainView
from ui.key_hint import KeyHint, draw_hints, hints_width
from ui.member_head import FigureRow, MemberHead
from ui.painted import Painted
from ui.stretch import LARGE_TEXT
from ui.theme import theme, wished_text_scale
from ui.theme_tokens import SPACES, TYPE
from ui.ticket_row import TicketRow
from ui.till.shown_member import figures_of, member_view, ticket_view
from ui.wording import LiveWording

_FIGURES_TOP = 70
_TICKETS_TOP = 152
_HEAD = 32
_ROW = 48
_MOST_TICKETS = 3
_ROOM = 436
_ROOM_FOLDED = 400
"""With the tickets behind one line larger text has a little more to grow into."""


class MemberCard(Painted):
    """424 x 456; without a member one line says how to find one."""

    pressed = Signal()

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
        self._rows: list[TicketRow] = []
        self._head.pressed.connect(self.pressed)
        for part in (self._head, self._figures, self._gain):
            part.hide()

    def show_member(self, standing: Standing | None, gain: GainView | None, *, key: str) -> None:
        """Show a member with what the sale adds, or that there is none."""
        shown = (standing, gain, key, self._words.language, self.size())
        if shown == self._shown:
            return
        self._shown = shown
        self._standing, self._key = standing, key
        for part in (self._head, self._figures, self._gain):
            part.setVisible(standing is not None)
        for row in self._rows:
            self.take_away(row)
        self._rows = []
        if standing is None:
            self.setAccessibleName(self._without())
            self.update()
            return
        self.setAccessibleName(standing.name)
        self._head.show_member(member_view(standing, self._words, key=key))
        self._figures.show_figures(figures_of(standing, self._words))
        self._gain.setVisible(gain is not None)
        if gain is not None:
            self._gain.show_gain(gain)
        self._show_tickets(standing.tickets)
        self._lay_out()
        self.update()

    def _show_tickets(self, tickets: tuple[TicketPlace, ...]) -> None:
        shown = tickets[: self._room_for_tickets()]
        self._more = len(tickets) - len(shown)
        self._rows = [TicketRow(ticket_view(each, self._words), parent=self) for each in shown]
        for row in self._rows:
            row.show()

    def _room_for_tickets(self) -> int:
        """At most three, and never so many that the disclosure would not be whole."""
        if wished_text_scale() > LARGE_TEXT:
            return 0
        free = self._height() - _TICKETS_TOP - _HEAD - self._gain_room() - 2 * SPACES.part
        return max(0, min(_MOST_TICKETS, int(free // _ROW)))

    def _gain_room(self) -> float:
        if self._gain.isHidden():
            return 0
        return self._gain.height_wanted(self._width() - 2 * SPACES.soft_box)

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
        self._draw_ticket_head(canvas, self._standing.tickets)

    def _draw_ticket_head(self, canvas: Canvas, tickets: tuple[TicketPlace, ...]) -> None:
        count = len(tickets)
        _, _n = self._words.text, self._words.plural
        palette = canvas.palette
        box = (SPACES.card, _TICKETS_TOP + 4, canvas.width - 2 * SPACES.card, 30)
        if not count:
            canvas.text(box, _("No queue ticket"), size=TYPE.body, colour=palette.ink2)
            return
        words = _n("{count} queue ticket", "{count} queue tickets", count=count)
        first = min((each.place for each in tickets if each.place), default=0)
        if self._more == count and first:
            words = _("{words}, the first at place {place}", words=words, place=first)
            canvas.text(box, words, size=TYPE.body, colour=palette.ink)
            return
        if self._more:
            words = _("{words}, {more} not shown", words=words, more=self._more)
        canvas.text(box, words, size=TYPE.body, colour=palette.ink)
        canvas.text(
            box,
            _("Refunded / target"),
            size=TYPE.micro,
            colour=palette.ink2,
            align=Align.RIGHT,
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._standing is None:
            self.pressed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def restyled(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if self._standing is None:
            return
        width, height = self._width(), self._height()
        self.place(self._head, (0, 0, width, _FIGURES_TOP + 1))
        self.place(self._figures, (0, _FIGURES_TOP, width, 83))
        for number, row in enumerate(self._rows):
            self.place(row, (0, _TICKETS_TOP + _HEAD + number * _ROW, width, _ROW))
        if not self._gain.isHidden():
            room = self._gain_room()
            inside = width - 2 * SPACES.soft_box
            top = height - SPACES.soft_box - room
            self.place(self._gain, (SPACES.soft_box, top, inside, room))

"""A queue ticket: its place, what it has received of its target, and a bar.

Never a date or a promise beside the bar.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import money_text
from ui.widgets.painted import Painted
from ui.widgets.progress_bar import draw_progress
from ui.widgets.text_measure import text_width


class TicketState(Enum):
    """Where a ticket stands."""

    WAITING = "waiting"
    QUEUED = "queued"
    FULL = "full"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class TicketView:
    """`before`, `place` and `after` are one phrase, such as 第 · 3 · 位, or Place · 3.

    A ticket without a place has its whole phrase in `before`: from when it queues,
    that it is full, or that it has left and for what.
    """

    received_fen: int
    target_fen: int
    before: str
    place: str = ""
    after: str = ""
    state: TicketState = TicketState.QUEUED


class TicketRow(Painted):
    """48 high; text and bar stand on the card's 20 line."""

    def __init__(self, ticket: TicketView, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 48), parent=parent)
        self._ticket = ticket
        self.show_ticket(ticket)

    @property
    def ticket(self) -> TicketView:
        """The ticket shown."""
        return self._ticket

    def show_ticket(self, ticket: TicketView) -> None:
        """Show this ticket."""
        self._ticket = ticket
        phrase = " ".join(p for p in (ticket.before, ticket.place, ticket.after) if p)
        sums = f"{money_text(ticket.received_fen)} / {money_text(ticket.target_fen)}"
        self.setAccessibleName(f"{phrase} {sums}")
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        ticket = self._ticket
        right = canvas.width - SPACES.card
        target = f" / {money_text(ticket.target_fen)}"
        wide = text_width(target, TYPE.row)
        at = (right, 24.4)
        canvas.words(at, target, size=TYPE.row, colour=palette.ink2, align=Align.RIGHT)
        received = money_text(ticket.received_fen)
        colour = palette.ink2 if ticket.state is TicketState.LEFT else palette.jade
        at = (right - wide, 24.4)
        wide += canvas.words(at, received, size=TYPE.row, colour=colour, align=Align.RIGHT)
        self._draw_phrase(canvas, right - wide - 8 - SPACES.card)
        bar = (SPACES.card, 35, canvas.width - 2 * SPACES.card, 8)
        fill = palette.spent if ticket.state is TicketState.LEFT else palette.jade_fill
        draw_progress(canvas, bar, done=ticket.received_fen, whole=ticket.target_fen, colour=fill)

    def _draw_phrase(self, canvas: Canvas, room: float) -> None:
        palette = canvas.palette
        ticket = self._ticket
        x: float = SPACES.card
        if not ticket.place:
            box = (x, 7, room, 26)
            x += canvas.text(box, ticket.before, size=TYPE.small, colour=palette.ink2)
            if ticket.state is TicketState.FULL:
                canvas.icon("check", (x + 6, 10), size=18, colour=palette.jade)
            return
        if ticket.before:
            before = f"{ticket.before} "
            x += canvas.words((x, 25), before, size=TYPE.small, colour=palette.ink2)
        x += canvas.words((x, 25), ticket.place, size=TYPE.heading, colour=palette.ink)
        canvas.words((x, 25), f" {ticket.after}", size=TYPE.small, colour=palette.ink2)

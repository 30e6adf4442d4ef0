"""The customer's screen: what is rung up, what is to pay.

And what the member gets.

It shows values handed to it and takes no keys. Nobody else's name or phone is ever here.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from typing_extensions import override

from pos_app.domain.figures import TIMES
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.bill_model import BillLine
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import Window
from ui.widgets.gain_box import GainBox, GainView
from ui.widgets.member_head import FigureView, draw_figure
from ui.widgets.money_label import draw_money, money_text, money_width
from ui.widgets.ticket_row import TicketRow, TicketView

_LEFT, _TOP, _FOOT = 24, 80, 24
_RIGHT_WIDTH = 496
_ROW = 91
_LAST = 144
_TO_PAY = 230
_INSIDE = 28
_TICKETS_TOP = 150
_TICKET = 52
_MOST_TICKETS = 2
_FOR_THE_CUSTOMER = 1.3


@dataclass(frozen=True, slots=True)
class GuestView:
    """The member as greeted: masked, with at most two figures and two tickets."""

    greeting: str
    phone: str
    figures: tuple[FigureView, ...]
    tickets: tuple[TicketView, ...]
    gain: GainView | None


@dataclass(frozen=True, slots=True)
class DisplayView:
    """All that stands on the screen; after payment `label` is the change."""

    shop: str
    clock: str
    pieces: str
    lines: tuple[BillLine, ...]
    label: str
    fen: int
    saved: str = ""
    counted: str = ""
    """After payment: what was given, less what was to pay."""
    guest: GuestView | None = None
    welcome: str = ""
    """Shown instead of lines while there are none."""


class CustomerDisplay(Window):
    """1280 x 800 at unit 1; the last line stands large at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # It goes with the till; it must not keep the program running by itself.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._view = DisplayView("", "", "", (), "", 0)
        self._gain = GainBox(parent=self)
        self._gain.hide()
        self._tickets: list[TicketRow] = []
        self._is_crowded = False
        """What must be told of many programs takes the room of the figures."""

    @property
    def view(self) -> DisplayView:
        """What is shown now."""
        return self._view

    def show_view(self, view: DisplayView) -> None:
        """Show this."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(f"{view.label} {money_text(view.fen)}")
        for row in self._tickets:
            self.take_away(row)
        guest = view.guest
        shown = guest.tickets[:_MOST_TICKETS] if guest else ()
        self._tickets = [TicketRow(ticket, parent=self) for ticket in shown]
        self._gain.setVisible(guest is not None and guest.gain is not None)
        if guest is not None and guest.gain is not None:
            self._gain.show_gain(guest.gain)
        self.arrange()
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        palette, view = canvas.palette, self._view
        left_width = self._left_width(canvas.width)
        head = (_LEFT, 24, left_width, 48)
        canvas.text(head, view.shop, size=TYPE.title, colour=palette.ink, bold=True)
        canvas.text(head, view.pieces, size=20, colour=palette.ink2, align=Align.RIGHT)
        clock = (_LEFT, 24, canvas.width - 2 * _LEFT, 48)
        canvas.text(clock, view.clock, size=24, colour=palette.ink2, align=Align.RIGHT)
        height = canvas.height - _TOP - _FOOT
        self._draw_bill(canvas, left_width, height)
        left = canvas.width - _LEFT - _RIGHT_WIDTH
        self._draw_to_pay(canvas, left)
        if view.guest is not None:
            self._draw_guest(canvas, left, view.guest)

    @staticmethod
    def _left_width(width: float) -> float:
        return width - 2 * _LEFT - _RIGHT_WIDTH - _LEFT

    def _card(self, canvas: Canvas, box: tuple[float, float, float, float]) -> None:
        palette = canvas.palette
        canvas.rounded(box, radius=RADII.card, fill=palette.surface, edge=palette.line)

    def _draw_bill(self, canvas: Canvas, width: float, height: float) -> None:
        palette, view = canvas.palette, self._view
        self._card(canvas, (_LEFT, _TOP, width, height))
        if not view.lines:
            box = (_LEFT, _TOP, width, height)
            canvas.text(box, view.welcome, size=36, colour=palette.ink2, align=Align.CENTRE)
            return
        foot = _TOP + height - _LAST
        canvas.fill((_LEFT + 1, foot, width - 2, _LAST - 10), palette.cobalt_soft)
        last = (_LEFT + 1, foot + 20, width - 2, _LAST - 21)
        canvas.rounded(last, radius=RADII.card, fill=palette.cobalt_soft)
        room = int((height - _LAST - 8) // _ROW)
        shown = view.lines[:-1][-room:]
        for number, line in enumerate(shown):
            top = _TOP + 8 + number * _ROW
            self._draw_line(canvas, line, top=top, width=width)
            if number + 1 < len(shown):
                inside = width - 2 * _INSIDE
                canvas.hairline((_LEFT + _INSIDE, top + _ROW - 4), inside)
        self._draw_last(canvas, view.lines[-1], top=foot, width=width)

    def _draw_line(self, canvas: Canvas, line: BillLine, *, top: float, width: float) -> None:
        palette = canvas.palette
        left, inside = _LEFT + _INSIDE, width - 2 * _INSIDE
        amount = (left, top, inside, _ROW - 8)
        sum_text = money_text(line.amount_fen)
        wide = canvas.text(amount, sum_text, size=28, colour=palette.ink, align=Align.RIGHT)
        name = (left, top + 10, inside - wide - 16, 34)
        canvas.text(name, line.name, size=24, colour=palette.ink, may_end_in_dots=True)
        counted = f"{line.counted} {TIMES} {money_text(line.price_fen)}"
        x = canvas.text((left, top + 46, inside, 28), counted, size=19, colour=palette.ink2)
        note = (left + x + 24, top + 46, inside - wide - x - 40, 28)
        canvas.text(note, line.note, size=19, colour=palette.jade, may_end_in_dots=True)

    def _draw_last(self, canvas: Canvas, line: BillLine, *, top: float, width: float) -> None:
        palette = canvas.palette
        left, inside = _LEFT + _INSIDE, width - 2 * _INSIDE
        amount = (left, top, inside, _LAST)
        sum_text = money_text(line.amount_fen)
        wide = canvas.text(
            amount, sum_text, size=TYPE.display_last, colour=palette.ink, align=Align.RIGHT
        )
        name = (left, top + 26, inside - wide - 20, 52)
        canvas.text(name, line.name, size=36, colour=palette.ink, may_end_in_dots=True)
        counted = f"{line.counted} {TIMES} {money_text(line.price_fen)}"
        canvas.text((left, top + 80, inside, 34), counted, size=24, colour=palette.ink2)

    def _draw_to_pay(self, canvas: Canvas, left: float) -> None:
        palette, view = canvas.palette, self._view
        self._card(canvas, (left, _TOP, _RIGHT_WIDTH, _TO_PAY))
        inside = _RIGHT_WIDTH - 2 * _INSIDE
        head = (left + _INSIDE, _TOP + 14, inside, 38)
        canvas.text(head, view.label, size=24, colour=palette.ink2)
        canvas.text(head, view.saved, size=20, colour=palette.jade, align=Align.RIGHT)
        canvas.text(head, view.counted, size=20, colour=palette.ink2, align=Align.RIGHT)
        size: float = TYPE.display_total
        while money_width(view.fen, size=size) > inside:
            size -= 2
        at = (left + _INSIDE + inside, _TOP + 138 + size * 0.36)
        draw_money(canvas, at, view.fen, size=size, colour=palette.ink, align=Align.RIGHT)

    def _draw_guest(self, canvas: Canvas, left: float, guest: GuestView) -> None:
        palette = canvas.palette
        top = _TOP + _TO_PAY + 16
        self._card(canvas, (left, top, _RIGHT_WIDTH, canvas.height - top - _FOOT))
        inside = _RIGHT_WIDTH - 2 * _INSIDE
        head = (left + _INSIDE, top + 14, inside, 36)
        phone = canvas.text(head, guest.phone, size=18, colour=palette.ink2, align=Align.RIGHT)
        name = (left + _INSIDE, top + 14, inside - phone - 12, 36)
        canvas.text(name, guest.greeting, size=24, colour=palette.ink, may_end_in_dots=True)
        for number, figure in enumerate(guest.figures[:2]):
            x = left + _INSIDE + number * inside / 2
            box = (x, top + 56, inside / 2 - 8, 28)
            if self._is_crowded:
                sum_ = figure.figure if figure.fen is None else money_text(figure.fen)
                canvas.text(box, f"{figure.label} {sum_}", size=18, colour=palette.ink)
                continue
            canvas.text(box, figure.label, size=18, colour=palette.ink2)
            draw_figure(canvas, (x, top + 116), figure, size=32, room=inside / 2 - 12)

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        height = self.unit_height
        left = width - _LEFT - _RIGHT_WIDTH
        top = _TOP + _TO_PAY + 16
        inside = _RIGHT_WIDTH - 16
        free = height - _FOOT - 8 - top - _TICKETS_TOP
        self._is_crowded = False
        if not self._gain.isHidden():
            room = free - len(self._tickets) * _TICKET
            # It is read from further away than the cashier's.
            wanted = self._gain.fit(inside, room=room, most=_FOR_THE_CUSTOMER)
            free -= wanted
            self._is_crowded = free < 0
            self.place(self._gain, (left + 8, height - _FOOT - 8 - wanted, inside, wanted))
        for number, row in enumerate(self._tickets):
            self.place(row, (left + 8, top + _TICKETS_TOP + number * _TICKET, inside, 48))
            # What must be told of several programs comes before a second ticket.
            row.setVisible((number + 1) * _TICKET <= free)

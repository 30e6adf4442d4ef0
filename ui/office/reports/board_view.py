"""The queue board for the shop's screen: dark, read from afar, masked.

Its places are those of the picture at 1280 x 800; a larger screen multiplies them.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.queue.queue_board import BoardRow, QueueBoard
from pos_app.actions.queue.queue_news import JustPaid, QueueNews
from pos_app.domain.figures import count_text, money_text, signed_money_text
from pos_app.domain.moment import Day, Instant, business_day, clock_text
from ui.day_words import long_day
from ui.theme_tokens import DARK, RADII
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import draw_money
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.widgets.progress_bar import part_of
from ui.widgets.text_measure import text_width
from ui.wording import LiveWording

_ROW = 64
_TOP = 144
_LEFT, _RIGHT = 40, 880
_SIDE = 928
_BAR = (370, 290, 12)
_CLOCK_EVERY_MS = 10_000


@dataclass(frozen=True, slots=True)
class BoardShown:
    """What the board shows; `now` is the shop's time."""

    shop: str
    board: QueueBoard | None
    news: QueueNews
    now: Instant


_FOOT_SIZES = ((22, 36, 3), (20, 31, 5), (18, 27, 12))
"""Size and pitch of the sentences at the foot, and for how many lines."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """What the board must tell, and how much of it that takes."""

    told: tuple[str, ...]
    size: float
    pitch: float
    height: float


class BoardView(Painted):
    """Rows of 64 at the left, three figures and the last payments at the right."""

    left = Signal()
    ticked = Signal()
    """Time to read again."""

    def __init__(self, words: LiveWording) -> None:
        super().__init__()
        self._words = words
        self._shown: BoardShown | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(_CLOCK_EVERY_MS)
        self._timer.timeout.connect(self.ticked)
        words.changed.connect(self.put_words)
        self.put_words()

    def put_words(self) -> None:
        """Say what this is, in the language of the moment."""
        _ = self._words.text
        self.setAccessibleName(_("Queue refunds"))
        self.setWindowTitle(_("Queue refunds"))
        self.update()

    def begin(self) -> None:
        """Keep the clock and the rows current from now on."""
        self._timer.start()

    def end(self) -> None:
        """Stop reading; the board is put away."""
        self._timer.stop()

    def show_board(self, shown: BoardShown) -> None:
        """Show the queue as it is now."""
        self._shown = shown
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        canvas.fill((0, 0, canvas.width, canvas.height), DARK.paper)
        if self._shown is None:
            return
        right = max(0.0, canvas.width - 1280)
        foot = self._foot(self._shown.board, width=canvas.width - 2 * _LEFT)
        self._draw_head(canvas, self._shown, right=right)
        self._draw_rows(canvas, self._shown.board, right=right, foot=foot.height)
        self._draw_side(canvas, self._shown, left=_SIDE + right, foot=foot.height)
        self._draw_foot(canvas, foot)

    def _draw_head(self, canvas: Canvas, shown: BoardShown, *, right: float) -> None:
        _ = self._words.text
        title = (_LEFT, 30, 560, 52)
        wide = canvas.text(title, _("Queue refunds"), size=40, colour=DARK.ink, bold=True)
        day = long_day(Day(business_day(shown.now)), self._words)
        beside = (_LEFT + wide + 24, 38, 1060 + right - _LEFT - wide - 24, 44)
        canvas.text(beside, f"{shown.shop} · {day}", size=22, colour=DARK.ink2)
        time = (1000 + right, 28, 240, 56)
        canvas.text(time, clock_text(shown.now), size=42, colour=DARK.ink, align=Align.RIGHT)
        heads = (
            (_LEFT, 90, _("Place"), Align.LEFT),
            (136, 200, _("Member"), Align.LEFT),
            (_BAR[0], 200, _("Progress"), Align.LEFT),
            (_RIGHT + right - 300, 300, _("So far / target"), Align.RIGHT),
        )
        for left, room, words, align in heads:
            canvas.text((left, 112, room, 24), words, size=16, colour=DARK.ink2, align=align)

    def _draw_rows(
        self, canvas: Canvas, board: QueueBoard | None, *, right: float, foot: float
    ) -> None:
        _ = self._words.text
        fits = max(1, int((canvas.height - _TOP - foot - 4) // _ROW))
        rows = board.rows[:fits] if board is not None else ()
        if not rows:
            box = (_LEFT, _TOP, 800, _ROW)
            canvas.text(box, _("Nobody is in the queue"), size=24, colour=DARK.ink2)
        for number, row in enumerate(rows):
            top = _TOP + number * _ROW
            if number == 0:
                first = (24, top, _RIGHT - 8 + right, _ROW)
                canvas.rounded(first, radius=RADII.button, fill=DARK.jade_soft)
            elif number > 1:
                canvas.hairline((_LEFT, top), _RIGHT - _LEFT + right, colour=DARK.line)
            self._draw_row(canvas, row, top=top, right=right)
        canvas.upright((904 + right, 112), canvas.height - foot - 120, colour=DARK.line)

    def _draw_row(self, canvas: Canvas, row: BoardRow, *, top: float, right: float) -> None:
        is_first = row.place == 1
        colour = DARK.jade if is_first else DARK.ink
        canvas.text((_LEFT, top, 88, _ROW), str(row.place), size=32, colour=colour)
        canvas.text((136, top, 112, _ROW), row.name, size=24, colour=DARK.ink)
        canvas.text((256, top, 100, _ROW), row.phone[-4:], size=22, colour=DARK.ink2)
        left, bar, tall = _BAR
        room = bar + right
        middle = top + _ROW / 2
        track = (left, middle - tall / 2, room, tall)
        canvas.rounded(track, radius=tall / 2, fill=DARK.sunken)
        part = part_of(room, done=row.received, whole=row.target, smallest=tall)
        if part:
            filled = (left, middle - tall / 2, part, tall)
            canvas.rounded(filled, radius=tall / 2, fill=DARK.jade_fill)
        target = f" / {money_text(row.target)}"
        edge = _RIGHT + right
        wide = text_width(target, 22)
        canvas.text((edge - wide - 1, top, wide + 2, _ROW), target, size=22, colour=DARK.ink2)
        box = (left + room + 4, top, edge - wide - left - room - 4, _ROW)
        canvas.text(box, money_text(row.received), size=26, colour=DARK.jade, align=Align.RIGHT)

    def _draw_side(self, canvas: Canvas, shown: BoardShown, *, left: float, foot: float) -> None:
        _, _n = self._words.text, self._words.plural
        news = shown.news
        room = 312
        canvas.text((left, 110, room, 28), _("Refunded today"), size=20, colour=DARK.ink2)
        size = 54 if news.paid < 10_000_00 else 42  # noqa: PLR2004 - ten thousand yuan
        draw_money(canvas, (left, 192), news.paid, size=size, colour=DARK.jade)
        members = _n("{count} member", "{count} members", count=news.receivers)
        canvas.text((left, 206, room, 26), members, size=18, colour=DARK.ink2)
        active = shown.board.active if shown.board is not None else 0
        for top, label, count in (
            (258, _("Full today"), news.completed),
            (374, _("In the queue now"), active),
        ):
            canvas.text((left, top, room, 28), label, size=20, colour=DARK.ink2)
            baseline = top + 81
            wide = canvas.words((left, baseline), count_text(count), size=52, colour=DARK.ink)
            unit = _n("ticket", "tickets", count=count)
            canvas.words((left + wide + 12, baseline), unit, size=20, colour=DARK.ink2)
        canvas.hairline((left, 496), room, colour=DARK.line)
        canvas.text((left, 513, room, 28), _("Just now"), size=20, colour=DARK.ink2)
        fits = max(0, int((canvas.height - foot - 4 - 546) // 40))
        for number, each in enumerate(news.latest[:fits]):
            self._draw_latest(canvas, each, at=(left, 546 + number * 40), room=room)

    def _draw_latest(
        self, canvas: Canvas, each: JustPaid, *, at: tuple[float, float], room: float
    ) -> None:
        left, top = at
        amount = signed_money_text(each.amount)
        wide = canvas.text(
            (left, top, room, 40), amount, size=22, colour=DARK.jade, align=Align.RIGHT
        )
        name = (left, top, room - wide - 8, 40)
        canvas.text(name, f"{each.name} {each.phone[-4:]}", size=22, colour=DARK.ink)

    def _foot(self, board: QueueBoard | None, *, width: float) -> _Foot:
        """Every sentence whole: the more there are, the smaller, and the fewer the rows."""
        _ = self._words.text
        shown = board.disclosures if board is not None else ()
        told = [_(each.text, **dict(each.fields)) for each in shown]
        feet = []
        for size, pitch, most in _FOOT_SIZES:
            lines = sum(len(wrapped(each, size=size, width=width)) for each in told)
            tall = max(140.0, lines * pitch + 68)
            feet.append(_Foot(tuple(told), size, pitch, height=tall))
            if lines <= most:
                break
        return feet[-1]

    def _draw_foot(self, canvas: Canvas, foot: _Foot) -> None:
        _ = self._words.text
        top, width = canvas.height - foot.height, canvas.width - 2 * _LEFT
        canvas.hairline((_LEFT, top), width, colour=DARK.line)
        y = top + 14
        for each in foot.told:
            box = (_LEFT, y, width, foot.height)
            y += draw_paragraph(
                canvas, box, each, size=foot.size, colour=DARK.ink, pitch=foot.pitch
            )
        more = _("The store pays. You may leave the queue at the till at any time.")
        line = (_LEFT, canvas.height - 46, width, 30)
        canvas.text(line, more, size=18, colour=DARK.ink2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F12}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

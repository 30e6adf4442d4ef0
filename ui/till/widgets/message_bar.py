"""The bar 'what just happened': the last line, a refusal, or a wait.

It stands under the scan field, always at the same place; only its content changes.
"""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import TIMES
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.key_hint import KeyHint, draw_hints, hints_width
from ui.widgets.money_label import draw_money, money_text, money_width
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_LEFT = 20
_AFTER_ICON = 58
_FIRST = 40
_SECOND = 68


@dataclass(frozen=True, slots=True)
class LastLine:
    """What was rung up last; `quantity` is the figure as shown: `6`, or `0.512 kg`."""

    name: str
    quantity: str
    price_fen: int
    amount_fen: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """What the shop said no to: head, raw code, what did not happen, at most 3 keys."""

    head: str
    code: str = ""
    note: str = ""
    hints: tuple[KeyHint, ...] = ()


@dataclass(frozen=True, slots=True)
class Attention:
    """Something to look at that stops nothing or waits for somebody; `icon` names why."""

    head: str
    note: str = ""
    hints: tuple[KeyHint, ...] = ()
    icon: str = "warning"
    amount_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The shop is saving; `note` says what becomes of scans meanwhile."""

    head: str
    note: str = ""
    icon: str = "database"


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing has happened yet on this bill."""

    head: str
    note: str = ""


BarMessage = LastLine | Refused | Attention | Waiting | Idle


class MessageBar(Painted):
    """88 high; shows one message at a time and says it to a screen reader."""

    ROOM = 88

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(808, 88), parent=parent)
        self._message: BarMessage = Idle("")

    @property
    def message(self) -> BarMessage:
        """What the bar shows now."""
        return self._message

    def show_message(self, message: BarMessage) -> None:
        """Show this instead of what was there."""
        if message == self._message:
            return
        self._message = message
        self.setAccessibleName(spoken(message))
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        match self._message:
            case LastLine() as line:
                self._draw_line(canvas, line)
            case Refused() as refused:
                self._draw_refused(canvas, refused)
            case Attention() as attention:
                self._draw_attention(canvas, attention)
            case Waiting(head, note, icon):
                self._ground(canvas, canvas.palette.surface, edge=canvas.palette.line)
                self._lines(canvas, head, note=note, icon=icon)
            case Idle(head, note):
                self._ground(canvas, canvas.palette.surface, edge=canvas.palette.line)
                self._lines(canvas, head, note=note, icon="")

    def _draw_line(self, canvas: Canvas, line: LastLine) -> None:
        palette = canvas.palette
        self._ground(canvas, palette.cobalt_soft)
        right = canvas.width - _LEFT
        amount = money_width(line.amount_fen, size=TYPE.figure_l)
        at = (right, canvas.middle(TYPE.figure_l))
        draw_money(
            canvas,
            at,
            line.amount_fen,
            size=TYPE.figure_l,
            colour=palette.ink,
            align=Align.RIGHT,
        )
        room = right - amount - 24 - _LEFT
        canvas.text((_LEFT, 12, room, 40), line.name, size=TYPE.title, colour=palette.ink)
        x = _LEFT + canvas.words((_LEFT, 70), line.quantity, size=TYPE.quantity, colour=palette.ink)
        x += canvas.words((x, 70), f" {TIMES} ", size=TYPE.row, colour=palette.ink2)
        price = money_text(line.price_fen)
        x += canvas.words((x, 70), price, size=TYPE.quantity, colour=palette.ink)
        note = (x + 12.4, 54, right - amount - 24 - x, 22)
        canvas.text(note, line.note, size=TYPE.small, colour=palette.ink2)

    def _draw_refused(self, canvas: Canvas, refused: Refused) -> None:
        palette = canvas.palette
        self._ground(canvas, palette.cinnabar_fill)
        white = palette.on_fill
        canvas.icon("stop", (_LEFT, _FIRST - 8 - 13 - 2), size=26, colour=white)
        room = canvas.width - _AFTER_ICON - _LEFT
        head = canvas.text(
            (_AFTER_ICON, 14, room, 32),
            refused.head,
            size=TYPE.figure_s,
            colour=white,
            bold=True,
        )
        code = (_AFTER_ICON + head + 20, 14, room - head - 20, 32)
        canvas.text(code, refused.code, size=24, colour=white, spacing=1, may_end_in_dots=True)
        self._second(canvas, refused.note, hints=refused.hints, colour=white, on_fill=True)

    def _draw_attention(self, canvas: Canvas, attention: Attention) -> None:
        palette = canvas.palette
        self._ground(canvas, palette.amber_soft)
        canvas.icon(attention.icon, (_LEFT, 17), size=26, colour=palette.amber)
        right = canvas.width - _LEFT
        if attention.amount_fen is not None:
            fen = attention.amount_fen
            draw_money(canvas, (right, 40), fen, size=28, colour=palette.ink, align=Align.RIGHT)
            right -= money_width(fen, size=28) + 16
        box = (_AFTER_ICON, 14, right - _AFTER_ICON, 32)
        canvas.text(box, attention.head, size=TYPE.figure_s, colour=palette.ink)
        self._second(canvas, attention.note, hints=attention.hints, colour=palette.ink2)

    def _lines(self, canvas: Canvas, head: str, *, note: str, icon: str) -> None:
        palette = canvas.palette
        left = _AFTER_ICON if icon else _LEFT
        colour = palette.ink if icon else palette.ink2
        if icon:
            canvas.icon(icon, (_LEFT, 17), size=26, colour=palette.ink2)
        room = canvas.width - left - _LEFT
        if note:
            canvas.text((left, 14, room, 32), head, size=TYPE.figure_s, colour=colour)
            canvas.text((left, 52, room, 22), note, size=TYPE.body, colour=palette.ink2)
        else:
            canvas.text((left, 0, room, 88), head, size=TYPE.figure_s, colour=colour)

    def _second(
        self,
        canvas: Canvas,
        note: str,
        *,
        hints: tuple[KeyHint, ...],
        colour: str,
        on_fill: bool = False,
    ) -> None:
        size: float = TYPE.body
        whole = canvas.width - _AFTER_ICON - _LEFT - (32 if hints else 0)
        # Larger text gives way on both sides alike: what happened, and what to press.
        while (
            size > TYPE.body / canvas.theme.text_scale
            and hints_width(hints, size=size) + text_width(note, size) > whole
        ):
            size = max(size - 1, TYPE.body / canvas.theme.text_scale)
        box = (_AFTER_ICON, 52.6, whole - hints_width(hints, size=size), 22)
        x = _AFTER_ICON + canvas.text(box, note, size=size, colour=colour)
        at = (x + (32 if note else 0), 63.6)
        draw_hints(canvas, at, hints, size=size, colour=colour, on_fill=on_fill)

    def _ground(self, canvas: Canvas, fill: str, *, edge: str = "") -> None:
        box = (0, 0, canvas.width, canvas.height)
        canvas.rounded(box, radius=RADII.card, fill=fill, edge=edge)


def spoken(message: BarMessage) -> str:
    """The message as one line for a screen reader."""
    parts: list[str] = []
    match message:
        case LastLine(name, quantity, price_fen, amount_fen, note):
            sum_of = f"{quantity} {TIMES} {money_text(price_fen)} {money_text(amount_fen)}"
            parts = [name, sum_of, note]
        case Refused(head, code, note, hints):
            parts = [head, code, note, *(f"{h.key} {h.text}" for h in hints)]
        case Attention(head, note, hints):
            parts = [head, note, *(f"{h.key} {h.text}" for h in hints)]
        case Waiting(head, note) | Idle(head, note):
            parts = [head, note]
    return " ".join(part for part in parts if part)

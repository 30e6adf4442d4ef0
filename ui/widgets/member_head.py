"""Who the member is, and the member's three figures: points, balance, vouchers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import YUAN
from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.chip import chip_width, draw_chip
from ui.widgets.key_hint import NO_HINT, KeyHint, draw_hints, hints_width
from ui.widgets.money_label import draw_money, money_text
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_NAME_LEFT = 72
_FIGURES_LEFT = (20, 140, 268)
"""The third is the widest: under it stands a whole day, in English with its month."""


@dataclass(frozen=True, slots=True)
class MemberView:
    """What the till shows of a member; the phone comes masked."""

    name: str
    phone: str
    tier: str = ""
    hint: KeyHint = NO_HINT
    more: str = ""
    """What else the key leads to; said below it where the phone leaves the room."""


class MemberHead(Painted):
    """70 high: mark, name, tier, phone, and the key that changes the member."""

    pressed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 70), parent=parent)
        self._member = MemberView("", "")

    def show_member(self, member: MemberView) -> None:
        """Show this member."""
        self._member = member
        self.setAccessibleName(f"{member.name} {member.tier} {member.phone}")
        told = f"{member.hint.key} {member.hint.text} {member.more}"
        self.setAccessibleDescription(told.strip())
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        member = self._member
        canvas.disc((40, 36), 20, fill=palette.jade_soft)
        canvas.icon("person", (28, 24), size=24, colour=palette.jade)
        wide = hints_width((member.hint,), size=TYPE.small)
        hint_left = canvas.width - SPACES.card - wide
        beside = self._room_of_more(canvas.width)
        at = (hint_left, 26 if beside else 36)
        draw_hints(canvas, at, (member.hint,), size=TYPE.small, colour=palette.ink2)
        tier = chip_width(member.tier) + 10 if member.tier else 0
        room = hint_left - 12 - tier - _NAME_LEFT
        name = canvas.text(
            (_NAME_LEFT, 11, room, 30),
            member.name,
            size=TYPE.heading,
            colour=palette.ink,
            bold=True,
            may_end_in_dots=True,
        )
        if member.tier:
            draw_chip(canvas, (_NAME_LEFT + name + 10, 26), member.tier)
        end = canvas.width - SPACES.card - beside if beside else hint_left
        phone = (_NAME_LEFT, 38, end - 12 - _NAME_LEFT, 22)
        canvas.text(phone, member.phone, size=TYPE.small, colour=palette.ink2)
        if beside:
            canvas.text((end, 38, beside, 22), member.more, size=TYPE.micro, colour=palette.ink2)
        canvas.hairline((1, 70), canvas.width - 2)

    def _room_of_more(self, width: float) -> float:
        """How wide stands what else the key leads to; 0 where it would not be whole."""
        beside = text_width(self._member.more, TYPE.micro) + 1 if self._member.more else 0
        phone = text_width(self._member.phone, TYPE.small)
        return beside if _NAME_LEFT + phone + 12 + beside <= width - SPACES.card else 0

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.pressed.emit()


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure with its label and what is to be known of it; money has `fen`."""

    label: str
    note: str = ""
    figure: str = ""
    fen: int | None = None
    colour: str = "ink"

    @property
    def told(self) -> str:
        """What a screen reader says: label, figure, note."""
        figure = self.figure if self.fen is None else money_text(self.fen)
        return " ".join(part for part in (self.label, figure, self.note) if part)


class FigureRow(Painted):
    """82 high: three figures of 22, each over a second line of 13."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 82), parent=parent)
        self._figures: tuple[FigureView, ...] = ()

    @property
    def figures(self) -> tuple[FigureView, ...]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[FigureView]) -> None:
        """Show at most three figures."""
        self._figures = tuple(figures)[: len(_FIGURES_LEFT)]
        self.setAccessibleName("; ".join(each.told for each in self._figures))
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        edges = (*_FIGURES_LEFT[1:], canvas.width - 4)
        for figure, left, edge in zip(self._figures, _FIGURES_LEFT, edges, strict=False):
            room = edge - left - 8
            label = (left, 7, room, 22)
            canvas.text(label, figure.label, size=TYPE.micro, colour=palette.ink2)
            draw_figure(canvas, (left, 49), figure, size=TYPE.figure_s, room=room)
            note = (left, 53, room, 22)
            canvas.text(note, figure.note, size=TYPE.micro, colour=palette.ink2)
        canvas.hairline((1, 82), canvas.width - 2)


def draw_figure(
    canvas: Canvas, at: tuple[float, float], figure: FigureView, *, size: float, room: float
) -> float:
    """Draw a figure or a sum on a baseline, smaller where it would not fit."""
    colour = getattr(canvas.palette, figure.colour)
    words = figure.figure or f"{YUAN}{figure.fen or 0}00"
    while size > TYPE.micro and text_width(words, size) > room:
        size -= 1
    if figure.fen is not None:
        return draw_money(canvas, at, figure.fen, size=size, colour=colour)
    return canvas.words(at, figure.figure, size=size, colour=colour)

"""Everything a member has, line by line; Enter uses the line chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain.figures import count_text, money_text
from pos_app.domain.holdings import CircleHolding, Holding, UnitsHolding
from pos_app.domain.standing import Standing
from ui.canvas import Canvas
from ui.key_hint import KeyHint, draw_hints
from ui.shown_holdings import HoldingLine, holding_lines, voucher_lines
from ui.theme_tokens import SPACES, TYPE
from ui.till.choice_list import Choice, ChoiceList
from ui.till.member_panel import Wish
from ui.till.shown_member import ticket_told
from ui.till.till_panel import Place, TillPanel, is_enter
from ui.wording import LiveWording

_FOOT = 56


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet, and what Enter does with it; None when it only tells."""

    told: HoldingLine
    wish: Wish | None = None
    holding: Holding | None = None


class HoldingsPanel(TillPanel):
    """In the right column, behind what Enter opens."""

    PLACE = Place.RIGHT

    wished = Signal(object, object)
    """A `Wish`, and the holding that it is about, if any."""

    def __init__(self, words: LiveWording, standing: Standing) -> None:
        super().__init__(words)
        self._standing = standing
        self._lines: tuple[Line, ...] = ()
        self._list = ChoiceList(parent=self)
        self._list.chosen_changed.connect(self._tell_key)
        self._list.taken.connect(self._take)
        self.put_words()

    @override
    def title(self) -> str:
        return self._standing.name or str(self._standing.member)

    @override
    def put_words(self) -> None:
        super().put_words()
        self._lines = tuple(_lines_of(self._standing, self.words))
        rows = [
            Choice(each.told.label, each.told.note, figure=each.told.figure) for each in self._lines
        ]
        self._list.set_words(self.title(), empty="")
        self._list.show_rows(rows, chosen=max(0, self._list.chosen))

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._list, (0, 60, width, height - 60 - _FOOT))

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        canvas.hairline((1, canvas.height - _FOOT), canvas.width - 2)
        at = (SPACES.card, canvas.height - _FOOT / 2)
        draw_hints(canvas, at, self._hints(), size=TYPE.body, colour=canvas.palette.ink2)

    def _hints(self) -> tuple[KeyHint, ...]:
        _ = self.words.text
        line = self._chosen
        if line is None or line.wish is None:
            return (KeyHint("↑ ↓", _("Look through")),)
        does = {
            Wish.LEAVE_QUEUE: _("Leave the queue for a voucher"),
            Wish.PAY_OUT: _("Pay the reward balance out"),
            Wish.REDEEM: _("Redeem"),
            Wish.CONVERT: _("Turn into vouchers"),
        }
        return (KeyHint("Enter", does[line.wish]),)

    @property
    def _chosen(self) -> Line | None:
        chosen = self._list.chosen
        return self._lines[chosen] if 0 <= chosen < len(self._lines) else None

    def _tell_key(self, _index: int) -> None:
        self.update()

    def _take(self, _index: int) -> None:
        line = self._chosen
        if line is not None and line.wish is not None:
            self.wished.emit(line.wish, line.holding)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._list.take_chosen()
        elif not self._list.take_key(event):
            super().keyPressEvent(event)


def _lines_of(standing: Standing, words: LiveWording) -> list[Line]:
    """Balances, vouchers, tickets, then each program's own."""
    _ = words.text
    worth = _("worth {sum}", sum=money_text(standing.points))
    lines = [
        Line(HoldingLine(_("Points"), count_text(standing.points), worth)),
        Line(
            HoldingLine(_("Reward balance"), money_text(standing.reward)),
            Wish.PAY_OUT if standing.reward and standing.pays_out else None,
        ),
    ]
    lines += [Line(each) for each in voucher_lines(standing.vouchers, words)]
    for ticket in standing.tickets:
        leave = None if ticket.counts_from else Wish.LEAVE_QUEUE
        lines.append(Line(ticket_told(ticket, words), leave))
    for holding in standing.holdings:
        first, *more = holding_lines(holding, words)
        lines.append(Line(first, _wish_of(holding), holding))
        lines += [Line(each) for each in more]
    return lines


def _wish_of(holding: Holding) -> Wish | None:
    match holding:
        case UnitsHolding():
            return Wish.REDEEM
        case CircleHolding(convertible=amount) if amount:
            return Wish.CONVERT
        case _:
            return None

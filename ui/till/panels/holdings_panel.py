"""Everything a member has, line by line; Enter uses the line chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.domain.figures import count_text, money_text
from pos_app.domain.holdings import CircleHolding, Holding, UnitsHolding
from pos_app.domain.money import Fen
from pos_app.domain.standing import Standing, TicketPlace
from ui.shown_holdings import HoldingLine, holding_lines, voucher_lines
from ui.theme_tokens import SPACES, TYPE
from ui.till.panels.choice_list import Choice
from ui.till.panels.list_panel import ListPanel
from ui.till.panels.member_panel import Wish
from ui.till.panels.shown_member import ticket_told
from ui.till.panels.till_panel import Place
from ui.widgets.canvas import Canvas
from ui.widgets.key_hint import KeyHint, draw_hints
from ui.wording import LiveWording

_FOOT = 56
_MOST_TICKETS = 5
"""More than a handful are one line until they are asked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet, and what Enter does with it; None when it only tells."""

    told: HoldingLine
    wish: Wish | None = None
    holding: Holding | None = None
    stands_for: int = 0
    """So many tickets that Enter lists; 0 on any other line."""


class HoldingsPanel(ListPanel):
    """In the right column, behind what Enter opens."""

    PLACE = Place.RIGHT

    wished = Signal(object, object)
    """A `Wish`, and the holding that it is about, if any."""

    def __init__(self, words: LiveWording, standing: Standing) -> None:
        super().__init__(words)
        self._standing = standing
        self._lines: tuple[Line, ...] = ()
        self._lists_all = False
        """Enter was pressed on the line that stands for the tickets further back."""
        self.list.chosen_changed.connect(self._tell_key)
        self.put_words()

    @override
    def title(self) -> str:
        return self._standing.name or str(self._standing.member)

    @override
    def put_words(self) -> None:
        super().put_words()
        shown = len(self._standing.tickets) if self._lists_all else _MOST_TICKETS
        self._lines = tuple(_lines_of(self._standing, self.words, tickets=shown))
        rows = [
            Choice(each.told.label, each.told.note, figure=each.told.figure) for each in self._lines
        ]
        self.list.set_words(self.title(), empty="")
        self.list.show_rows(rows, chosen=max(0, self.list.chosen))

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.list, (0, 60, width, height - 60 - _FOOT))

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        canvas.hairline((1, canvas.height - _FOOT), canvas.width - 2)
        at = (SPACES.card, canvas.height - _FOOT / 2)
        draw_hints(canvas, at, self._hints(), size=TYPE.body, colour=canvas.palette.ink2)

    def _hints(self) -> tuple[KeyHint, ...]:
        _ = self.words.text
        line = self._chosen
        if line is not None and line.stands_for:
            return (KeyHint("Enter", _("List all tickets")),)
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
        chosen = self.list.chosen
        return self._lines[chosen] if 0 <= chosen < len(self._lines) else None

    def _tell_key(self, _index: int) -> None:
        self.update()

    @override
    def take(self, index: int) -> None:
        line = self._chosen
        if line is not None and line.stands_for:
            # The first of them takes the place of the line that stood for them.
            self._lists_all = True
            self.put_words()
        elif line is not None and line.wish is not None:
            self.wished.emit(line.wish, line.holding)


def _lines_of(standing: Standing, words: LiveWording, *, tickets: int) -> list[Line]:
    """What can be used now, what else there is in programs, and so many tickets."""
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
    # The sort keeps the programs in their order; what Enter uses comes first.
    for holding in sorted(standing.holdings, key=lambda each: _wish_of(each) is None):
        first, *more = holding_lines(holding, words)
        lines.append(Line(first, _wish_of(holding), holding))
        lines += [Line(each) for each in more]
    return [*lines, *_ticket_lines(standing.tickets, words, most=tickets)]


def _ticket_lines(
    tickets: tuple[TicketPlace, ...], words: LiveWording, *, most: int
) -> Iterator[Line]:
    """The tickets furthest in front; those behind them together, if they are several."""
    _ = words.text
    if len(tickets) <= most + 1:
        most = len(tickets)
    for ticket in tickets[:most]:
        yield Line(ticket_told(ticket, words), None if ticket.counts_from else Wish.LEAVE_QUEUE)
    behind = tickets[most:]
    if behind:
        received, target = (
            money_text(Fen(sum(sums)))
            for sums in zip(*((each.received, each.target) for each in behind), strict=True)
        )
        told = _("and {count} more tickets", count=len(behind))
        together = HoldingLine(told, f"{received} / {target}", _("all of them together"))
        yield Line(together, stands_for=len(behind))


def _wish_of(holding: Holding) -> Wish | None:
    match holding:
        case UnitsHolding():
            return Wish.REDEEM
        case CircleHolding(convertible=amount) if amount:
            return Wish.CONVERT
        case _:
            return None

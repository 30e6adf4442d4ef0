"""The change due, alone and huge, until the next scan."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import money_text
from pos_app.domain.moment import Instant, shop_time
from pos_app.domain.quote import SaleDone
from pos_app.sentences.told import WORDS
from ui.theme import theme
from ui.theme_tokens import SPACES, TYPE
from ui.till.till_session import Given
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import draw_card
from ui.widgets.chip import draw_chip
from ui.widgets.fact_list import Fact, FactList
from ui.widgets.member_head import FigureView, draw_figure
from ui.widgets.money_label import draw_money, money_width
from ui.widgets.painted import Painted
from ui.wording import LiveWording

_FOOT = 128
_MOST_FIGURES = 5


class ChangeCard(Painted):
    """808 x 616: over the bar and the table; the scan field stays live above it."""

    ROOM = 520

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(808, 616), parent=parent)
        self._words = words
        self._done: SaleDone | None = None
        self._given: tuple[Given, ...] = ()

    def show_sale(self, done: SaleDone, given: tuple[Given, ...]) -> None:
        """Show the change of a sale and what it was paid with."""
        _ = self._words.text
        self._done, self._given = done, given
        self.setAccessibleName(
            _(
                "Change due {sum}. Sale {number} is paid.",
                sum=money_text(done.change),
                number=done.ref,
            )
        )
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        if self._done is None:
            return
        _, _c = self._words.text, self._words.text_in
        palette = canvas.palette
        done = self._done
        inside = canvas.width - 2 * SPACES.card
        draw_chip(
            canvas, (SPACES.card, 34), _c("sale", "Paid"), size=TYPE.body, height=28, icon="check"
        )
        head = (SPACES.card, 20, inside, 28)
        number = _c("receipt", "Sale {number}", number=done.ref)
        canvas.text(head, number, size=TYPE.body, colour=palette.ink2, align=Align.RIGHT)
        foot = canvas.height - _FOOT
        label = (SPACES.card, foot * 0.29 - 24, inside, 48)
        canvas.text(label, _("Change due"), size=32, colour=palette.ink2, align=Align.CENTRE)
        self._draw_change(canvas, middle=foot * 0.6)
        canvas.hairline((SPACES.card, foot), inside)
        self._draw_figures(canvas, top=foot)

    def _draw_change(self, canvas: Canvas, *, middle: float) -> None:
        change = self._done.change if self._done else 0
        size = min(TYPE.change, middle)
        room = canvas.width - 4 * SPACES.card
        while money_width(change, size=size) > room:
            size -= 4
        at = (canvas.width / 2, middle + size * 0.36)
        draw_money(canvas, at, change, size=size, colour=canvas.palette.ink, align=Align.CENTRE)

    def _draw_figures(self, canvas: Canvas, *, top: float) -> None:
        figures = self._figures()
        each = (canvas.width - 2 * SPACES.card) / max(4, len(figures))
        for number, figure in enumerate(figures):
            left = SPACES.card + number * each + (16 if number else 0)
            if number:
                canvas.upright((left - 16, top + 28), 72)
            room = each - 24
            box = (left, top + 22, room, 28)
            canvas.text(box, figure.label, size=TYPE.row, colour=canvas.palette.ink2)
            draw_figure(canvas, (left, top + 86), figure, size=TYPE.figure_m, room=room)

    def _figures(self) -> list[FigureView]:
        _, _c = self._words.text, self._words.text_in
        if self._done is None:
            return []
        received = sum(each.amount for each in self._given)
        tenders = [
            FigureView(
                _(WORDS[each.kind]),
                fen=each.amount,
                colour="jade" if each.kind in {"points", "reward", "voucher"} else "ink",
            )
            for each in self._given
        ]
        return [
            FigureView(_("To pay"), fen=self._done.total),
            *tenders[: _MOST_FIGURES - 2],
            FigureView(_c("payment", "Received"), fen=received),
        ]


class SaleLights(Painted):
    """Three facts after a sale: receipt, drawer, books."""

    ROOM = 144

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(424, 144), parent=parent)
        self._words = words
        self._facts = FactList(row=42, has_hairlines=False, parent=self)

    def show_lights(
        self, *, check: str, printed_at: Instant | None, is_late: bool, has_cash: bool
    ) -> None:
        """Show what has happened by now; `is_late` says that no paper came out."""
        _ = self._words.text
        printed = _("Receipt printed") if printed_at else _("Receipt is printing")
        if is_late:
            printed = _("Receipt not printed")
        at = f"{shop_time(printed_at):%H:%M:%S}" if printed_at else ""
        drawer = _("Drawer opened") if has_cash else _("Drawer stays closed")
        self._facts.show_facts(
            [
                Fact(printed, at, icon="printer", colour="ink2"),
                Fact(drawer, "", icon="drawer", colour="ink2"),
                Fact(_("Booked"), check, icon="shield", colour="ink2"),
            ]
        )
        self.setAccessibleName(f"{printed}; {drawer}; {_('Booked')} {check}")

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)

    def lay_out(self) -> None:
        """Keep the facts on the card's 20 line."""
        now = theme()
        width = self.width() / now.unit
        height = self.unit_height
        self.place(self._facts, (20, (height - 126) / 2, width - 40, 126))

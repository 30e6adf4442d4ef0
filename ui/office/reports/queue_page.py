"""Who stands where in the queue, what it holds, and the shop's board."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.queue.queue_board import QueueBoard, queue_board
from pos_app.actions.queue.queue_news import QueueNews, queue_news
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen
from pos_app.shop import Shop
from pos_app.wording import in_one_line
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import MARK, columns, whole_rows
from ui.office.reports.board_view import BoardShown, BoardView
from ui.office.reports.why_button import WhyButton
from ui.office.widgets.figure_card import FigureCard, FigureCardView
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.office.widgets.share_bar import percent_text
from ui.theme import theme
from ui.theme_tokens import SPACES, TYPE
from ui.widgets.buttons import Button
from ui.widgets.canvas import Canvas
from ui.widgets.card import Card
from ui.widgets.member_head import FigureView
from ui.widgets.paragraph import LINE_HEIGHT, draw_paragraph, wrapped

_SHOWN = 200
_FOOT = 64


def read_queue(shop: Shop) -> tuple[tuple[QueueBoard, ...], QueueNews]:
    """Ask for every queue and what happened today; for the worker."""
    return queue_board(shop, limit=_SHOWN), queue_news(shop, business_day(shop.clock.now()))


class _Told(Card):
    """The disclosure, which stands wherever the queue stands."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._text = ""

    def tell(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        room = canvas.width - 2 * SPACES.card
        lines = len(wrapped(self._text, size=TYPE.small, width=room))
        tall = min(canvas.height - 8, lines * TYPE.small * LINE_HEIGHT)
        box = (SPACES.card, (canvas.height - tall) / 2, room, tall)
        draw_paragraph(canvas, box, self._text, size=TYPE.small, colour=canvas.palette.ink2)


class QueuePage(OfficePage):
    """The front of the queue as a table; B opens the board in a window of its own."""

    HEARS = frozenset({"queue_ticket", "ticket", "transfer"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._boards: tuple[QueueBoard, ...] = ()
        self._news: QueueNews | None = None
        self._chosen = 0
        self.board_button = Button("", icon="queue", size=TYPE.body, key="B", parent=self)
        self.board_button.clicked.connect(self.open_board)
        self.bind("B", self.open_board)
        self.why_button = WhyButton(self, self._of_pool, parent=self)
        self.other_button = Button("", size=TYPE.body, parent=self)
        self.other_button.clicked.connect(self._next_queue)
        self._cards = [FigureCard(parent=self) for _ in range(4)]
        self._card = Card(parent=self)
        self.table = OfficeTable("", parent=self._card)
        self._told = _Told(parent=self)
        self.board = BoardView(self.words)
        self.board.left.connect(self.close_board)
        self.board.ticked.connect(self.read)
        self.destroyed.connect(self.board.deleteLater)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Queue")

    @override
    def subtitle(self) -> str:
        return self._boards[self._chosen].name if self._boards else ""

    @override
    def read(self) -> None:
        self.look(partial(read_queue, self.desk.shop), self._show)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.board_button.setText(_("Full screen board"))
        self.other_button.setText(_("Next queue"))
        name_table(self.table, _("The front of the queue"))
        if self._news is not None:
            self._show((self._boards, self._news))

    def open_board(self) -> None:
        """Show the board over a whole screen, the second one if there is one."""
        screens = self.screen().virtualSiblings()
        other = next((each for each in screens if each is not self.screen()), self.screen())
        self.board.setGeometry(other.geometry())
        self.board.begin()
        self.board.showFullScreen()
        self.board.setFocus()
        self._show_board()

    def close_board(self) -> None:
        """Put the board away."""
        self.board.end()
        self.board.hide()
        # Not every system gives the keys back to the window below.
        self.window().activateWindow()
        self.setFocus()

    def _next_queue(self) -> None:
        self._chosen = (self._chosen + 1) % max(1, len(self._boards))
        self.read()

    def _show(self, read: tuple[tuple[QueueBoard, ...], QueueNews]) -> None:
        self._boards, self._news = read
        self._chosen = min(self._chosen, max(0, len(self._boards) - 1))
        board = self._boards[self._chosen] if self._boards else None
        _, _n = self.words.text, self.words.plural
        news = self._news
        active = board.active if board is not None else 0
        pool = board.pool if board is not None else Fen(0)
        fund = board.exit_fund if board is not None else Fen(0)
        left = board.rows[0].target - board.rows[0].received if board and board.rows else 0
        members = _n("{count} member", "{count} members", count=news.receivers)
        next_one = _("the first still lacks {amount}", amount=money_text(Fen(left)))
        figures = (
            FigureView(_("In the queue"), next_one if left else "", figure=count_text(active)),
            FigureView(_("Paid today"), members, fen=news.paid, colour="jade"),
            FigureView(_("Queue pool"), _("paid out with the next sale"), fen=pool),
            FigureView(_("Exit fund"), _("pays whoever leaves"), fen=fund),
        )
        for card, figure in zip(self._cards, figures, strict=True):
            card.show_figure(FigureCardView(figure))
        self._show_table(board)
        self.other_button.setVisible(len(self._boards) > 1)
        told = board.disclosures if board is not None else ()
        self._told.tell(in_one_line(_(each.text, **dict(each.fields)) for each in told))
        self.update()
        self._show_board()

    def _show_table(self, board: QueueBoard | None) -> None:
        _ = self.words.text
        rows = board.rows if board is not None else ()
        first = _("the first {count}", count=len(rows)) if rows else ""
        self._card.set_title(_("The front of the queue"), right=first)
        self.table.show_table(
            (
                Column(_("Place"), 64),
                Column(_("Member"), 120, is_name=True),
                Column(_("Phone"), 110),
                Column(_("Sale")),
                Column(_("So far"), 120, is_figure=True),
                Column(_("Target"), 120, is_figure=True),
                Column(_("Still open"), 120, is_figure=True),
                Column(_("Progress"), 100, is_figure=True),
                MARK,
            ),
            [
                OfficeRow(
                    (
                        str(row.place),
                        row.name,
                        row.phone,
                        f"{row.sale}" if row.part == 1 else f"{row.sale}-{row.part}",
                        money_text(row.received),
                        money_text(row.target),
                        money_text(Fen(row.target - row.received)),
                        percent_text(row.received, row.target),
                        "",
                    ),
                    ("", "", "ink2", "ink2", "jade"),
                )
                for row in rows
            ],
            empty=_("Nobody is in the queue"),
        )

    def _show_board(self) -> None:
        if self.board.isVisible() and self._news is not None:
            shop = self.desk.shop
            board = self._boards[self._chosen] if self._boards else None
            shown = BoardShown(shop.settings.name, board, self._news, shop.clock.now())
            self.board.show_board(shown)

    def _of_pool(self) -> tuple[str, int]:
        return "pool", self._boards[self._chosen].program if self._boards else 0

    @override
    def lay_out(self, width: float, height: float) -> None:
        wide = 200 * theme().text_scale
        self.place(self.board_button, (width - wide, 2, wide, 40))
        shown = len(self._boards) > 1
        beside = width - wide - 8
        if shown:
            beside -= 144
            self.place(self.other_button, (beside + 8, 2, 136, 40))
        self.place(self.why_button, (beside - 120, 2, 120, 40))
        self.other_button.setVisible(shown)
        for card, (left, wide) in zip(self._cards, columns(width, *[254] * 4), strict=True):
            self.place(card, (left, 60, wide, 112))
        tall = height - 188 - _FOOT - 16
        self.place(self._card, (0, 188, width, tall))
        self._card.place(self.table, (20, 44, width - 28, whole_rows(tall - 52)))
        self.place(self._told, (0, height - _FOOT, width, _FOOT))

"""Returns and voids at the till: which panels and errands follow."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from pos_app.actions.return_sale import ReturnAsk, ReturnDone, return_sale
from pos_app.actions.show_sale import show_sale
from pos_app.actions.void_sale import preview_void, void_sale
from pos_app.domain.sale import Sale
from pos_app.domain.sale_shown import SaleDetail
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.sentences import tell
from pos_app.shop import Shop
from ui.message_bar import BarMessage
from ui.till.done_messages import returned_bar, voided_bar
from ui.till.errands import Errands
from ui.till.printing import Printing
from ui.till.return_lines_panel import ReturnLinesPanel
from ui.till.return_panel import FindSalePanel
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView
from ui.till.void_panel import VoidPanel


class AfterSales(QObject):
    """From a receipt to money back; nothing is done before it was shown."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        view: TillView,
        errands: Errands,
        printing: Printing,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._view = view
        self._errands = errands
        self._printing = printing
        self._void: VoidPanel | None = None

    def find(self) -> None:
        """Ask which sale."""
        panel = FindSalePanel(self._screen.words, self._session.shop)
        panel.chosen.connect(self.open_sale)
        self._screen.open_panel(panel)

    def open_sale(self, number: int, check: str = "") -> None:
        """Show what of a sale can come back; `check` ties a receipt to this shop."""
        try:
            sale = show_sale(self._session.shop, number, check=check)
        except ShopError as error:
            self._errands.refused.emit(error)
            return
        self._screen.close_all()
        panel = ReturnLinesPanel(self._screen.words, self._session, sale=sale)
        panel.entered.connect(self._return)
        panel.void_wished.connect(self.open_void)
        self._screen.open_panel(panel)

    def open_void(self, number: int) -> None:
        """Show what a void undoes, once the books say that it can be done."""
        seat = self._session.seat
        self._session.background.run(
            partial(_voidable, self._session.shop, seat, number),
            self._show_void,
            otherwise=self._cannot_void,
        )

    def _cannot_void(self, error: BaseException) -> None:
        if not isinstance(error, ShopError):
            raise error
        self._screen.close_all()
        self._errands.refused.emit(error)

    def _show_void(self, sale: SaleDetail) -> None:
        self._void = VoidPanel(self._screen.words, sale)
        self._void.entered.connect(self._void_sale)
        self._screen.open_panel(self._void)

    def _return(self, ask: ReturnAsk) -> None:
        self._errands.run(partial(_returned, self._session.shop, ask), self._done_return)

    def _void_sale(self, number: int) -> None:
        self._errands.run(
            partial(_voided, self._session.shop, number),
            self._done_void,
            otherwise=self._refuse_void,
        )

    def _refuse_void(self, error: ShopError) -> None:
        if self._void is not None and self._screen.shows(self._void):
            self._void.refuse(tell(error, self._screen.words.wording).whole)
        else:
            self._errands.refused.emit(error)

    def _done_return(self, done: ReturnDone) -> None:
        self._finish(partial(returned_bar, done.posted.record, self._screen.words))
        self._printing.print_job(done.receipt_job)

    def _done_void(self, sale: Sale) -> None:
        self._finish(partial(voided_bar, sale, self._screen.words))
        self._view.forget_last_bill(sale.number)
        self._printing.print_waiting()

    def _finish(self, make: Callable[[], BarMessage]) -> None:
        self._void = None
        self._screen.close_all()
        self._session.begin_bill()
        self._session.bill.quote_again()
        self._view.refresh()
        self._view.announce(make)


def _returned(shop: Shop, ask: ReturnAsk, seat: Seat) -> ReturnDone:
    return return_sale(shop, seat, ask)


def _voided(shop: Shop, number: int, seat: Seat) -> Sale:
    return void_sale(shop, seat, number)


def _voidable(shop: Shop, seat: Seat, number: int) -> SaleDetail:
    """Return the sale if it can be voided; refuses as the void itself would."""
    preview_void(shop, seat, number)
    return show_sale(shop, number)

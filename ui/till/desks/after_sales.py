"""Returns and voids at the till: which panels and errands follow."""

from collections.abc import Callable
from functools import partial

from pos_app.actions.selling.return_sale import ReturnAsk, ReturnDone, return_sale
from pos_app.actions.selling.show_sale import show_sale
from pos_app.actions.selling.void_sale import preview_void, void_sale
from pos_app.domain.sale import Sale
from pos_app.domain.sale_shown import SaleDetail
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.till.desks.desk import Desk
from ui.till.done_messages import returned_bar, voided_bar
from ui.till.panels.return_lines_panel import ReturnLinesPanel
from ui.till.panels.return_panel import FindSalePanel
from ui.till.panels.void_panel import VoidPanel
from ui.till.widgets.message_bar import BarMessage


class AfterSales(Desk):
    """From a receipt to money back; nothing is done before it was shown."""

    def find(self) -> None:
        """Ask which sale."""
        panel = FindSalePanel(self.screen.words, self.session.shop)
        panel.chosen.connect(self.open_sale)
        self.screen.open_panel(panel)

    def open_sale(self, number: int, check: str = "") -> None:
        """Show what of a sale can come back; `check` ties a receipt to this shop."""
        try:
            sale = show_sale(self.session.shop, number, check=check)
        except ShopError as error:
            self.errands.refused.emit(error)
            return
        self.screen.close_all()
        # Whoever was paid for last has no part in this return.
        self.session.begin_bill()
        panel = ReturnLinesPanel(self.screen.words, self.session, sale=sale)
        panel.entered.connect(self._return)
        panel.void_wished.connect(self.open_void)
        self.screen.open_panel(panel)

    def open_void(self, number: int, *, then: tuple[int, ...] = ()) -> None:
        """Show what a void undoes, once the books say that it can be done.

        `then` are sales that are asked about afterwards, the last one first.
        """
        seat = self.session.seat
        self.session.background.run(
            partial(_voidable, self.session.shop, seat, number),
            partial(self._show_void, then),
            otherwise=self._cannot_void,
        )

    def _cannot_void(self, error: ShopError) -> None:
        self.screen.close_all()
        self.refuse(error)

    def _show_void(self, then: tuple[int, ...], sale: SaleDetail) -> None:
        panel = VoidPanel(self.screen.words, sale)
        panel.entered.connect(partial(self._void_sale, then, sale))
        self.ask(panel, refuse=panel.refuse, in_whole=True)

    def _return(self, ask: ReturnAsk) -> None:
        self.errands.run(partial(return_sale, self.session.shop, ask=ask), self._done_return)

    def _void_sale(self, then: tuple[int, ...], sale: SaleDetail) -> None:
        work = partial(void_sale, self.session.shop, sale=sale.sale.number)
        self.run(work, partial(self._done_void, then, sale))

    def _done_return(self, done: ReturnDone) -> None:
        self._finish(partial(returned_bar, done.posted.record, self.screen.words))
        self.printing.print_job(done.receipt_job)

    def _done_void(self, then: tuple[int, ...], sale: SaleDetail, voided: Sale) -> None:
        self._finish(partial(voided_bar, sale, self.screen.words))
        self.view.forget_last_bill(voided.number)
        self.printing.print_waiting()
        if then:
            self.open_void(then[-1], then=then[:-1])

    def _finish(self, make: Callable[[], BarMessage]) -> None:
        self.session.begin_bill()
        self.session.bill.quote_again()
        self.finish(make)


def _voidable(shop: Shop, seat: Seat, number: int) -> SaleDetail:
    """Return the sale if it can be voided; refuses as the void itself would."""
    preview_void(shop, seat, number)
    return show_sale(shop, number)

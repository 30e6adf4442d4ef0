"""The shift at the till: opened with a float, closed with a count."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.close_shift import close_shift
from pos_app.actions.look_at_shift import look_at_shift
from pos_app.actions.open_drawer import open_drawer
from pos_app.actions.open_shift import open_shift
from pos_app.domain.money import Fen
from pos_app.domain.seat import Seat
from pos_app.domain.shift_report import ShiftReport
from pos_app.errors import ShopError
from pos_app.sentences import tell
from pos_app.shop import Shop
from ui.till.done_messages import drawer_bar
from ui.till.drawer_panel import DrawerPanel
from ui.till.errands import Errands
from ui.till.printing import Printing
from ui.till.shift_panel import CashPanel, CloseShiftPanel, OpenShiftPanel, ShiftClosedPanel
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView


class ShiftDesk(QObject):
    """Which panel follows which while money is counted."""

    over = Signal()
    """The shift is closed and its figures were read: nobody sits here any more."""

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
        self._panel: CashPanel | DrawerPanel | None = None

    def ask_float(self) -> None:
        """Ask what lies in the drawer; without a shift nothing is sold."""
        panel = OpenShiftPanel(self._screen.words)
        panel.entered.connect(self._open)
        self._show(panel)

    def ask_count(self) -> None:
        """Ask what lies in the drawer at the end; opens a shift where none is."""
        if not self._session.seat.shift:
            self.ask_float()
            return
        # The panel is there at once and takes digits: the longer the day, the later come
        # the figures of its sales.
        panel = CloseShiftPanel(self._screen.words, self._session.seat)
        panel.entered.connect(self._close)
        self._show(panel)
        work = partial(look_at_shift, self._session.shop, self._session.seat)
        self._session.background.run(work, panel.show_report, otherwise=self._cannot_look)

    def _cannot_look(self, error: BaseException) -> None:
        if not isinstance(error, ShopError):
            raise error
        self._refuse(error)

    def ask_reason(self) -> None:
        """Ask why the drawer is opened without a sale."""
        panel = DrawerPanel(self._screen.words)
        panel.entered.connect(self._open_drawer)
        self._show(panel)

    def _show(self, panel: CashPanel | DrawerPanel) -> None:
        self._panel = panel
        self._screen.open_panel(panel)

    def _open(self, fen: int) -> None:
        work = partial(_opened, self._session.shop, Fen(fen))
        self._errands.run(work, self._has_opened, otherwise=self._refuse)

    def _has_opened(self, seat: Seat) -> None:
        self._panel = None
        self._screen.close_all()
        self._session.sit_down(seat)

    def _close(self, fen: int) -> None:
        work = partial(_closed, self._session.shop, Fen(fen))
        self._errands.run(work, self._has_closed, otherwise=self._refuse)

    def _has_closed(self, report: ShiftReport) -> None:
        self._panel = None
        self._screen.close_all()
        # The change of the last sale is history: nothing more is sold in this shift.
        self._session.begin_bill()
        panel = ShiftClosedPanel(self._screen.words, report)
        panel.left.connect(self.over)
        self._screen.open_panel(panel)
        self._printing.print_waiting()

    def _open_drawer(self, reason: str) -> None:
        work = partial(_drawer_opened, self._session.shop, reason)
        self._errands.run(work, self._has_opened_drawer, otherwise=self._refuse)

    def _has_opened_drawer(self, _nothing: object) -> None:
        self._panel = None
        self._screen.close_all()
        self._view.announce(partial(drawer_bar, self._screen.words))

    def _refuse(self, error: ShopError) -> None:
        if self._panel is not None and self._screen.shows(self._panel):
            self._panel.refuse(tell(error, self._screen.words.wording).happened)
        else:
            self._errands.refused.emit(error)


def _opened(shop: Shop, opening_float: Fen, seat: Seat) -> Seat:
    return open_shift(shop, seat, opening_float=opening_float)


def _closed(shop: Shop, counted: Fen, seat: Seat) -> ShiftReport:
    return close_shift(shop, seat, counted=counted)


def _drawer_opened(shop: Shop, reason: str, seat: Seat) -> None:
    open_drawer(shop, seat, reason=reason)

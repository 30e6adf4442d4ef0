"""The drawer without a sale: opened for a reason, cash put in or taken out."""

from functools import partial

from pos_app.actions.shifts.move_cash import move_cash
from pos_app.actions.shifts.open_drawer import open_drawer
from pos_app.domain.money import Fen
from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from ui.till.desks.desk import Desk
from ui.till.done_messages import cash_moved_bar, drawer_bar
from ui.till.panels.cash_move_panel import CashMovePanel
from ui.till.panels.drawer_panel import DrawerPanel
from ui.till_keys import Act


class DrawerDesk(Desk):
    """Asks why, and how much; the journal keeps both."""

    def ask_reason(self) -> None:
        """Ask why the drawer is opened without a sale."""
        panel = DrawerPanel(self.screen.words, self.screen.keys)
        panel.entered.connect(self._open)
        panel.moves.connect(self.ask_move)
        self.ask(panel, refuse=panel.refuse)

    def ask_move(self, act: Act) -> None:
        """Ask how much is put in or taken out, and why."""
        panel = CashMovePanel(self.screen.words, comes_in=act is Act.CASH_IN)
        panel.moved.connect(self._move)
        self.ask(panel, refuse=panel.refuse)

    def _open(self, reason: str) -> None:
        self.run(partial(open_drawer, self.session.shop, reason=reason), self._has_opened)

    def _has_opened(self, _nothing: object) -> None:
        self.finish(partial(drawer_bar, self.screen.words))

    def _move(self, fen: int, reason: str) -> None:
        work = partial(_moved, self.session.shop, amount=Fen(fen), reason=reason)
        self.run(work, self._has_moved)

    def _has_moved(self, moved: tuple[Fen, int]) -> None:
        amount, slip = moved
        self.finish(partial(cash_moved_bar, amount, self.screen.words))
        self.printing.print_job(slip)


def _moved(shop: Shop, seat: Seat, *, amount: Fen, reason: str) -> tuple[Fen, int]:
    return amount, move_cash(shop, seat, amount=amount, reason=reason)

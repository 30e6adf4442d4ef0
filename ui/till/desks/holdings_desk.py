"""What a member has is looked at, redeemed, or turned into vouchers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from pos_app.actions.exchanges.convert_points import convert_points
from pos_app.actions.exchanges.redeem_units import redeem_units
from pos_app.domain.holdings import CircleHolding, Holding, Redeemed, UnitsHolding
from pos_app.domain.money import Fen
from pos_app.domain.standing import Standing
from ui.till.desks.desk import Desk
from ui.till.done_messages import converted_bar, redeemed_bar
from ui.till.panels.holdings_panel import HoldingsPanel
from ui.till.panels.member_panel import Wish
from ui.till.panels.redeem_panel import ConvertPanel, RedeemPanel, TurnPanel


class HoldingsDesk(Desk):
    """One member's holdings; what is not theirs goes back to the member desk."""

    wished = Signal(object)
    """A `Wish` that another desk has: leaving the queue, a payout."""
    done = Signal(object)
    """Makes the message that says what was done."""

    def show(self, standing: Standing) -> None:
        """Open the sheet of everything the member has."""
        panel = HoldingsPanel(self.screen.words, standing)
        panel.wished.connect(self._take)
        self.screen.open_panel(panel)

    def _take(self, wish: Wish, holding: Holding | None) -> None:
        standing = self.session.standing
        if standing is None:
            return
        match holding:
            case UnitsHolding() if wish is Wish.REDEEM:
                redeem = RedeemPanel(
                    self.screen.words, self.session, member=standing.member, holding=holding
                )
                redeem.entered.connect(self._redeem)
                self._put(redeem)
            case CircleHolding() if wish is Wish.CONVERT:
                convert = ConvertPanel(
                    self.screen.words, self.session, member=standing.member, holding=holding
                )
                convert.entered.connect(self._convert)
                self._put(convert)
            case _:
                self.wished.emit(wish)

    def _put(self, panel: TurnPanel) -> None:
        self.ask(panel, refuse=panel.refuse, in_whole=True)

    def _redeem(self, program: int, units: int) -> None:
        work = partial(redeem_units, self.session.shop, program=program, units=units)
        self._turn(work, self._has_redeemed)

    def _convert(self, program: int) -> None:
        work = partial(convert_points, self.session.shop, program=program)
        self._turn(work, self._has_converted)

    def _turn(self, work: Callable[..., object], then: Callable[..., None]) -> None:
        standing = self.session.standing
        if standing is not None:
            self.run(partial(work, member=standing.member), then)

    def _has_redeemed(self, redeemed: Redeemed) -> None:
        self.done.emit(partial(redeemed_bar, redeemed, self.screen.words))

    def _has_converted(self, amount: Fen) -> None:
        self.done.emit(partial(converted_bar, amount, self.screen.words))

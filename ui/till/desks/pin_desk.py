"""Whoever sits at the till chooses another PIN, without anybody's help."""

from functools import partial

from pos_app.actions.staff.set_pin import set_pin
from ui.till.desks.desk import Desk
from ui.till.done_messages import pin_changed_bar
from ui.till.panels.own_pin_panel import OwnPinPanel


class PinDesk(Desk):
    """Asks for the old PIN and the new one."""

    def ask_pin(self) -> None:
        """Ask for both; the old one counts as a try to sign in."""
        seat = self.session.seat
        panel = OwnPinPanel(self.screen.words, name=seat.name, role=seat.role)
        panel.entered.connect(self._change)
        self.ask(panel, refuse=panel.refuse)

    def _change(self, old: str, new: str) -> None:
        self.run(partial(set_pin, self.session.shop, old=old, new=new), self._has_changed)

    def _has_changed(self, _nothing: object) -> None:
        self.finish(partial(pin_changed_bar, self.screen.words))

"""The shift at the till: opened with a float, looked at, closed with a count."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.look_at_shift import leave_x_slip, look_at_shift
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.domain.money import Fen
from pos_app.domain.papers.shift_report import ShiftReport
from pos_app.domain.seat import Seat
from ui.till.bar_messages import bill_stays_bar
from ui.till.desks.desk import Desk
from ui.till.done_messages import x_slip_bar
from ui.till.panels.shift_panel import CloseShiftPanel, OpenShiftPanel, ShiftClosedPanel


class ShiftDesk(Desk):
    """Which panel follows which from the first count to the last."""

    over = Signal()
    """The shift is closed and its figures were read: nobody sits here any more."""

    def ask_float(self) -> None:
        """Ask what lies in the drawer; without a shift nothing is sold."""
        panel = OpenShiftPanel(self.screen.words)
        panel.entered.connect(self._open)
        self.ask(panel, refuse=panel.refuse)

    def ask_count(self) -> None:
        """Ask what lies in the drawer at the end; opens a shift where none is."""
        if not self.session.seat.shift:
            self.ask_float()
            return
        # The panel is there at once and takes digits: the longer the day, the later come
        # the figures of its sales.
        panel = CloseShiftPanel(self.screen.words, self.session.seat)
        panel.entered.connect(self._close)
        panel.look_wished.connect(self._print_x)
        self.ask(panel, refuse=panel.refuse)
        self._say_open_bill(panel)
        work = partial(look_at_shift, self.session.shop, self.session.seat)
        self.session.background.run(work, panel.show_report, otherwise=self.refuse)

    def _say_open_bill(self, panel: CloseShiftPanel) -> None:
        """Say before the count that goods on the counter stay on their bill."""
        bill = self.session.bill
        if bill.basket.lines:
            panel.left.connect(self.view.forget_refusal)
            make = partial(bill_stays_bar, bill.basket, bill.total, self.screen.words)
            self.view.announce(make)

    def _print_x(self) -> None:
        self.run(partial(leave_x_slip, self.session.shop), self._has_x)

    def _has_x(self, slip: int) -> None:
        self.view.announce(partial(x_slip_bar, self.screen.words))
        self.printing.print_job(slip)

    def _open(self, fen: int) -> None:
        self.run(partial(open_shift, self.session.shop, opening_float=Fen(fen)), self._has_opened)

    def _has_opened(self, seat: Seat) -> None:
        self.screen.close_all()
        self.session.sit_down(seat)

    def _close(self, fen: int) -> None:
        self.run(partial(close_shift, self.session.shop, counted=Fen(fen)), self._has_closed)

    def _has_closed(self, report: ShiftReport) -> None:
        self.screen.close_all()
        # The change of the last sale is history: nothing more is sold in this shift.
        self.session.begin_bill()
        self.session.sit_down(replace(self.session.seat, shift=0))
        # What the bar said belongs to the shift that is over.
        self.view.say_idle()
        panel = ShiftClosedPanel(self.screen.words, report)
        panel.left.connect(self.over)
        self.ask(panel)
        self.printing.print_waiting()

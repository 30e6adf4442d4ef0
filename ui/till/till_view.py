"""Keeps the till's parts showing what the session holds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from pos_app.domain.figures import money_text
from pos_app.domain.quote import SaleDone
from pos_app.domain.staff import OFFICE, ROLES, may
from pos_app.domain.standing import Standing
from pos_app.domain.tender import CASH
from ui.till.bar_messages import idle_bar
from ui.till.panels.shift_panel import OpenShiftPanel
from ui.till.panels.shown_bill import bill_lines, last_line, total_view
from ui.till.panels.till_panel import Place
from ui.till.payment import Payment
from ui.till.printing import Printing
from ui.till.till_screen import TillScreen
from ui.till.till_session import State, TillSession
from ui.till.till_status import TillStatus, due_text
from ui.till.widgets.message_bar import Attention, BarMessage, Idle, LastLine, Waiting
from ui.till_keys import ROW_AFTER_PAYING, ROW_ON_A_BILL, Act, Moment
from ui.widgets.buttons import ButtonKind

_IN_DOUBT = frozenset({Act.KEYS, Act.LANGUAGE, Act.LIGHT, Act.CLOSE})
"""What works when the books are at risk: reading, and leaving."""


class TillView(QObject):
    """Session and payment on one side, the parts of the screen on the other."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        payment: Payment,
        printing: Printing,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._payment = payment
        self._printing = printing
        self._last_done: SaleDone | None = None
        self._says_unknown = False
        self._says_booking = False
        self._make: Callable[[], BarMessage] = self._idle
        self._is_pinned = False
        """The products of this bill whose unit is known, if they have one."""
        self.status = TillStatus(screen, session, printing)
        screen.words.changed.connect(self.say_again)
        for signal in (
            session.changed,
            session.due.changed,
            payment.changed,
            printing.changed,
            screen.words.changed,
            screen.panels_changed,
        ):
            signal.connect(self.refresh)

    # ---------------------------------------------------------------------- moment

    @property
    def moment(self) -> Moment:
        """What the till is in the middle of, as far as keys are concerned."""
        if self._screen.panel is not None:
            return Moment.PANEL
        if self._session.state is State.PAID:
            return Moment.PAID
        if self._says_unknown:
            return Moment.UNKNOWN_CODE
        return Moment.IDLE if self._session.bill.basket.is_empty else Moment.BILL

    def works(self, act: Act) -> bool:
        """Whether an act's key works now."""
        if self._session.doubt is not None:
            return act in _IN_DOUBT
        if self._session.state in {State.SAVING, State.FROZEN} and act is not Act.KEYS:
            return False
        if act is Act.CLOSE:
            return False
        if not self._has_what_it_needs(act):
            return False
        if act is Act.OFFICE and isinstance(self._screen.panel, OpenShiftPanel):
            # The office needs no float.
            return True
        return self.moment in self._screen.keys.line(act).works

    def wants_a_right(self, act: Act) -> bool:
        """Whether the office's key would work for somebody who may go there."""
        session = self._session
        is_free = session.doubt is None and session.state in {State.SELLING, State.PAID}
        can = is_free and self.moment in self._screen.keys.line(act).works
        return act is Act.OFFICE and can and not self._has_what_it_needs(act)

    def _has_what_it_needs(self, act: Act) -> bool:
        session, bill = self._session, self._session.bill
        match act:
            case Act.PAY | Act.HOLD:
                return bool(bill.basket.lines)
            case Act.DELETE | Act.DISCOUNT | Act.PRICE | Act.MORE | Act.LESS:
                return bill.chosen is not None
            case Act.RECALL:
                return bool(session.held)
            case Act.UNDO:
                return bill.can_undo
            case Act.REPRINT:
                return session.paid is not None or self._printing.is_behind
            case Act.OFFICE:
                return session.seat.role in ROLES and may(session.seat.role, OFFICE)
            case _:
                return True

    # ---------------------------------------------------------------------- showing

    def announce(self, make: Callable[[], BarMessage], *, unknown: bool = False) -> None:
        """Show what just happened; `unknown` is a code that may be added as a product.

        `make` is asked again when the language changes.
        """
        if self._is_pinned:
            return
        self._make = make
        self._says_booking = False
        self._screen.bar.show_message(make())
        self._show_paid()
        if unknown != self._says_unknown:
            self._says_unknown = unknown
            self.show_keys()

    def pin(self, make: Callable[[], BarMessage]) -> None:
        """Show this for good: nothing that happens later takes its place."""
        self._is_pinned = False
        self.announce(make)
        self._is_pinned = True

    def say_again(self) -> None:
        """Make the message anew: in another language, or of what is known now."""
        if self._says_booking:
            # Made anew at each refresh.
            return
        if self._is_pinned:
            self.pin(self._make)
        else:
            self.announce(self._make, unknown=self._says_unknown)

    def say_line(self) -> None:
        """Repeat the chosen line, large."""
        line = self._session.bill.chosen
        if line is not None:
            units = self._session.units.of(self._session.bill.basket)
            self.announce(partial(last_line, line, self._screen.words, units=units))

    def say_idle(self) -> None:
        """Nothing has happened on this bill yet."""
        if self._session.bill.chosen is not None:
            self.say_line()
        else:
            self.announce(self._idle)

    def _idle(self) -> BarMessage:
        return idle_bar(
            self._screen.words, self._screen.keys, has_shift=bool(self._session.seat.shift)
        )

    @property
    def is_calm(self) -> bool:
        """Whether the bar shows neither a refusal nor a question."""
        return isinstance(self._screen.bar.message, LastLine | Idle | Waiting)

    @property
    def is_about_printer(self) -> bool:
        """Whether the bar speaks of paper that did not come out."""
        message = self._screen.bar.message
        return isinstance(message, Attention) and message.icon == "printer"

    def forget_refusal(self) -> bool:
        """Take a red or amber bar away; False when there was none."""
        if self.is_calm:
            return False
        self.say_idle()
        return True

    def forget_last_bill(self, number: int) -> None:
        """A sale was undone: its change is no longer the last bill's."""
        done = self._last_done
        if done is not None and number in {sale.number for sale in done.sales}:
            self._last_done = None
            self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        screen, session = self._screen, self._session
        bill = session.bill
        self._show_bar()
        self._show_paid()
        current = bill.line if bill.line is not None else -1
        units = session.units.of(bill.basket)
        lines = bill_lines(bill.basket, screen.words, store=bill.seat.store, units=units)
        screen.table.show_lines(lines, current=current)
        screen.table.set_empty_text(self._last_bill_text())
        total = total_view(bill.priced, screen.words, basket=bill.basket, units=units)
        screen.total.show_total(total)
        if screen.panel_in(Place.PAYMENT) is not None:
            screen.payment_bill.show_bill(
                bill.basket, bill.quote, store=bill.seat.store, units=units
            )
        self._show_member(session.standing)
        self.show_keys()
        self.status.show()

    def _show_paid(self) -> None:
        paid = self._session.paid
        is_told = not isinstance(self._screen.bar.message, Idle | LastLine)
        self._screen.show_paid(paid=paid is not None, with_bar=paid is not None and is_told)
        if paid is not None:
            self._last_done = paid.done
            self._screen.change.show_sale(paid.done, paid.given)

    def show_keys(self) -> None:
        """Enable the keys that work now, and Pay."""
        screen = self._screen
        _, _c = screen.words.text, screen.words.text_in
        paid = self._session.state is State.PAID
        acts = ROW_AFTER_PAYING if paid else ROW_ON_A_BILL
        screen.row.show_keys(acts, working=[act for act in acts if self.works(act)])
        is_training = self._session.shop.settings.training
        main = ButtonKind.TRAINING if is_training else ButtonKind.PRIMARY
        if screen.pay.kind is not main:
            screen.pay.set_kind(main)
        if self._session.state is State.SAVING:
            screen.pay.setText(_("Booking"))
        else:
            screen.pay.setText(_c("payment", "Pay"))
        screen.pay.setEnabled(self.works(Act.PAY))
        screen.set_training(is_training)

    def _show_member(self, standing: Standing | None) -> None:
        screen, session = self._screen, self._session
        paid = session.paid
        screen.member.show_member(
            standing, session.quote, keys=screen.keys, is_added=paid is not None
        )
        if paid is not None:
            screen.lights.show_lights(
                check=paid.check,
                printed_at=self._printing.printed_at,
                is_late=self._printing.fault is not None,
                has_cash=any(each.kind == CASH for each in paid.given),
            )

    def _last_bill_text(self) -> str:
        _ = self._screen.words.text
        done = self._last_done
        if done is None:
            return ""
        return _(
            "Last bill: sale {number}, change {sum}",
            number=done.ref,
            sum=money_text(done.change),
        )

    def _show_bar(self) -> None:
        _, _n = self._screen.words.text, self._screen.words.plural
        session = self._session
        if self._is_pinned:
            return
        if session.state is State.SAVING:
            kept = _n("{count} scan kept", "{count} scans kept", count=session.kept)
            due = session.due.step
            waits = _("Scans are kept and rung up after.")
            if due is not None:
                waits = due_text(due, self._screen.words)
            note = kept if session.kept else waits
            self._says_booking = True
            self._screen.bar.show_message(Waiting(_("Booking"), note))
        elif self._says_booking or isinstance(self._screen.bar.message, Idle | LastLine):
            self._says_booking = False
            self.say_idle()

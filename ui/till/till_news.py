"""What happens at the till is told here: by the bar, and by a tone."""

from functools import partial

from PySide6.QtCore import QObject

from pos_app.actions.selling.ring_up import RungUp
from pos_app.domain.basket import BasketLine
from pos_app.domain.moment import Instant
from pos_app.domain.refusals.sale import UnknownCode
from pos_app.domain.standing import Standing
from pos_app.errors import Fault, NotAllowed, ShopError
from ui.day_words import moment
from ui.sounds import Sound, Sounds
from ui.till.bar_messages import (
    approval_bar,
    at_risk_bar,
    bug_bar,
    deleted_bar,
    given_back_bar,
    is_at_risk,
    long_shift_bar,
    member_bar,
    owed_bar,
    printer_bar,
    refusal_bar,
)
from ui.till.errands import Errands
from ui.till.panels.shown_bill import last_line
from ui.till.payment import Payment
from ui.till.printing import Printing
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView
from ui.till.widgets.message_bar import BarMessage
from ui.wording import LiveWording


class TillNews(QObject):
    """Listens to everything that can happen and says it; starts nothing."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        view: TillView,
        sounds: Sounds,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._view = view
        self._sounds = sounds
        self.refused: ShopError | None = None
        """What the red bar is about."""
        self._printing: Printing | None = None
        self._says_printer = False
        session.rung_up.connect(self._say_rung_up)
        session.member_named.connect(self._say_member)
        session.balances_moved.connect(view.say_again)
        session.refused.connect(self.say_refusal)
        session.given_back.connect(self._say_given_back)
        session.bill.deleted.connect(self._say_deleted)

    def listen(self, payment: Payment, printing: Printing, *, errands: Errands) -> None:
        """Hear of refused payments, paper that did not come out, and what needs a manager."""
        self._printing = printing
        payment.refused.connect(self._hear_payment)
        printing.failed.connect(self._say_printer)
        printing.changed.connect(self._hear_printed)
        errands.refused.connect(self.say_refusal)
        errands.needs_approval.connect(self._say_approval)

    def say_refusal(self, error: ShopError) -> None:
        """Show the red bar, with the long low tone."""
        if is_at_risk(error):
            # Whoever stops the till then says so, once and for good.
            return
        self.refused = error
        self._sounds.play(Sound.REFUSED)
        make = partial(refusal_bar, error, self._screen.words, self._screen.keys)
        self._view.announce(make, unknown=isinstance(error, UnknownCode))

    def say_doubt(self, fault: Fault) -> None:
        """Show the red bar that does not leave: the books are at risk."""
        self.refused = fault
        self._sounds.play(Sound.REFUSED)
        at = self._view.status.backup_at
        words, keys = self._screen.words, self._screen.keys
        self._view.pin(lambda: at_risk_bar(fault, words, keys, backup=_time_of(at, words)))

    def say_bug(self, report: str) -> None:
        """Say that the program itself has failed; `report` is empty when there is none."""
        self._sounds.play(Sound.REFUSED)
        self._view.announce(partial(bug_bar, report, self._screen.words, self._screen.keys))

    def say_long_shift(self) -> None:
        """Say that nobody has closed the shift for a day and more."""
        self._sounds.play(Sound.ATTENTION)
        shift, days = self._session.seat.shift, self._session.days_open
        words, keys = self._screen.words, self._screen.keys
        self._view.announce(partial(long_shift_bar, shift, words, keys, days=days))

    def say_owed(self, count: int) -> None:
        """Say that papers from before may not have come out."""
        self._sounds.play(Sound.ATTENTION)
        self._view.announce(partial(owed_bar, count, self._screen.words, self._screen.keys))

    def _say_rung_up(self, rung: RungUp) -> None:
        self.refused = None
        self._sounds.play(Sound.GOOD)
        line = self._session.bill.chosen
        if line is not None:
            units = self._session.units.of(self._session.bill.basket)
            told = partial(last_line, line, self._screen.words, units=units, stock=rung.stock)
            self._view.announce(told)

    def _say_member(self) -> None:
        self.refused = None
        standing = self._session.standing
        self._sounds.play(Sound.GOOD)
        if standing is None:
            self._view.say_idle()
        else:
            self._view.announce(partial(self._member_bar, standing))

    def _member_bar(self, named: Standing) -> BarMessage:
        """Say how the member stands now; what fell due may have been settled since."""
        now = self._session.standing
        same = now is not None and now.member == named.member
        return member_bar(now if same and now else named, self._screen.words)

    def _say_deleted(self, line: BasketLine) -> None:
        self._view.announce(partial(deleted_bar, line, self._screen.words, self._screen.keys))

    def _say_given_back(self) -> None:
        self._sounds.play(Sound.ATTENTION)
        basket = self._session.bill.basket
        self._view.announce(partial(given_back_bar, basket, self._screen.words))

    def _say_printer(self, fault: Fault) -> None:
        self._sounds.play(Sound.ATTENTION)
        self._says_printer = True
        self._view.announce(partial(printer_bar, fault, self._screen.words, self._screen.keys))

    def _hear_printed(self) -> None:
        """Paper came out after all: the amber bar about it goes."""
        if self._says_printer and self._printing is not None and self._printing.fault is None:
            self._says_printer = False
            if self._view.is_about_printer:
                self._view.say_idle()

    def _say_approval(self, asked: NotAllowed) -> None:
        self._sounds.play(Sound.ATTENTION)
        self._view.announce(partial(approval_bar, asked, self._screen.words, self._screen.keys))

    def _hear_payment(self, error: ShopError) -> None:
        if not is_at_risk(error):
            self.refused = error
            self._sounds.play(Sound.REFUSED)


def _time_of(at: Instant | None, words: LiveWording) -> str:
    return moment(at, words) if at is not None else ""

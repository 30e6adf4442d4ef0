"""The till's status line: who and what is held; printer, backup, disk, clock."""

from PySide6.QtCore import QObject, QTimer

from pos_app.actions.due.settle_due import CaughtUp
from pos_app.actions.premises.look_at_machine import Machine, look_at_machine
from pos_app.actions.safekeeping.office_status import OfficeStatus, office_status
from pos_app.domain.figures import count_text
from pos_app.domain.moment import DAY_MS, Instant, business_day
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from ui.day_words import moment, whole_day
from ui.till.printing import Printing
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.widgets.status_line import StatusMark, Tone
from ui.wording import N_, LiveWording

_LOOK_EVERY_MS = 5_000
_MINUTE_MS = 60_000
_HOUR_MINUTES = 60
_DAYS_FROM_HOURS = 48
_BYTES_A_MB = 1024 * 1024
_ROLES = {"cashier": N_("Cashier"), "manager": N_("Manager"), "owner": N_("Owner")}


class TillStatus(QObject):
    """Looks at the machine now and then, and says what is wrong in words."""

    def __init__(self, screen: TillScreen, session: TillSession, printing: Printing) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._printing = printing
        self._kept: OfficeStatus | None = None
        self._machine: Machine | None = None
        session.due.changed.connect(self.show)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look_at_machine)
        self._clock.start()

    @property
    def backup_at(self) -> Instant | None:
        """When the last good backup was made, as far as it could be read."""
        return self._kept.backup_at if self._kept is not None else None

    def look(self) -> None:
        """Read when the last backup was made, and look at the machine."""
        try:
            self._kept = office_status(self._session.shop)
        except ShopError:
            # A file that cannot be read says so where it matters, not in this corner.
            self._kept = None
        self.look_at_machine()

    def look_at_machine(self) -> None:
        """See how much room the disk has, and whether the clock goes on."""
        try:
            self._machine = look_at_machine(self._session.shop)
        except ShopError:
            self._machine = None
        self.show()

    def show(self) -> None:
        """Show who sits here and what is wrong, if anything."""
        backup = self._backup()
        right = [self._saved(), self._printer(), *([backup] if backup is not None else [])]
        right = [*self._due(), *right]
        self._screen.status.set_marks(self._left(), [*right, *self._of_machine(), self._time()])

    def _left(self) -> list[StatusMark]:
        session = self._session
        _, _n = self._screen.words.text, self._screen.words.plural
        seat = session.seat
        role = _(_ROLES[seat.role]) if seat.role in _ROLES else ""
        left = [
            StatusMark(
                _("{name}, {role}", name=seat.name, role=role), icon="person", name="person"
            ),
            self._shift(seat),
        ]
        if session.shop.settings.training:
            left.insert(0, StatusMark(_("TRAINING"), tone=Tone.TRAINING))
        if session.held:
            held = _n("{count} held", "{count} held", count=len(session.held))
            left.append(StatusMark(held, icon="hold", tone=Tone.CALLING, name="held"))
        return left

    def _shift(self, seat: Seat) -> StatusMark:
        _, _n = self._screen.words.text, self._screen.words.plural
        if not seat.shift:
            return StatusMark(_("Till {till}, no shift", till=seat.till))
        days = self._session.days_open
        if not days:
            return StatusMark(_("Till {till}, shift {shift}", till=seat.till, shift=seat.shift))
        text = _n(
            "Till {till}, shift {shift}, open for {count} day",
            "Till {till}, shift {shift}, open for {count} days",
            count=days,
            till=seat.till,
            shift=seat.shift,
        )
        return StatusMark(text, icon="warning", tone=Tone.ATTENTION)

    def _due(self) -> list[StatusMark]:
        """How far the settlement of what fell due is, while it takes long."""
        step = self._session.due.step
        if step is None:
            return []
        text = due_text(step, self._screen.words)
        return [StatusMark(text, icon="clock", tone=Tone.CALLING)]

    def _saved(self) -> StatusMark:
        _ = self._screen.words.text
        if not self._session.bill.is_saved:
            return StatusMark(_("Not saved"), icon="warning", tone=Tone.WRONG)
        return StatusMark(_("Every line saved"), icon="check")

    def _printer(self) -> StatusMark:
        _ = self._screen.words.text
        if self._printing.is_behind:
            return StatusMark(
                _("Receipt waits"), icon="printer", tone=Tone.ATTENTION, name="printer"
            )
        return StatusMark(_("Printer ready"), icon="printer")

    def _backup(self) -> StatusMark | None:
        _ = self._screen.words.text
        if self._kept is not None and self._kept.backup_fault:
            return StatusMark(_("Backup not made"), icon="database", tone=Tone.ATTENTION)
        if self._kept is not None and self._kept.trial_fault:
            return StatusMark(_("Backup does not open"), icon="database", tone=Tone.WRONG)
        if self.backup_at is None:
            # The first one is made when the first shift is closed.
            return None
        now = self._session.shop.clock.now()
        tone = Tone.ATTENTION if now - self.backup_at > DAY_MS else Tone.GOOD
        text = _backup_text(self.backup_at, now, words=self._screen.words)
        return StatusMark(text, icon="database", tone=tone)

    def _of_machine(self) -> list[StatusMark]:
        """What is wrong with the machine; nothing when all is well."""
        _ = self._screen.words.text
        machine, marks = self._machine, []
        if machine is None:
            return []
        size = count_text(machine.room // _BYTES_A_MB)
        if machine.sells_no_more:
            text = _("No sales: {size} MB left on the disk", size=size)
            marks.append(StatusMark(text, icon="warning", tone=Tone.WRONG))
        elif machine.room_is_short:
            text = _("{size} MB left on the disk", size=size)
            marks.append(StatusMark(text, icon="warning", tone=Tone.ATTENTION))
        if machine.log_is_long:
            size = count_text(machine.log // _BYTES_A_MB)
            text = _("Log of {size} MB: start the till anew", size=size)
            marks.append(StatusMark(text, icon="database", tone=Tone.ATTENTION))
        if machine.shares_one_connection:
            marks.append(StatusMark(_("SQLite is old"), icon="warning", tone=Tone.ATTENTION))
        return marks

    def _time(self) -> StatusMark:
        _ = self._screen.words.text
        clock = moment(self._session.shop.clock.now(), self._screen.words)
        if self._machine is not None and self._machine.is_behind:
            text = _("{time}, clock set back", time=clock)
            return StatusMark(text, icon="clock", tone=Tone.ATTENTION)
        return StatusMark(clock, icon="clock", tone=Tone.CLOCK)


def due_text(step: CaughtUp, words: LiveWording) -> str:
    """Return how far a settlement is: its day, and in a long event its payments."""
    _, _n = words.text, words.plural
    day = whole_day(business_day(step.reached), words)
    if not step.payments:
        return _("Settling, up to {day}", day=day)
    return _n(
        "Settling {day}: {payments} payment",
        "Settling {day}: {payments} payments",
        count=step.payments,
        payments=count_text(step.payments),
        day=day,
    )


def _backup_text(at: Instant, now: Instant, *, words: LiveWording) -> str:
    """Return how long ago the last backup was made: 备份 12 分钟前, or Backup 12 min ago."""
    _n = words.plural
    minutes = max(0, now - at) // _MINUTE_MS
    if minutes < _HOUR_MINUTES:
        return _n("Backup {count} min ago", "Backup {count} min ago", count=minutes)
    hours = minutes // _HOUR_MINUTES
    if hours < _DAYS_FROM_HOURS:
        return _n("Backup {count} hour ago", "Backup {count} hours ago", count=hours)
    return _n("Backup {count} day ago", "Backup {count} days ago", count=hours // 24)

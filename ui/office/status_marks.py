"""The marks of the office's status line; only what is wrong has a colour."""

from pos_app.actions.safekeeping.office_status import OfficeStatus
from pos_app.domain.moment import Instant, business_day
from ui.day_words import age, moment, short_day
from ui.office.page.office_desk import OfficeDesk
from ui.widgets.status_line import StatusMark, Tone
from ui.wording import N_, LiveWording

ROLE_NAMES = {"cashier": N_("Cashier"), "manager": N_("Manager"), "owner": N_("Owner")}
_DAY_SECONDS = 86_400
_BACKUP_DUE_DAYS = 2
_DRILL_DUE_DAYS = 92
"""A drill every quarter."""


def status_marks(
    desk: OfficeDesk, status: OfficeStatus
) -> tuple[list[StatusMark], list[StatusMark]]:
    """Who and where at the left; backup, drill, printer and clock at the right."""
    words = desk.words
    _ = words.text
    role = _(ROLE_NAMES.get(desk.seat.role, desk.seat.role))
    now = desk.shop.clock.now()
    left = [
        StatusMark(f"{desk.seat.name} · {role}", icon="person"),
        StatusMark(f"{desk.shop.settings.name} · {_('Office')}"),
    ]
    right = [
        _backup(status, now, words),
        _drill(status, now, words),
        _paper(status, words),
        StatusMark(moment(now, words), icon="clock", tone=Tone.CLOCK),
    ]
    return left, right


def seconds_since(at: Instant, now: Instant) -> int:
    """Whole seconds between two instants."""
    return (now - at) // 1000


def _backup(status: OfficeStatus, now: Instant, words: LiveWording) -> StatusMark:
    _ = words.text
    if status.trial_fault:
        return StatusMark(_("Backup does not open"), icon="database", tone=Tone.WRONG)
    if status.backup_at is None:
        return StatusMark(_("No backup yet"), icon="database", tone=Tone.ATTENTION)
    since = seconds_since(status.backup_at, now)
    is_old = since > _BACKUP_DUE_DAYS * _DAY_SECONDS or bool(status.backup_fault)
    tone = Tone.ATTENTION if is_old else Tone.GOOD
    return StatusMark(_("Backup {age}", age=age(since, words)), icon="database", tone=tone)


def _drill(status: OfficeStatus, now: Instant, words: LiveWording) -> StatusMark:
    _ = words.text
    if status.drill_at is None:
        return StatusMark(_("Restore not tried yet"), icon="shield")
    day = short_day(business_day(status.drill_at), words)
    is_old = seconds_since(status.drill_at, now) > _DRILL_DUE_DAYS * _DAY_SECONDS
    tone = Tone.ATTENTION if is_old else Tone.GOOD
    return StatusMark(_("Restore tried {day}", day=day), icon="shield", tone=tone)


def _paper(status: OfficeStatus, words: LiveWording) -> StatusMark:
    _, _n = words.text, words.plural
    if not status.waiting_papers:
        return StatusMark(_("Printer ready"), icon="printer")
    waits = _n("{count} paper waits", "{count} papers wait", count=status.waiting_papers)
    return StatusMark(waits, icon="printer", tone=Tone.ATTENTION)

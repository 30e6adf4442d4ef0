"""Once a week the till tries by itself whether its newest backup would open."""

from pos_app.actions.safekeeping.back_up import newest_backup_in
from pos_app.actions.safekeeping.office_status import LAST_TRIED, TRIAL_FAULT
from pos_app.actions.safekeeping.try_backup import try_backup
from pos_app.devices.key_store import BACKUP_KEY
from pos_app.domain.moment import DAY_MS
from pos_app.errors import Fault
from pos_app.shop import Shop
from pos_app.storage.room_left import FEW_BYTES

EVERY_MS = 7 * DAY_MS
"""faults.md section 5: weekly, automatic."""


def try_backup_weekly(shop: Shop) -> bool:
    """Try the newest backup if the last try is a week ago; whether it opened.

    With the key of this machine: that the recovery code opens it too is for the owner to
    try. One that does not open is remembered for till and office, and tried again at the
    next round; a failure is never raised. Not where room is short.
    """
    if shop.storage.shares_one_connection or shop.measure_room() < FEW_BYTES:
        return False
    newest = newest_backup_in(shop.folder)
    if newest is None or not _is_due(shop):
        return False
    try:
        try_backup(shop, newest, key=shop.keys.read(BACKUP_KEY), errand="trial")
    except Fault as fault:
        _remember(shop, {TRIAL_FAULT: type(fault).__name__})
        return False
    _remember(shop, {LAST_TRIED: str(shop.clock.now()), TRIAL_FAULT: ""})
    return True


def _is_due(shop: Shop) -> bool:
    with shop.storage.read() as seen:
        tried = int(seen.settings.get(LAST_TRIED) or 0)
    # A clock that was set back must not put it off for years.
    return not 0 <= shop.clock.now() - tried < EVERY_MS


def _remember(shop: Shop, told: dict[str, str]) -> None:
    with shop.storage.write() as work:
        for name, text in told.items():
            work.settings.put(name, text)

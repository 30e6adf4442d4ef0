"""What the office's status line says: backup, restore drill, paper that waits."""

from dataclasses import dataclass

from pos_app.actions.safekeeping.back_up import LAST_BACKUP, LAST_FAULT
from pos_app.domain.moment import Instant
from pos_app.shop import Shop

LAST_DRILL = "last_drill_at"
"""The setting with the instant of the last restore drill that went through."""
LAST_TRIED = "last_backup_tried_at"
"""The setting with the instant at which the till itself last opened a backup."""
TRIAL_FAULT = "last_backup_trial_fault"
"""The setting with what kept the newest backup from opening; empty when it opened."""


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """How safe the shop's records are, and whether paper waits."""

    backup_at: Instant | None
    """None: there never was one."""
    backup_fault: str
    """The situation's name when the last try failed, else empty."""
    drill_at: Instant | None
    """When a person last tried a restore with the recovery code."""
    tried_at: Instant | None
    """When the till itself last opened a backup."""
    trial_fault: str
    """The situation's name when the newest backup did not open, else empty."""
    waiting_papers: int


def office_status(shop: Shop) -> OfficeStatus:
    """Return the state of backups and of the printer's jobs; reads only."""
    with shop.storage.read() as seen:
        told = seen.settings.get
        return OfficeStatus(
            backup_at=_instant(told(LAST_BACKUP)),
            backup_fault=told(LAST_FAULT) or "",
            drill_at=_instant(told(LAST_DRILL)),
            tried_at=_instant(told(LAST_TRIED)),
            trial_fault=told(TRIAL_FAULT) or "",
            waiting_papers=len(seen.print_jobs.open_jobs()),
        )


def _instant(text: str | None) -> Instant | None:
    return Instant(int(text)) if text else None

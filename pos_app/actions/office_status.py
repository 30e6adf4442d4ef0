"""What the office's status line says: backup, restore drill, paper that waits."""

from dataclasses import dataclass

from pos_app.actions.back_up import LAST_BACKUP, LAST_FAULT
from pos_app.domain.moment import Instant
from pos_app.shop import Shop

LAST_DRILL = "last_drill_at"
"""The setting with the instant of the last restore drill that went through."""


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """How safe the shop's records are, and whether paper waits."""

    backup_at: Instant | None
    """None: there never was one."""
    backup_fault: str
    """The situation's name when the last try failed, else empty."""
    drill_at: Instant | None
    waiting_papers: int


def office_status(shop: Shop) -> OfficeStatus:
    """Return the state of backups and of the printer's jobs; reads only."""
    with shop.storage.read() as seen:
        backup, drill = seen.settings.get(LAST_BACKUP), seen.settings.get(LAST_DRILL)
        return OfficeStatus(
            backup_at=Instant(int(backup)) if backup else None,
            backup_fault=seen.settings.get(LAST_FAULT) or "",
            drill_at=Instant(int(drill)) if drill else None,
            waiting_papers=len(seen.print_jobs.open_jobs()),
        )

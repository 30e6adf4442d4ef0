"""Paper that has not come out yet, for the banner at the till."""

from dataclasses import dataclass

from pos_app.domain.moment import Instant
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """A print job that is not known to be printed."""

    number: int
    kind: str
    """`receipt`, `slip`, `card` or `report`."""
    sale: int | None
    copy: int
    state: str
    """`waiting`, `sent` (maybe printed) or `failed`."""
    made_at: Instant
    tries: int


def waiting_jobs(shop: Shop) -> tuple[WaitingJob, ...]:
    """Return what waits for the printer, oldest first, and what was maybe printed."""
    with shop.storage.read() as seen:
        return tuple(
            WaitingJob(
                number=job.number,
                kind=job.kind,
                sale=job.sale,
                copy=job.copy,
                state=job.state,
                made_at=job.made_at,
                tries=job.tries,
            )
            for job in seen.print_jobs.open_jobs()
        )

"""Paper that is owed: written with the commit, sent afterwards, never in its way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from pos_app.domain.moment import Instant
from pos_app.storage.connections import driver_of
from pos_app.storage.schema import METADATA
from pos_app.storage.side_tables import DONE, FAILED, SENT, WAITING
from pos_app.storage.statements import compiled

_TABLE = METADATA.tables["print_job"]
_LAST = compiled(select(func.max(_TABLE.c.number)))
_INSERT = compiled(insert(_TABLE))
_MOVE = (
    update(_TABLE)
    .where(_TABLE.c.number == bindparam("job"))
    .values(state=bindparam("now"), tries=_TABLE.c.tries + bindparam("more"))
)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One piece of paper and how far it has come."""

    number: int
    kind: str
    """`receipt`, `slip`, `card` or `report`."""
    sale: int | None
    copy: int
    """0 is the first print; n is marked COPY n."""
    state: str
    """`waiting`, `sent` (maybe printed), `done` or `failed`."""
    body: bytes
    """What the paper needs beyond the sale; empty for a receipt."""
    made_at: Instant
    tries: int


class PrintJobs:
    """The print jobs as one connection sees them."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def add(
        self,
        kind: str,
        *,
        made_at: Instant,
        sale: int | None = None,
        copy: int = 0,
        body: bytes = b"",
    ) -> int:
        """Add a job that waits to be printed and return its number."""
        driver = driver_of(self._connection)
        number: int = (driver.execute(_LAST).fetchone()[0] or 0) + 1
        row = (number, kind, sale, copy, WAITING, body, made_at, 0)
        driver.execute(_INSERT, row)
        self._touched(_TABLE.name)
        return number

    def get(self, number: int) -> PrintJob | None:
        """Return the job of that number."""
        query = select(*_TABLE.columns).where(_TABLE.c.number == number)
        row = self._connection.execute(query).fetchone()
        return None if row is None else _job(row)

    def first_print(self, job: PrintJob) -> PrintJob:
        """Return the job of a sale's original receipt; the job itself where none is."""
        if job.copy == 0 or job.sale is None:
            return job
        return self.get(self.of_sale(job.sale)) or job

    def keep(self, number: int, body: bytes) -> None:
        """Keep what a job told, for the copies of it."""
        self._connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(body=body))
        self._touched(_TABLE.name)

    def forget(self, sale: int) -> None:
        """Drop what a sale's papers told of its member; a copy tells what the books say."""
        self._connection.execute(update(_TABLE).where(_TABLE.c.sale == sale).values(body=b""))
        self._touched(_TABLE.name)

    def of_sale(self, sale: int) -> int:
        """Return the number of the first job of a sale; 0 when it has none."""
        query = select(func.min(_TABLE.c.number)).where(_TABLE.c.sale == sale)
        return self._connection.execute(query).scalar_one() or 0

    def copies_of(self, sale: int) -> int:
        """Return how many copies of a sale's receipt were asked for."""
        query = select(func.max(_TABLE.c.copy)).where(_TABLE.c.sale == sale)
        return self._connection.execute(query).scalar_one() or 0

    def open_jobs(self) -> tuple[PrintJob, ...]:
        """Return what is not known to be printed, oldest first."""
        query = select(*_TABLE.columns).where(_TABLE.c.state != DONE).order_by(_TABLE.c.number)
        return tuple(_job(row) for row in self._connection.execute(query))

    def mark_sent(self, number: int) -> None:
        """The printer is being given the job; from now on it may have been printed."""
        self._move(number, SENT, more=1)

    def mark_done(self, number: int) -> None:
        """The printer has taken the whole job."""
        self._move(number, DONE)

    def mark_failed(self, number: int) -> None:
        """The printer did not take it; it can be sent again."""
        self._move(number, FAILED)

    def _move(self, number: int, state: str, *, more: int = 0) -> None:
        self._connection.execute(_MOVE, {"job": number, "now": state, "more": more})
        self._touched(_TABLE.name)


def _job(row: Row[Any]) -> PrintJob:
    return PrintJob(**row._mapping)  # noqa: SLF001 - a row's public mapping has this name

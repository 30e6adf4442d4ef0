"""Transfers of one unit of work: kept as posted, numbered and written at its end."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import func, select

from pos_app.domain.flow import FlowTally
from pos_app.domain.moment import Day, Instant
from pos_app.domain.transfer import Transfer
from pos_app.storage.flow_rows import write_flows
from pos_app.storage.row_writing import insert_rows
from pos_app.storage.schema import TABLES
from pos_app.storage.statements import compiled

Posted = tuple[int, Instant, str, str, int, str, int | None, int | None, int | None, Day]
"""A transfer but for its number, and the business day that it belongs to."""

_LAST = compiled(select(func.max(TABLES[Transfer].c.number)))


def last_transfer(driver: Any) -> int:
    """Return the number of the last transfer in the file, or 0."""
    last: int | None = driver.execute(_LAST).fetchone()[0]
    return last or 0


class TransferRows:
    """What was posted and is not in the file yet, and the flows it adds up to."""

    def __init__(self, driver_connection: Any) -> None:
        self.posted: list[Posted] = []
        self._driver = driver_connection
        self._last: int | None = None
        """The number of the last transfer before this unit of work."""

    def records(self, first: int = 0) -> Iterator[Transfer]:
        """Return what was posted as records, from one on."""
        for number, row in enumerate(self.posted[first:], self._last_in_file() + first + 1):
            yield Transfer(number, *row[:-1])

    def write_flows(self) -> bool:
        """Add what was posted to the flows of its days; whether there was anything."""
        tally = FlowTally()
        for _, _, debit, credit, amount, why, _, _, program, day in self.posted:
            tally.add(day, debit, credit, amount=amount, why=why, program=program)
        return write_flows(self._driver, tally)

    def write(self, numbers: Mapping[str, int]) -> bool:
        """Write what was posted under its accounts' numbers; whether there was anything."""
        rows = [
            (number, *row[:2], numbers[row[2]], numbers[row[3]], *row[4:-1])
            for number, row in enumerate(self.posted, self._last_in_file() + 1)
        ]
        insert_rows(self._driver, Transfer, rows)
        return bool(rows)

    def _last_in_file(self) -> int:
        if self._last is None:
            self._last = last_transfer(self._driver)
        return self._last

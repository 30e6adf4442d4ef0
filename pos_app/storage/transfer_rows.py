"""Transfers of one unit of work: numbered as they are posted, written at its end."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, insert, select

from pos_app.domain.flow import FlowTally
from pos_app.domain.moment import Day
from pos_app.domain.transfer import Transfer
from pos_app.storage.flow_rows import write_flows
from pos_app.storage.schema import TABLES
from pos_app.storage.shelf import Row
from pos_app.storage.statements import compiled

_LAST = compiled(select(func.max(TABLES[Transfer].c.number)))
_INSERT = compiled(insert(TABLES[Transfer]))


class TransferRows:
    """What was posted and is not in the file yet, and the flows it adds up to."""

    def __init__(self, driver_connection: Any) -> None:
        self.waiting: list[Row] = []
        """Fields of transfers in their order, with the names of the accounts."""
        self._driver = driver_connection
        self._tally = FlowTally()
        self._last: int | None = None

    def add(self, entry: int, row: Row, *, day: Day) -> Row:
        """Number a transfer that has yet to get number and entry; return it whole."""
        self._last = number = (self._last or self._last_in_file()) + 1
        numbered = (number, entry, *row)
        self.waiting.append(numbered)
        _, debit, credit, amount, why, _, _, program = row
        self._tally.add(day, debit, credit, amount=amount, why=why, program=program)
        return numbered

    def write_flows(self) -> bool:
        """Add what waits to the flows of its days; whether there was anything."""
        tally, self._tally = self._tally, FlowTally()
        return write_flows(self._driver, tally)

    def write(self, numbers: Mapping[str, int]) -> bool:
        """Write what waits under its accounts' numbers; whether there was anything."""
        rows = [(*row[:3], numbers[row[3]], numbers[row[4]], *row[5:]) for row in self.waiting]
        if rows:
            self._driver.executemany(_INSERT, rows)
        self.waiting = []
        return bool(rows)

    def _last_in_file(self) -> int:
        """The number of the last transfer before this unit of work; 0 in a new file."""
        last: int | None = self._driver.execute(_LAST).fetchone()[0]
        return last or 0

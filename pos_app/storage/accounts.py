"""Balances of accounts within one unit of work, and their numbers in the file."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, func, select, update

from pos_app.domain.transfer import Account
from pos_app.storage.row_writing import insert_rows
from pos_app.storage.schema import TABLES
from pos_app.storage.statements import compiled
from pos_app.storage.transfer_rows import Posted

_TABLE = TABLES[Account]
_KEPT = select(_TABLE.c.name, _TABLE.c.number, _TABLE.c.balance)
_FIND = compiled(_KEPT.where(_TABLE.c.name == bindparam("name")))
_NAMES = func.json_each(bindparam("names")).table_valued("value")
_FIND_ALL = compiled(_KEPT.select_from(_NAMES.join(_TABLE, _TABLE.c.name == _NAMES.c.value)))
_LAST = compiled(select(func.max(_TABLE.c.number)))
_UPDATE = compiled(
    update(_TABLE).where(_TABLE.c.number == bindparam("key")).values(balance=bindparam("new"))
)


class Accounts:
    """Every account touched by one unit of work.

    What was posted is summed up by name when a balance is asked for, and at the end; only
    `flush` asks the file, once, for all accounts that nobody has asked for before. An
    account gets its number, the next one, when the first transfer touches it, debit before
    credit, so that the same transfers give the same numbers in every file.
    """

    def __init__(self, driver_connection: Any, posted: list[Posted]) -> None:
        """`posted` is what waits to be written; it grows while this work goes on."""
        self._driver = driver_connection
        self._posted = posted
        self._summed = 0
        """How many of them are in `_moved`."""
        self._kept: dict[str, tuple[int, int] | None] = {}
        """Number and balance as the file has them; None where it has no such account."""
        self._moved: dict[str, int] = {}
        """By how much each balance has changed, in the sequence they were touched."""

    def balance(self, name: str) -> int:
        """Return credits less debits; 0 when no transfer ever touched it."""
        self._sum_up()
        kept = self._find(name)
        return (kept[1] if kept else 0) + self._moved.get(name, 0)

    def is_used(self, name: str) -> bool:
        """Whether a transfer ever touched the account."""
        self._sum_up()
        return name in self._moved or self._find(name) is not None

    def pay(self, debit: str, names: Iterable[str], amounts: Sequence[int]) -> None:
        """Move an amount out of one account into each of these."""
        moved = self._moved
        moved[debit] = moved.get(debit, 0) - sum(amounts)
        for name, amount in zip(names, amounts, strict=True):
            moved[name] = moved.get(name, 0) + amount

    def flush(self) -> dict[str, int]:
        """Write the balances that moved; return the numbers of their accounts."""
        self._sum_up()
        if not self._moved:
            return {}
        self._find_moved()
        numbers: dict[str, int] = {}
        new: list[tuple[int, str, int]] = []
        changed: list[tuple[int, int]] = []
        for name, by in self._moved.items():
            kept = self._kept[name]
            if kept is None:
                numbers[name] = self._last_number(new) + 1
                new.append((numbers[name], name, by))
            else:
                numbers[name] = kept[0]
                changed.append((kept[1] + by, kept[0]))
        insert_rows(self._driver, Account, new)
        if changed:
            self._driver.executemany(_UPDATE, changed)
        return numbers

    def _sum_up(self) -> None:
        """Count what was posted since the last time."""
        if self._summed == len(self._posted):
            return
        moved = self._moved
        for row in islice(self._posted, self._summed, None):
            debit, credit, amount = row[2:5]
            moved[debit] = moved.get(debit, 0) - amount
            moved[credit] = moved.get(credit, 0) + amount
        self._summed = len(self._posted)

    def _find(self, name: str) -> tuple[int, int] | None:
        if name not in self._kept:
            row = self._driver.execute(_FIND, (name,)).fetchone()
            self._kept[name] = None if row is None else (row[1], row[2])
        return self._kept[name]

    def _find_moved(self) -> None:
        """Look all accounts up at once that have moved and were not looked up before."""
        unknown = [name for name in self._moved if name not in self._kept]
        self._kept.update(dict.fromkeys(unknown))
        for name, number, balance in self._driver.execute(_FIND_ALL, (json.dumps(unknown),)):
            self._kept[name] = (number, balance)

    def _last_number(self, new: list[tuple[int, str, int]]) -> int:
        if new:
            return new[-1][0]
        last: int | None = self._driver.execute(_LAST).fetchone()[0]
        return last or 0

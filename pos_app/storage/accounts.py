"""Balances of accounts within one unit of work, and the numbers the file knows them by."""

from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from pos_app.domain.transfer import Account
from pos_app.storage.schema import TABLES
from pos_app.storage.statements import compiled

_TABLE = TABLES[Account]
_FIND = compiled(
    select(_TABLE.c.number, _TABLE.c.balance).where(_TABLE.c.name == bindparam("name"))
)
_LAST = compiled(select(func.max(_TABLE.c.number)))
_INSERT = compiled(insert(_TABLE))
_UPDATE = compiled(
    update(_TABLE).where(_TABLE.c.number == bindparam("key")).values(balance=bindparam("new"))
)


class _Kept:
    """One account as this work knows it."""

    __slots__ = ("balance", "is_new", "moved", "number")

    def __init__(self, number: int, balance: int, *, is_new: bool) -> None:
        self.number = number
        self.balance = balance
        self.is_new = is_new
        self.moved = False


class Accounts:
    """Every account touched by one unit of work.

    An account gets its number, the next one, when the first transfer touches it, debit
    before credit, so that the same transfers give the same numbers in every file.
    """

    def __init__(self, driver_connection: Any) -> None:
        self._driver = driver_connection
        self._kept: dict[str, _Kept | None] = {}
        self._last: int | None = None

    def balance(self, name: str) -> int:
        """Return credits less debits; 0 when no transfer ever touched it."""
        kept = self._find(name)
        return 0 if kept is None else kept.balance

    def is_used(self, name: str) -> bool:
        """Whether a transfer ever touched the account."""
        return self._find(name) is not None

    def move(self, debit: str, credit: str, amount: int) -> tuple[int, int]:
        """Move an amount between two accounts and return their numbers."""
        payer = self._find(debit) or self._add(debit)
        payee = self._find(credit) or self._add(credit)
        payer.balance -= amount
        payee.balance += amount
        payer.moved = payee.moved = True
        return payer.number, payee.number

    def moved(self) -> dict[str, int]:
        """Return the new balance of every account that moved."""
        return {name: kept.balance for name, kept in self._kept.items() if kept and kept.moved}

    def flush(self) -> bool:
        """Write the balances that moved; whether there were any."""
        moved = [(name, kept) for name, kept in self._kept.items() if kept and kept.moved]
        new = [(kept.number, name, kept.balance) for name, kept in moved if kept.is_new]
        changed = [(kept.balance, kept.number) for _, kept in moved if not kept.is_new]
        if new:
            self._driver.executemany(_INSERT, new)
        if changed:
            self._driver.executemany(_UPDATE, changed)
        return bool(moved)

    def _find(self, name: str) -> _Kept | None:
        if name in self._kept:
            return self._kept[name]
        row = self._driver.execute(_FIND, (name,)).fetchone()
        kept = None if row is None else _Kept(row[0], row[1], is_new=False)
        self._kept[name] = kept
        return kept

    def _add(self, name: str) -> _Kept:
        if self._last is None:
            self._last = self._driver.execute(_LAST).fetchone()[0] or 0
        self._last += 1
        kept = self._kept[name] = _Kept(self._last, 0, is_new=True)
        return kept

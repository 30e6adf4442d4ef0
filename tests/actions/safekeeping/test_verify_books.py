"""Verify finds every changed cell, and rebuilds from the journal alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.safekeeping.verify_books import Finding, verify_books
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.shifts.move_cash import move_cash
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Fen, Milli
from pos_app.domain.transfer import Account
from pos_app.shop import Shop
from pos_app.storage.all_rows import RECORD_KINDS, stored_rows
from pos_app.storage.driver import DRIVER
from pos_app.storage.journal_rows import entries
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.actions.rebuilt import rebuild_book

EXEMPT = ("print_job", "setting", "search", "session")
EXEMPT_ENDS = ("_draft", "_lock", "_image", "_cache")


def _trade(shop: Shop) -> None:
    """A little of everything that leaves rows behind."""
    seat = selling.open_for_trade(shop)
    first, second = make.member(shop), make.member(shop, "钱二", phone="13800005678")
    selling.sell(shop, seat, OIL, COLA, member=first)
    sale = selling.sell(shop, seat, OIL, member=second).sale.number
    selling.sell(shop, seat, OIL, OIL, member=first)
    return_sale(shop, seat, ReturnAsk(1, (LineReturned(2, Milli(1000)),)))
    leave_queue(shop, seat, sale)
    move_cash(shop, replace(make.MANAGER_SEAT, shift=seat.shift), amount=Fen(5000), reason="零钱")


@contextmanager
def _tampered(path: Path) -> Iterator[Any]:
    """Open the file as a thief would: triggers off, checks off."""
    connection = DRIVER.module.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    connection.close()


def test_a_day_of_trade_verifies(shop: Shop) -> None:
    """What the till wrote is what the journal says."""
    _trade(shop)

    assert verify_books(shop.storage) == []


def test_the_journal_alone_makes_the_same_balances(shop: Shop) -> None:
    """With every other table lost, nothing of the money is lost."""
    _trade(shop)
    with shop.storage.read() as view:
        stored = {row.name: row.balance for row in stored_rows(view.connection, Account)}
        rebuilt = rebuild_book(entries(view.connection))

    assert {row.name: row.balance for row in rebuilt.records(Account)} == stored


def _tables(connection: Any) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        name
        for (name,) in found
        if not name.startswith(("sqlite_", "alembic", *EXEMPT)) and not name.endswith(EXEMPT_ENDS)
    ]


def test_every_table_of_the_books_is_compared(shop: Shop) -> None:
    """A table that verify forgets is where money would be hidden."""
    with _tampered(shop.storage.path) as connection:
        tables = set(_tables(connection))

    assert tables == {kind.TABLE for kind in RECORD_KINDS}


def _other(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, int):
        return value ^ 1 if value in {0, 1} else value + 1_000_000
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    return f"{value}x" if isinstance(value, str) else 1


def test_any_changed_cell_is_named(shop: Shop) -> None:
    """Each column of each table, changed by itself, is found: table, row and column."""
    _trade(shop)
    missed = []
    with _tampered(shop.storage.path) as connection:
        for table in _tables(connection):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            row = connection.execute(f"SELECT rowid, * FROM {table} LIMIT 1").fetchone()
            if row is None:
                continue
            for at, column in enumerate(columns, start=1):
                statement = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
                rowid = row[0]
                try:
                    connection.execute(statement, (_other(row[at]), rowid))
                except DRIVER.module.IntegrityError:
                    continue
                now = (
                    rowid
                    if connection.execute(
                        f"SELECT count(*) FROM {table} WHERE rowid = ?", (rowid,)
                    ).fetchone()[0]
                    else _other(row[at])
                )
                found = verify_books(shop.storage)
                if not any(_names(finding, table, column) for finding in found):
                    missed.append((table, column, found[:3]))
                connection.execute(statement, (row[at], now))

    assert missed == []
    assert verify_books(shop.storage) == []


def _names(finding: Finding, table: str, column: str) -> bool:
    return (finding.table, finding.column) == (table, column)


@pytest.mark.parametrize("table", ["sale", "transfer", "queue_ticket", "member"])
def test_a_row_taken_out_or_put_in_is_named(shop: Shop, table: str) -> None:
    """A sale deleted whole is theft as much as one changed."""
    _trade(shop)
    with _tampered(shop.storage.path) as connection:
        connection.execute(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")

    assert table in {finding.table for finding in verify_books(shop.storage)}


def test_a_changed_fact_breaks_the_chain_and_is_named(shop: Shop) -> None:
    """The bytes are hashed, so a fact cannot be rewritten alone."""
    _trade(shop)
    with _tampered(shop.storage.path) as connection:
        connection.execute(
            "UPDATE journal_entry SET body = CAST(replace(body, '6000', '9000') AS BLOB) "
            "WHERE kind = ?",
            ("sale_completed",),
        )

    found = verify_books(shop.storage)
    assert [(each.table, each.column) for each in found] == [("journal_entry", "body")]

"""The file itself refuses to change the books, whoever asks and however."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pos_app.domain.catalogue import Product
from pos_app.domain.member import Member
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.program import ProgramVersion
from pos_app.domain.record import Record
from pos_app.domain.sale import ReturnLine, ReturnTender, SaleFlag
from pos_app.domain.shift import CashMove
from pos_app.engine.records.draw import DrawPick, DrawRound
from pos_app.journal.facts import StoreAdded
from pos_app.storage.connections import connect
from pos_app.storage.driver import DRIVER
from pos_app.storage.schema import RECORDS
from pos_app.storage.unit_of_work import Storage, open_storage

NOON = Instant(1_790_000_000_000)
REFUSED = DRIVER.module.IntegrityError

KEPT: list[Record] = [
    ProgramVersion(1, 1, NOON, "{}"),
    SaleFlag(1, "RETURNER"),
    ReturnLine(1, 1, 1000, 100, 100, 0),  # type: ignore[arg-type]  # plain numbers are enough
    ReturnTender(1, 1, "cash", Fen(100)),
    CashMove(1, 1, 1, NOON, Fen(100), "float"),
    DrawRound(1, 1, "n1", NOON, "", Fen(100), Fen(0)),
    DrawPick(1, 1, 0, "1:100", 0, 1, Fen(100), Fen(20), Fen(100)),
]
TABLES = sorted(kind.TABLE for kind in RECORDS if kind.APPEND_ONLY)


@pytest.fixture
def tampering(folder: Path) -> Iterator[Any]:
    """A connection of somebody who opens the closed file and knows SQL."""
    storage = open_storage(folder)
    with storage.write() as work:
        work.journal.append(StoreAdded("S1", "店"), staff=0, at=NOON)
        work.book.post("SRC:S1", "POOL:Q", 100, why="TEST")
        for record in KEPT:
            work.book.put(record)
    storage.close()
    with closing(connect(folder / "shop.sqlite", "rw")) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        yield connection


def rows_of(connection: Any, table: str) -> list[Any]:
    """Every row as it stands."""
    return list(connection.execute(f"SELECT * FROM {table}"))


def test_every_append_only_table_is_tried_here(tampering: Any) -> None:
    """A new kind of book must not be forgotten."""
    kept = {table: len(rows_of(tampering, table)) for table in TABLES}

    assert kept == dict.fromkeys(TABLES, 1)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_changed(tampering: Any, table: str) -> None:
    """What is booked stays booked; mistakes are booked the other way round."""
    before = rows_of(tampering, table)
    column = [each[1] for each in tampering.execute(f"PRAGMA table_info({table})")][-1]
    with pytest.raises(REFUSED, match="the books are append-only"):
        tampering.execute(f"UPDATE {table} SET {column} = {column}")

    assert rows_of(tampering, table) == before


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(tampering: Any, table: str) -> None:
    """Deleting the last sales of a day is the oldest fraud at a till."""
    before = rows_of(tampering, table)
    with pytest.raises(REFUSED, match="the books are append-only"):
        tampering.execute(f"DELETE FROM {table}")

    assert rows_of(tampering, table) == before


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_replaced(tampering: Any, table: str) -> None:
    """REPLACE deletes without asking the triggers, unless they are recursive."""
    before = rows_of(tampering, table)
    with pytest.raises(REFUSED, match="the books are append-only"):
        tampering.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")

    assert rows_of(tampering, table) == before


def test_the_program_turns_recursive_triggers_on(storage: Storage) -> None:
    """Without the pragma REPLACE would get through on the program's own connection."""
    with storage.write() as work:
        setting = work.connection.exec_driver_sql("PRAGMA recursive_triggers").scalar_one()

    assert setting == 1


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ("9, 1, 1, 1, 2, 0, 'x', NULL, NULL, NULL", "CHECK"),
        ("9, 1, 1, 1, 2, -5, 'x', NULL, NULL, NULL", "CHECK"),
        ("9, 1, 1, 1, 1, 5, 'x', NULL, NULL, NULL", "CHECK"),
        ("9, 1, 1, 1, 99, 5, 'x', NULL, NULL, NULL", "FOREIGN KEY"),
        ("1, 1, 1, 1, 2, 5, 'x', NULL, NULL, NULL", "append-only|UNIQUE"),
        ("9, 1, 1, 1, 2, 1.5, 'x', NULL, NULL, NULL", "cannot store REAL"),
        ("9, 1, 1, 1, 2, 'abc', 'x', NULL, NULL, NULL", "cannot store TEXT"),
    ],
)
def test_a_transfer_is_one_debit_one_credit_above_zero(
    tampering: Any, values: str, why: str
) -> None:
    """The books are balanced by the shape of the row (style.md 3.5)."""
    tampering.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(REFUSED, match=why):
        tampering.execute(f"INSERT INTO transfer VALUES ({values})")

    assert len(rows_of(tampering, "transfer")) == 1


def test_a_book_refuses_to_write_an_entry_twice(storage: Storage) -> None:
    """A second version of the same parameters is a bug, found before the file does."""
    version = ProgramVersion(1, 1, NOON, "{}")

    def write_twice() -> None:
        with storage.write() as work:
            work.book.put(version)
            work.book.put(version)

    with pytest.raises(ValueError, match="append-only"):
        write_twice()


def test_records_that_may_change_do(storage: Storage) -> None:
    """A product's price changes; the sale keeps what it was."""
    for price in (300, 350):
        with storage.write() as work:
            work.book.put(Product(1, "1", "可乐", Fen(price)))
            work.book.put(Member(1, "1", "", "", None, NOON, consent=True))
    with storage.read() as look:
        product = look.get(Product, 1)

    assert product == Product(1, "1", "可乐", Fen(350))

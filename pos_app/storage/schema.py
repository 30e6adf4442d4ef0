"""Every table of the shop's file: of the records, and beside the journal.

The tables of the records are made from their classes; what money needs beyond types
(amounts above zero, sales that add up, books that only grow) is added here, where the
file itself refuses what no program should write.
"""

from typing import Any

from sqlalchemy import DDL, Column, Connection, Integer, MetaData, Table, Text, event, insert

from pos_app.domain import (
    catalogue,
    flow,
    member,
    program,
    sale,
    settings,
    shift,
    staff,
    store,
    transfer,
)
from pos_app.domain.record import Index, Record
from pos_app.domain.transfer import Account
from pos_app.engine.records import appreciation as appreciation_records
from pos_app.engine.records import chain as chain_records
from pos_app.engine.records import circular as circular_records
from pos_app.engine.records import draw as draw_records
from pos_app.engine.records import green as green_records
from pos_app.engine.records import pool as pool_records
from pos_app.engine.records import queue as queue_records
from pos_app.engine.records import refer as refer_records
from pos_app.engine.records import shared as records
from pos_app.journal import entry
from pos_app.storage.record_tables import (
    RecordShape,
    indexes_in,
    make_index,
    make_table,
    records_in,
    shape_of,
)
from pos_app.storage.side_tables import add_side_tables

SCHEMA_VERSION = 1
"""Kept in the file's `user_version`; a greater one is a file from the future."""

APPLICATION_ID = 0x504F5354
""""POST" in the file's header, so that tools can say whose file it is."""

MODULES = (
    settings,
    store,
    staff,
    catalogue,
    member,
    program,
    shift,
    sale,
    transfer,
    flow,
    entry,
    records,
    queue_records,
    refer_records,
    chain_records,
    pool_records,
    appreciation_records,
    circular_records,
    green_records,
    draw_records,
)
"""Where record classes live; a new module of records is named here."""

RECORDS: tuple[type[Record], ...] = records_in(MODULES)
INDEXES: tuple[Index[Any], ...] = indexes_in(MODULES)
SHAPES: dict[type[Record], RecordShape] = {kind: shape_of(kind) for kind in RECORDS}

_CHECKS: dict[str, tuple[str, ...]] = {
    "product": ("price BETWEEN 0 AND 1000000000000", "cost >= 0", "tax_rate BETWEEN 0 AND 10000"),
    "sale": (
        "goods >= 0",
        "saved >= 0",
        "total BETWEEN 0 AND goods",
        "tax BETWEEN 0 AND total",
        "base >= 0",
        "returned_base BETWEEN 0 AND base",
        "returns >= 0",
        "state IN ('COMPLETED', 'VOIDED')",
    ),
    "sale_line": (
        "quantity BETWEEN 1 AND 1000000000",
        "price >= 0",
        "net >= 0",
        "base >= 0",
        "tax BETWEEN 0 AND net",
        "returned BETWEEN 0 AND quantity",
    ),
    "sale_tender": ("amount >= 0", "given >= amount", "returned BETWEEN 0 AND amount"),
    "return_line": ("quantity BETWEEN 1 AND 1000000000", "net >= 0", "base >= 0", "tax >= 0"),
    "return_tender": ("amount >= 0",),
    "transfer": ("amount > 0", "debit <> credit", "number > 0"),
    "journal_entry": ("number > 0", "length(digest) = 32"),
    "queue_ticket": ("target >= 0", "received BETWEEN 0 AND target", "part > 0"),
    "queue_lot": ("left BETWEEN 0 AND granted", "returned >= 0"),
    "queue_allocation": ("amount > 0",),
    "pool_lot": ("left BETWEEN 0 AND granted", "returned >= 0"),
    "pool_funding": ("put_in >= 0", "got_back BETWEEN 0 AND put_in"),
    "circle": ("weight >= 0",),
    "circle_holder": ("energy >= 0", "weight >= 0", "points >= 0"),
    "green_fund": ("points >= 0", "inflow >= 0", "new_sales >= 0"),
    "green_lot": ("points BETWEEN 0 AND granted", "released BETWEEN 0 AND most"),
    "draw_pot": ("rounds >= 0", "entries >= 0"),
    "draw_entry": ("base >= 0", "prize >= 0"),
    "draw_pick": ("prize BETWEEN 1 AND 5000000", "tax BETWEEN 0 AND prize"),
    "nav_fund": ("units >= 0",),
    "nav_lot": ("units BETWEEN 0 AND minted", "paid >= 0"),
    "wallet_lot": ("left BETWEEN 0 AND granted",),
    "refer_own_purchase": ("base >= 0",),
    "refer_cycle": ("target >= 0", "paid BETWEEN 0 AND target"),
    "refer_referral": ("base >= 0", "conceded >= 0", "concession BETWEEN 0 AND conceded"),
    "chain_member": (
        "perf >= 0",
        "children >= 0",
        "purchases >= 0",
        "directs >= 0",
        "counted BETWEEN 0 AND directs",
        "direct_sales >= 0",
        "held BETWEEN 0 AND in_lock",
        "bonuses >= 0",
        "contribution >= 0",
        "identity BETWEEN 0 AND 2",
        "parent IS NULL OR parent <> member",
    ),
    "chain_sale": ("base >= 0",),
    "chain_release": ("amount >= 0", "bonuses >= 0"),
    "chain_bonus": ("amount > 0", "level BETWEEN 1 AND 2", "wanted_back BETWEEN 0 AND amount"),
    "debt": ("amount >= 0",),
    "wallet_draw": ("amount > 0", "returned BETWEEN 0 AND amount"),
}
"""What the file refuses about money, beyond the types of the columns."""

_NUMBERED = {"transfer": {"debit": "account.number", "credit": "account.number"}}
"""Where the file keeps a number for what a record names."""

_UNIQUE = {
    ("sale", "by_basket"),
    ("sale", "by_ref"),
    ("sale_return", "by_ref"),
    ("member", "by_ref"),
    ("member", "by_phone"),
    ("product", "by_sku"),
    ("program", "by_name"),
}
"""Orders that also promise one record each: a basket is one sale of each store (design.md
section 5), an outside name is used once (replay.md), a phone number is one member (1.10)."""

_REFUSED_CHANGES = ("UPDATE", "DELETE")


def _build() -> tuple[MetaData, dict[type[Record], Table]]:
    metadata = MetaData()
    tables: dict[type[Record], Table] = {Account: _account_table(metadata)}
    for kind, shape in SHAPES.items():
        if kind is not Account:
            checks, numbered = _CHECKS.get(kind.TABLE, ()), _NUMBERED.get(kind.TABLE)
            tables[kind] = make_table(shape, metadata, checks=checks, numbered=numbered)
    for index in INDEXES:
        if not _is_the_key(index):
            unique = (index.record.TABLE, index.name) in _UNIQUE
            make_index(index, tables[index.record], unique=unique)
    for kind, table in tables.items():
        if kind.APPEND_ONLY:
            _refuse_changes(table)
    add_side_tables(metadata)
    return metadata, tables


def _is_the_key(index: Index[Any]) -> bool:
    return not index.where and index.record.KEY[: len(index.fields)] == index.fields


def _account_table(metadata: MetaData) -> Table:
    """Accounts have a number in the file, so that a transfer holds two small integers."""
    return Table(
        Account.TABLE,
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("name", Text, nullable=False, unique=True),
        Column("balance", Integer, nullable=False),
        sqlite_strict=True,
    )


def _refuse_changes(table: Table) -> None:
    """The books are append-only: the file itself refuses to change or delete a row."""
    for change in _REFUSED_CHANGES:
        trigger = DDL(  # type: ignore[no-untyped-call]  # the library has not typed it
            f"CREATE TRIGGER {table.name}_no_{change.lower()} BEFORE {change} ON {table.name} "
            "BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"
        )
        event.listen(table, "after_create", trigger)


METADATA, TABLES = _build()

VERSION_TABLE = Table(
    "setting_schema",
    METADATA,
    Column("version_num", Text, primary_key=True, nullable=False),
    sqlite_strict=True,
)
"""Where Alembic keeps the last step that was run."""


def revision_of(version: int) -> str:
    """Return the name of the step that brings a file to a version."""
    return f"{version:04d}"


def create_schema(connection: Connection) -> None:
    """Make every table, index and trigger in an empty file; the caller commits."""
    METADATA.create_all(connection, checkfirst=False)
    connection.execute(insert(VERSION_TABLE).values(version_num=revision_of(SCHEMA_VERSION)))
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

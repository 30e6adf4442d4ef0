"""The file's tables follow from the record classes, and every scan has its index."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, cast

import pytest

import pos_app
from pos_app.domain.record import Index, Record
from pos_app.domain.transfer import Account
from pos_app.storage.schema import INDEXES, METADATA, RECORDS, SHAPES, TABLES
from pos_app.storage.statements import Scan, scan_text
from pos_app.storage.unit_of_work import Look, Storage

BESIDE_THE_JOURNAL = ("print_job", "setting", "search", "session")
ENDINGS = ("_draft", "_lock", "_image", "_cache")


def modules_of_the_pure_half() -> Iterator[Any]:
    """Every module that may define a record or name an index."""
    for package in ("domain", "engine", "ledger", "journal"):
        root = importlib.import_module(f"{pos_app.__name__}.{package}")
        for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            yield importlib.import_module(found.name)


def all_named(kind: type) -> list[Any]:
    """Every value of a class that stands by name in one of those modules."""
    values = (value for module in modules_of_the_pure_half() for value in vars(module).values())
    return [value for value in values if isinstance(value, kind)]


ALL_INDEXES: list[Index[Any]] = list(dict.fromkeys(cast("list[Index[Any]]", all_named(Index))))


def test_every_record_of_the_shop_has_a_table() -> None:
    """A record class that the schema forgot could not be kept."""
    known = {
        value
        for value in all_named(type)
        if issubclass(value, Record) and value is not Record and hasattr(value, "TABLE")
    }

    assert set(RECORDS) == known
    assert len({kind.TABLE for kind in RECORDS}) == len(RECORDS)


def test_tables_beside_the_journal_are_known_by_their_names() -> None:
    """`verify` leaves them alone by name; any other table must be a record's."""
    beside = set(METADATA.tables) - {kind.TABLE for kind in RECORDS}
    unknown = {
        name
        for name in beside
        if not name.startswith(BESIDE_THE_JOURNAL) and not name.endswith(ENDINGS)
    }

    assert unknown == set()


def test_a_column_stands_for_a_field_with_its_kind() -> None:
    """Rows and records are compared field by field."""
    names = {int: "INTEGER", bool: "INTEGER", str: "TEXT", bytes: "BLOB"}
    for kind, shape in SHAPES.items():
        if kind is not Account:
            columns = [(each.name, str(each.type), each.nullable) for each in TABLES[kind].columns]
            asked = [(each.name, names[each.kind], each.nullable) for each in shape.fields]
            numbered = [
                (
                    name,
                    "INTEGER"
                    if kind.TABLE == "transfer" and name in {"debit", "credit"}
                    else type_,
                    null,
                )
                for name, type_, null in asked
            ]

            assert columns == numbered


def plan_of(look: Look, text: str) -> list[str]:
    """How SQLite would answer a question; values do not matter for it."""
    values = ["x"] * text.count("?")
    rows = look.connection.connection.driver_connection.execute(  # type: ignore[union-attr]
        f"EXPLAIN QUERY PLAN {text}", values
    )
    return [row[3] for row in rows]


def forms_of(index: Index[Any]) -> Iterator[Scan]:
    """Every way a scan of an index can be asked for."""
    for known in range(len(index.fields) + 1):
        for after in (0, 1):
            if known + after <= len(index.fields):
                for backward in (False, True):
                    yield Scan((False,) * known, after, backward)


@pytest.mark.parametrize(
    "index", ALL_INDEXES, ids=lambda index: f"{index.record.TABLE}.{index.name}"
)
def test_every_scan_reads_along_its_index(storage: Storage, index: Index[Any]) -> None:
    """A scan that sorts or walks a table gets slower with every day the shop trades."""
    with storage.read() as look:
        plans = {scan: plan_of(look, scan_text(index, scan)) for scan in forms_of(index)}
    sorting = [scan for scan, plan in plans.items() if any("TEMP B-TREE" in step for step in plan)]
    # Nobody starts behind a place among records without a value; it would walk.
    starts = not SHAPES[index.record].field(index.fields[0]).nullable
    walking = [
        (scan, plan)
        for scan, plan in plans.items()
        if (scan.nulls or (scan.after and starts)) and not any("SEARCH" in step for step in plan)
    ]

    assert (sorting, walking) == ([], [])


def test_every_index_that_is_no_key_is_in_the_file() -> None:
    """An index named in a module that the schema does not know would be missing."""
    missing = [
        index
        for index in ALL_INDEXES
        if index not in INDEXES
        and (index.where or index.record.KEY[: len(index.fields)] != index.fields)
    ]

    assert missing == []

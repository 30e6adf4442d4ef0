"""What a sale writes, by the driver alone: the measure for `bench`.

SQLite itself tells each statement it was given, values and all; the same rows are then
written to another file by prepared statements in one commit, set up as the shop's own.
"""

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from pos_app.storage.connections import connect, driver_of, set_up_writer
from pos_app.storage.driver import DRIVER
from pos_app.storage.unit_of_work import Storage

_LITERAL = re.compile(r"x'([0-9a-fA-F]*)'|'((?:[^']|'')*)'|(?<![\w\"])(-?\d+)\b|\bNULL\b")
_CHANGES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class Write:
    """One statement and the rows of values it was run with."""

    text: str
    rows: tuple[tuple[Any, ...], ...]


class WritesHeard:
    """Hears every change that a shop's writing connection is told to make."""

    def __init__(self, storage: Storage) -> None:
        self._told: list[str] = []
        with storage.write() as work:
            # The shop has one writing connection, so that it stays the same one.
            driver_of(work.connection).set_trace_callback(self._told.append)

    def take(self) -> tuple[Write, ...]:
        """Return what was written since the last time."""
        told, self._told[:] = list(self._told), []
        # What a trigger or a search index does by itself is told as a comment.
        bound = [_bound(text) for text in told if text.startswith(_CHANGES)]
        return tuple(
            Write(text, tuple(values for _, values in alike))
            for text, alike in groupby(bound, key=lambda each: each[0])
        )


class BareFile:
    """A copy of a shop's file, written to by the driver alone."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path, "rw")
        set_up_writer(self._connection)

    def write(self, writes: Iterable[Write]) -> None:
        """Write rows in one commit, synced to the disk as a sale is."""
        run = self._connection
        run.execute("BEGIN IMMEDIATE")
        for each in writes:
            run.executemany(each.text, each.rows)
        run.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def first_difference(one: Path, other: Path) -> str | None:
    """Return the first table whose rows differ between two files, or None."""
    with closing(connect(one, "ro")) as connection:
        connection.execute("ATTACH DATABASE ? AS other", (str(other),))
        named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        for (table,) in connection.execute(named).fetchall():
            for left, right in (("main", "other"), ("other", "main")):
                lacking = (
                    f"SELECT count(*) FROM (SELECT * FROM {left}.{table} "  # noqa: S608 - our names
                    f"EXCEPT SELECT * FROM {right}.{table})"
                )
                if connection.execute(lacking).fetchone()[0]:
                    return str(table)
    return None


def driver_name() -> str:
    """Return the SQLite behind the shop, for the figures' own record."""
    return f"{DRIVER.module.__name__.partition('.')[0]} {'.'.join(map(str, DRIVER.version))}"


def _bound(told: str) -> tuple[str, tuple[Any, ...]]:
    """Part a statement as it was told into its text and its values."""
    values = tuple(_value_of(found) for found in _LITERAL.finditer(told))
    return _LITERAL.sub("?", told), values


def _value_of(found: re.Match[str]) -> Any:
    octets, text, number = found.groups()
    if octets is not None:
        return bytes.fromhex(octets)
    if text is not None:
        return text.replace("''", "'")
    return None if number is None else int(number)

"""A page of a shop's file is spoilt, as a dying disk does it: without a word."""

from contextlib import closing
from pathlib import Path

from pos_app.shop import Shop
from pos_app.storage.connections import connect
from tests.storage.disk_fault import settle_log


def break_page(shop: Shop, table: str) -> None:
    """Spoil the first page of a table of an open shop, behind the program's back.

    What a connection has read already it remembers: take a table that was not looked at.
    """
    settle_log(shop.storage.path)
    _spoil(shop.storage.path, table)


def break_closed_file(path: Path, table: str) -> None:
    """Spoil the first page of a table in a file that nobody has open."""
    _spoil(path, table)


def _spoil(path: Path, table: str) -> None:
    with closing(connect(path, "ro")) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 100)

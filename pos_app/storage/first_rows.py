"""A glance at a shop's file before anything large is loaded: settings and people.

By the driver alone, in plain SQL: SQLAlchemy takes longer to load than Qt and a whole
sign-in screen. Nothing is decided by what stands here; the records say it again.
"""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pos_app.storage.driver import DRIVER, SHOP_FILE

_SETTINGS = "SELECT name, value FROM setting"
_PEOPLE = "SELECT number, name, role FROM staff WHERE active = 1 ORDER BY number"
_WAIT_SECONDS = 0.2


class FirstRows(NamedTuple):
    """Settings as texts by name; number, name and role of who works here."""

    settings: dict[str, str]
    people: tuple[tuple[int, str, str], ...]


def first_rows(folder: Path) -> FirstRows | None:
    """Read them from a shop's folder; None for whatever reason they cannot be read.

    Why not is said by whoever opens the records, a moment later.
    """
    path = folder / SHOP_FILE
    if not path.is_file():
        return None
    try:
        connection = DRIVER.module.connect(
            f"file:{quote(str(path))}?mode=ro", uri=True, timeout=_WAIT_SECONDS
        )
        with closing(connection):
            settings = dict(connection.execute(_SETTINGS).fetchall())
            people = tuple(connection.execute(_PEOPLE).fetchall())
    except DRIVER.module.Error:
        return None
    return FirstRows(settings, people)

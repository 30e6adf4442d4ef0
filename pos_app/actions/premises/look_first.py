"""What the first screen can show at once, before the shop itself is open."""

from pathlib import Path

from pos_app.domain.first_look import FirstLook
from pos_app.domain.settings_text import settings_from
from pos_app.domain.staff import Staff
from pos_app.storage.first_rows import first_rows


def look_first(folder: Path) -> FirstLook | None:
    """Return how the shop of a folder looks; None when that cannot be told yet.

    A folder without a shop, a damaged file, a file of another version: `open_shop` says
    which, this only says nothing.
    """
    rows = first_rows(folder)
    if rows is None:
        return None
    people = tuple(Staff(number, name, role, pin="") for number, name, role in rows.people)
    return FirstLook(settings_from(rows.settings), people)

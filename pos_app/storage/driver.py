"""Which SQLite the shop runs on, and whether it is one that keeps WAL files whole.

SQLite before 3.51.3 may damage a WAL file when two connections of one program check
point and commit at once (fixed also in 3.50.7 and 3.44.6). The driver `pysqlite3` brings
a fixed one; without it Python's own is taken, and if that is unfixed the shop keeps to
exactly one connection.
"""

from dataclasses import dataclass
from types import ModuleType

SHOP_FILE = "shop.sqlite"
"""The name of the file in the shop's folder."""

_FIXED = (3, 51, 3)
_FIXED_BRANCHES = {(3, 50): 7, (3, 44): 6}


@dataclass(frozen=True, slots=True)
class Driver:
    """A DB-API module for SQLite and what is known of the library behind it."""

    module: ModuleType
    version: tuple[int, int, int]

    @property
    def is_fixed(self) -> bool:
        """Whether several connections of this program may share one WAL file."""
        return is_fixed(self.version)


def is_fixed(version: tuple[int, int, int]) -> bool:
    """Whether a SQLite of this version is free of the WAL-reset bug."""
    least = _FIXED_BRANCHES.get(version[:2])
    return version >= _FIXED or (least is not None and version[2] >= least)


def _find_driver() -> Driver:
    """Return `pysqlite3` where it is installed, else the SQLite of Python."""
    try:
        import pysqlite3.dbapi2 as module
    except ImportError:  # pragma: no cover - platforms without the wheel
        import sqlite3 as module
    major, minor, patch = module.sqlite_version_info
    return Driver(module, (major, minor, patch))


DRIVER = _find_driver()

"""Bringing a file of an earlier version up to date: on a copy, then swapped in.

The old file stays beside the new one. Alembic is imported here and nowhere else: a till
whose file is current never loads it.
"""

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from pos_app.faults import ShopFileDamaged
from pos_app.storage.connections import connect, migrating_engine
from pos_app.storage.keep_aside import second_name
from pos_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION, VERSION_TABLE, revision_of

_STEPS = Path(__file__).parent / "migrations"
_ALL_PAGES = -1


def bring_up_to_date(path: Path, *, steps: Path = _STEPS, target: int = SCHEMA_VERSION) -> Path:
    """Run every step the file has not seen and return where the old file was kept.

    Killed at any moment, it leaves the old file or the new one in place, whole. What a
    killed run left beside is overwritten.

    Raises:
        ShopFileDamaged: the result is not sound; the old file is still in place.
    """
    copy = path.with_name(f"{path.name}.migrating")
    _remove(copy)
    _copy(path, copy)
    _run_steps(copy, steps, target=target)
    _check(copy)
    kept = path.with_name(f"before-version-{target}-{path.name}")
    _remove(kept)
    second_name(path, kept)
    copy.replace(path)
    return kept


def _copy(path: Path, copy: Path) -> None:
    """Copy the file with what its log holds."""
    with closing(connect(path, "rw")) as source, closing(connect(copy, "rwc")) as made:
        source.backup(made, pages=_ALL_PAGES)


def _run_steps(copy: Path, steps: Path, *, target: int) -> None:
    engine = migrating_engine(copy)
    try:
        with engine.begin() as connection:
            VERSION_TABLE.create(connection, checkfirst=True)
            config = Config()
            config.set_main_option("script_location", str(steps).replace("%", "%%"))
            config.attributes["connection"] = connection
            config.attributes["version_table"] = VERSION_TABLE.name
            command.upgrade(config, revision_of(target))
            connection.exec_driver_sql(f"PRAGMA user_version = {target}")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        engine.dispose()


def _check(copy: Path) -> None:
    with closing(connect(copy, "rw")) as connection:
        told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if told != "ok" or orphan is not None:
        raise ShopFileDamaged(path=str(copy), detail=f"after migrating: {told}, {orphan}")


def _remove(path: Path) -> None:
    for each in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
        each.unlink(missing_ok=True)

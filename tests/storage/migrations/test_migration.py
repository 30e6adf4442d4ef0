"""An older file is brought up to date on a copy, and is never lost on the way."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.migration import bring_up_to_date
from pos_app.storage.schema import SCHEMA_VERSION
from pos_app.storage.unit_of_work import open_storage
from tests.storage.migrations.freeze import RELEASED, ROOT, statements_of
from tests.storage.till_day import after, rows_of

STEPS = ROOT / "pos_app" / "storage" / "migrations"
NEXT = SCHEMA_VERSION + 1
STEP = """
from alembic import op

revision = "{next:04d}"
down_revision = "{last:04d}"

def upgrade():
    run = op.get_bind().exec_driver_sql
    run("ALTER TABLE setting ADD COLUMN since INTEGER NOT NULL DEFAULT 7")
    run("INSERT INTO setting VALUES ('shop', 'x', 8)")
    {end}
"""


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A shop's folder with a file as it was released, with two sales in it."""
    shutil.copy(RELEASED / f"version-{SCHEMA_VERSION}.sqlite", tmp_path / FILE_NAME)
    return tmp_path / FILE_NAME


def steps_with(folder: Path, end: str = "pass") -> Path:
    """The steps of the program and one more, which ends as told."""
    steps = folder / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    text = STEP.format(next=NEXT, last=SCHEMA_VERSION, end=end)
    (steps / "versions" / f"{NEXT:04d}_next.py").write_text(text, "utf-8")
    return steps


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    """Ask a closed file."""
    with closing(connect(path, "ro")) as connection:
        return list(connection.execute(question))


def version_in(path: Path) -> object:
    """The version that a file says it has."""
    return asked(path, "PRAGMA user_version")[0][0]


def test_the_steps_make_what_the_program_makes(tmp_path: Path) -> None:
    """Else a shop of ten years would have other tables than a new one.

    When this fails the schema has changed: write the next step. Before the first release
    run `python -m tests.storage.migrations.freeze` instead.
    """
    path = tmp_path / "empty.sqlite"
    with closing(connect(path, "rwc")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    bring_up_to_date(path)
    new = tmp_path / "new"
    open_storage(new).close()

    assert sorted(statements_of(new / FILE_NAME)) == sorted(statements_of(path))
    assert asked(path, "SELECT * FROM setting_schema") == [(f"{SCHEMA_VERSION:04d}",)]
    assert version_in(path) == SCHEMA_VERSION


def test_an_older_file_gets_the_steps_it_lacks(old_file: Path, tmp_path: Path) -> None:
    """The sales stay, the new column is there, the old file is kept beside."""
    kept = bring_up_to_date(old_file, steps=steps_with(tmp_path), target=NEXT)

    assert asked(old_file, "SELECT * FROM setting") == [("shop", "x", 8)]
    assert asked(old_file, "SELECT count(*) FROM sale") == [(2,)]
    assert (version_in(old_file), version_in(kept)) == (NEXT, SCHEMA_VERSION)


def test_a_step_that_fails_leaves_the_old_file(old_file: Path, tmp_path: Path) -> None:
    """An update in the middle of the day must not close the shop."""
    with pytest.raises(ZeroDivisionError):
        bring_up_to_date(old_file, steps=steps_with(tmp_path, "1 / 0"), target=NEXT)

    assert (version_in(old_file), asked(old_file, "SELECT count(*) FROM setting")) == (
        SCHEMA_VERSION,
        [(0,)],
    )


KILL = """
import os, sys
from pathlib import Path
from pos_app.storage import migration

name, path, steps, target = sys.argv[1:]
original = getattr(migration, name)

def die_after(*arguments, **named):
    original(*arguments, **named)
    os._exit(9)

setattr(migration, name, die_after)
migration.bring_up_to_date(Path(path), steps=Path(steps), target=int(target))
"""


@pytest.mark.parametrize("name", ["_remove", "_copy", "_run_steps", "_check", "second_name"])
def test_a_kill_on_the_way_leaves_a_whole_file(old_file: Path, tmp_path: Path, name: str) -> None:
    """The power may go during an update too; the next start does it again."""
    steps = steps_with(tmp_path)
    told = [name, str(old_file), str(steps), str(NEXT)]
    killed = subprocess.run([sys.executable, "-c", KILL, *told], cwd=ROOT, check=False)
    version = version_in(old_file)
    bring_up_to_date(old_file, steps=steps, target=NEXT)

    assert (killed.returncode, version) == (9, SCHEMA_VERSION)
    assert asked(old_file, "SELECT count(*) FROM sale") == [(2,)]
    assert version_in(old_file) == NEXT


def test_a_file_that_is_current_loads_no_alembic(old_file: Path) -> None:
    """It would cost every start a quarter of a second."""
    script = (
        "import sys; from pathlib import Path;"
        "from pos_app.storage.unit_of_work import open_storage;"
        "open_storage(Path(sys.argv[1])).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(old_file.parent)], cwd=ROOT, check=False
    )

    assert done.returncode == 0


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_every_released_file_opens(tmp_path: Path, version: int) -> None:
    """A shop that skipped ten updates must still find its sales and its open basket."""
    shutil.copy(RELEASED / f"version-{version}.sqlite", tmp_path / FILE_NAME)
    storage = open_storage(tmp_path)
    rows = rows_of(storage)
    storage.check_file()
    storage.close()

    assert rows == after(2, open_baskets=1)

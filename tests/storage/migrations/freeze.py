"""Writes down the file as it is about to be released, run once for each release.

    python -m tests.storage.migrations.freeze

It writes the statements of the first step and the released file beside the tests. After
a release nobody runs it again for that version: a change of the schema is a new step.
"""

import sys
import tempfile
from contextlib import closing
from pathlib import Path

from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.schema import SCHEMA_VERSION, VERSION_TABLE
from pos_app.storage.unit_of_work import open_storage
from tests.storage.till_day import open_basket, sell

ROOT = Path(__file__).parents[3]
STATEMENTS = ROOT / "pos_app/storage/migrations/versions/0001_first_release.sql"
RELEASED = ROOT / "tests/storage/released"
SEPARATOR = ";;\n"


def statements_of(path: Path) -> list[str]:
    """Every statement that made a file, tables before what belongs to them."""
    query = (
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
        "ORDER BY type <> 'table', CASE type WHEN 'table' THEN rowid ELSE name END"
    )
    with closing(connect(path, "ro")) as connection:
        rows = connection.execute(query).fetchall()
    # A virtual table makes its own tables again.
    virtual = [name for name, sql in rows if sql.startswith("CREATE VIRTUAL")]
    own = [f"{name}_{part}" for name in virtual for part in ("data", "idx", "docsize", "config")]
    return [sql for name, sql in rows if name not in own and name != VERSION_TABLE.name]


def fill(folder: Path) -> None:
    """Make a shop with two sales and an open basket."""
    storage = open_storage(folder)
    for basket in (1, 2):
        open_basket(storage, basket)
        sell(storage, basket)
    open_basket(storage, 3)
    storage.close()


def main() -> None:
    """Write both."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        open_storage(folder).close()
        made = SEPARATOR.join(statements_of(folder / FILE_NAME)) + SEPARATOR
        if SCHEMA_VERSION == 1:
            STATEMENTS.write_text(made, "utf-8")
        fill(folder)
        with closing(connect(folder / FILE_NAME, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        RELEASED.mkdir(exist_ok=True)
        target = RELEASED / f"version-{SCHEMA_VERSION}.sqlite"
        target.write_bytes((folder / FILE_NAME).read_bytes())
    sys.stdout.write(f"{STATEMENTS}\n{target}\n")


if __name__ == "__main__":
    main()

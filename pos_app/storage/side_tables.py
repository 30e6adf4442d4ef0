"""Tables beside the journal: settings, print jobs, baskets, search, locks.

Nothing in them is part of the books; `verify` leaves them alone by their names.
"""

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
)

from pos_app.storage.search_grams import GRAMS_TABLE_OPTIONS

WAITING = "waiting"
SENT = "sent"
DONE = "done"
FAILED = "failed"

GRAMS = "_grams"
"""What the name of a search's index adds to the name of its texts."""


def add_side_tables(metadata: MetaData) -> None:
    """Add the tables to the schema."""
    _add_setting(metadata)
    _add_print_job(metadata)
    _add_drafts(metadata)
    _add_sign_in_lock(metadata)
    _add_search(metadata)
    _add_snapshot(metadata)


def _add_setting(metadata: MetaData) -> None:
    Table(
        "setting",
        metadata,
        Column("name", Text, primary_key=True, nullable=False),
        Column("value", Text, nullable=False),
        sqlite_strict=True,
    )


def _add_print_job(metadata: MetaData) -> None:
    table = Table(
        "print_job",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("kind", Text, nullable=False),
        Column("sale", Integer),
        Column("copy", Integer, nullable=False),
        Column("state", Text, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("made_at", Integer, nullable=False),
        Column("tries", Integer, nullable=False),
        CheckConstraint("kind IN ('receipt', 'slip', 'card', 'report')", name="print_job_kind"),
        CheckConstraint(
            f"state IN ('{WAITING}', '{SENT}', '{DONE}', '{FAILED}')", name="print_job_state"
        ),
        sqlite_strict=True,
    )
    Index("print_job_open", table.c.number, sqlite_where=table.c.state != DONE)
    Index("print_job_of_sale", table.c.sale, table.c.number)


def _add_drafts(metadata: MetaData) -> None:
    """One row for a basket's head, one for each line: a line is one statement."""
    Table(
        "basket_draft",
        metadata,
        Column("basket", Integer, primary_key=True, autoincrement=False),
        Column("till", Text, nullable=False),
        Column("held_as", Text),
        Column("saved_at", Integer, nullable=False),
        Column("head", Text, nullable=False),
        sqlite_strict=True,
    )
    Table(
        "basket_line_draft",
        metadata,
        Column(
            "basket",
            Integer,
            ForeignKey("basket_draft.basket", ondelete="CASCADE"),
            primary_key=True,
            nullable=False,
        ),
        Column("line", Integer, primary_key=True, nullable=False),
        Column("body", Text, nullable=False),
        sqlite_strict=True,
    )


def _add_sign_in_lock(metadata: MetaData) -> None:
    Table(
        "sign_in_lock",
        metadata,
        Column("staff", Integer, primary_key=True, autoincrement=False),
        Column("failures", Integer, nullable=False),
        Column("waiting_ms", Integer, nullable=False),
        sqlite_strict=True,
    )


def _add_search(metadata: MetaData) -> None:
    """What is searched as one types: the texts, and the runs of signs that they hold."""
    for name in ("search_product", "search_member"):
        texts = Table(
            name,
            metadata,
            Column("number", Integer, primary_key=True, autoincrement=False),
            Column("text", Text, nullable=False),
            sqlite_strict=True,
        )
        grams = DDL(f"CREATE VIRTUAL TABLE {name}{GRAMS} USING fts5({GRAMS_TABLE_OPTIONS})")  # type: ignore[no-untyped-call]
        event.listen(texts, "after_create", grams)


def _add_snapshot(metadata: MetaData) -> None:
    Table(
        "snapshot_cache",
        metadata,
        Column("name", Text, primary_key=True, nullable=False),
        Column("body", LargeBinary, nullable=False),
        sqlite_strict=True,
    )

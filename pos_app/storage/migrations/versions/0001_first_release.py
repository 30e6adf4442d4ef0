"""The file as it was first released: every statement as it stands in a new file.

Revision ID: 0001
Revises:
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    """Make every table, index and trigger of the first release in an empty file."""
    connection = op.get_bind()
    for statement in _STATEMENTS.read_text("utf-8").split(";;\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)

"""Steps from one version of the shop's file to the next; Alembic finds them by file."""

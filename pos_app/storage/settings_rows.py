"""Settings by name, as text; what they mean is said by `domain.settings`."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from pos_app.storage.schema import METADATA

_TABLE = METADATA.tables["setting"]


class SettingRows:
    """The settings as one connection sees them."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def all(self) -> dict[str, str]:
        """Return every setting that was ever kept."""
        rows = self._connection.execute(select(_TABLE.c.name, _TABLE.c.value))
        return {row.name: row.value for row in rows}

    def get(self, name: str) -> str | None:
        """Return one setting, or None where it was never kept."""
        query = select(_TABLE.c.value).where(_TABLE.c.name == name)
        return self._connection.execute(query).scalar_one_or_none()

    def put(self, name: str, value: str) -> None:
        """Keep a setting, in place of what it was."""
        statement = insert(_TABLE).values(name=name, value=value)
        changed = {"value": statement.excluded.value}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_=changed)
        )
        self._touched(_TABLE.name)

    def remove(self, name: str) -> None:
        """Forget a setting."""
        self._connection.execute(delete(_TABLE).where(_TABLE.c.name == name))
        self._touched(_TABLE.name)

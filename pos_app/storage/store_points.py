"""What stores themselves have of green points, added up where the rows are."""

from sqlalchemy import Connection, func, select

from pos_app.engine.records.green import GreenLot
from pos_app.storage.schema import TABLES

_LOT = TABLES[GreenLot].c


def points_of_store(connection: Connection, program: int, *, store: str) -> int:
    """Return a store's green points in force.

    Reads the store's open lots through their index, a row for each sale in the releases
    of one lot's life.
    """
    query = select(func.coalesce(func.sum(_LOT.points), 0)).where(
        _LOT.holder == f"@{store}", _LOT.program == program, _LOT.open == 1
    )
    return int(connection.execute(query).scalar_one())

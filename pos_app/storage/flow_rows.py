"""The days' flows (`domain.flow`), written at the end of a unit of work."""

from typing import Any

from sqlalchemy import bindparam, insert, select, update

from pos_app.domain.flow import Flow, FlowKey, FlowTally
from pos_app.storage.schema import SHAPES, TABLES
from pos_app.storage.statements import compiled

_TABLE = TABLES[Flow]
_KEY = Flow.KEY
_OF_DAY = compiled(
    select(*(_TABLE.c[each] for each in (*_KEY, "amount"))).where(_TABLE.c.day == bindparam("day_"))
)
_INSERT = compiled(insert(_TABLE).values({each: bindparam(each) for each in SHAPES[Flow].names}))
_UPDATE = compiled(
    update(_TABLE)
    .where(*(_TABLE.c[each] == bindparam(f"of_{each}") for each in _KEY))
    .values(amount=bindparam("new"))
)


def write_flows(driver: Any, tally: FlowTally) -> bool:
    """Add what was counted to the days' flows; whether there was anything.

    A day has a few dozen of them, so that each day touched is read at one go.
    """
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    kept: dict[Any, dict[FlowKey, int]] = {}
    for key, amount in tally.sums.items():
        day = key[0]
        if day not in kept:
            kept[day] = {tuple(row[:-1]): row[-1] for row in driver.execute(_OF_DAY, (day,))}
        before = kept[day].get(key)
        if before is None:
            new.append((*key, amount))
        else:
            changed.append((before + amount, *key))
    if new:
        driver.executemany(_INSERT, new)
    if changed:
        driver.executemany(_UPDATE, changed)
    return bool(tally.sums)

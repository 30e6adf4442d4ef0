"""The days' flows (`domain.flow`), written at the end of a unit of work."""

from typing import Any

from sqlalchemy import bindparam, insert, select, update

from pos_app.domain.flow import Flow, FlowTally
from pos_app.storage.schema import TABLES
from pos_app.storage.statements import compiled

_TABLE = TABLES[Flow]
_OF_DAY = compiled(
    select(_TABLE.c.grouped, _TABLE.c.why, _TABLE.c.debits, _TABLE.c.credits).where(
        _TABLE.c.day == bindparam("day")
    )
)
_INSERT = compiled(
    insert(_TABLE).values(
        {each: bindparam(each) for each in ("day", "grouped", "why", "debits", "credits")}
    )
)
_UPDATE = compiled(
    update(_TABLE)
    .where(
        _TABLE.c.day == bindparam("of_day"),
        _TABLE.c.grouped == bindparam("of_group"),
        _TABLE.c.why == bindparam("for_why"),
    )
    .values(debits=bindparam("new_debits"), credits=bindparam("new_credits"))
)


def write_flows(driver: Any, tally: FlowTally) -> bool:
    """Add what was counted to the days' flows; whether there was anything.

    A day has a few dozen of them, so that each day touched is read at one go.
    """
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    kept: dict[Any, dict[tuple[str, str], tuple[int, int]]] = {}
    for key, (debits, credits_) in tally.sums.items():
        day, grouped, why = key
        if day not in kept:
            kept[day] = {(row[0], row[1]): row[2:] for row in driver.execute(_OF_DAY, (day,))}
        before = kept[day].get((grouped, why))
        if before is None:
            new.append((*key, debits, credits_))
        else:
            changed.append((before[0] + debits, before[1] + credits_, *key))
    if new:
        driver.executemany(_INSERT, new)
    if changed:
        driver.executemany(_UPDATE, changed)
    return bool(tally.sums)

"""A scan over rows of the file and records changed in memory meanwhile.

Rows whose record was changed are passed over and come from memory, at the place where
they stand now. Nothing comes twice, whatever is put between two steps.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from pos_app.domain.record import Index, Record, Value
from pos_app.storage.shelf import ABOVE_ALL, Key, Overlay, Row, Shelf, start_at


def merged(
    shelf: Shelf,
    index: Index[Any],
    rows: Iterator[Row],
    *,
    prefix: tuple[Value, ...],
    after: tuple[Value, ...],
    backward: bool,
) -> Iterator[Any]:
    """Yield the records of a scan, from the file and from memory, each once."""
    yielded: list[Record] = []
    for row in rows:
        if shelf.changed:
            rows = chain((row,), rows)
            break
        yielded.append(shelf.keep(row))
        yield yielded[-1]
    if shelf.changed:
        ends = _Ends(prefix, after, backward)
        yield from _with_changed(shelf, index, rows, ends=ends, yielded=yielded)


class _Ends(NamedTuple):
    """Where a scan begins, and which way it goes."""

    prefix: tuple[Value, ...]
    after: tuple[Value, ...]
    backward: bool


def _with_changed(
    shelf: Shelf, index: Index[Any], rows: Iterator[Row], *, ends: _Ends, yielded: list[Record]
) -> Iterator[Any]:
    """Go on with a scan that has yielded these, now that records were changed."""
    prefix, after, backward = ends
    overlay = shelf.overlay(index)
    first = overlay.sortable(prefix)
    place: Any = overlay.sortable((*prefix, *after))
    # Forward from before everything that begins so, backward from behind it; `after`
    # leaves out what begins with its values, from either side.
    if bool(after) != backward:
        place = (*place, ABOVE_ALL)
    elif not after:
        place = start_at(place)
    if yielded:
        place = overlay.place_of(yielded[-1])
    seen = {shelf.key_of_record(record) for record in yielded}
    waiting: Row | None = None
    may_have_more = True
    while True:
        # Fetched when wanted, not before; and a row may have been changed since.
        while may_have_more and (waiting is None or _is_elsewhere(shelf, waiting, seen)):
            waiting = next(rows, None)
            may_have_more = waiting is not None
        record = None if waiting is None else shelf.keep(waiting)
        stands = None if record is None else overlay.place_of(record)
        overlay.catch_up()
        ahead = _ahead(overlay, place, first=first, seen=seen, backward=backward)
        if ahead is not None and _comes_first(ahead, stands, backward=backward):
            place, key = ahead, overlay.key_at(ahead)
            record = shelf.changed[key]
        elif record is None or stands is None:
            return
        else:
            place, key = stands, shelf.key_of_record(record)
            waiting = None
        seen.add(key)
        yield record


def count_moved(
    shelf: Shelf,
    index: Index[Any],
    prefix: tuple[Value, ...],
    *,
    after: tuple[Value, ...],
    before: tuple[Value, ...],
) -> int:
    """Return by how much the changed records change a count of the file's rows."""
    overlay = shelf.overlay(index)
    overlay.catch_up()
    low: Any = overlay.sortable((*prefix, *after))
    low = (*low, ABOVE_ALL) if after else start_at(low)
    high = overlay.sortable((*prefix, *before))
    high = high if before else (*high, ABOVE_ALL)

    def stands_between(record: Record | None) -> bool:
        if record is None or not all(where.holds(record) for where in index.where):
            return False
        return bool(low < overlay.place_of(record) < high)

    return sum(
        stands_between(record) - stands_between(shelf.found.get(key))
        for key, record in shelf.changed.items()
    )


def _comes_first(ahead: Key, stands: Key | None, *, backward: bool) -> bool:
    return stands is None or (ahead > stands if backward else ahead < stands)


def _is_elsewhere(shelf: Shelf, row: Row, seen: set[Key]) -> bool:
    key = shelf.key_of_row(row)
    return key in shelf.changed or key in seen


def _ahead(
    overlay: Overlay, place: Key, *, first: Key, seen: set[Key], backward: bool
) -> Key | None:
    """Return the next changed record's place in this direction that was not yielded."""
    step = overlay.last_before if backward else overlay.next_behind
    found = step(place)
    while found is not None and overlay.key_at(found) in seen:
        found = step(found)
    return found if found is not None and found[: len(first)] == first else None

"""A till whose power goes at one statement of its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pos_app.clock import StoppedClock
from pos_app.domain.moment import Instant
from pos_app.shop import Shop
from pos_app.startup import open_shop

DONE, KILLED = 0, 9


def do_and_die(folder: Path, work: Callable[[Shop], object], *, now: Instant, at: int) -> int:
    """Work in a child that is gone at the statement of that number; its exit code."""
    child = os.fork()
    if child == 0:
        code = KILLED
        try:
            shop = open_shop(folder, clock=StoppedClock(now), catch_up=False)
            _die_at(shop, at)
            work(shop)
            code = DONE
        finally:
            # Not even Python's own tidying up: the power is gone.
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(shop: Shop, number: int) -> None:
    seen = 0

    def count(_statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os._exit(KILLED)

    # There is one writing connection, and it stays: what is set here is set for the work.
    with shop.storage.write() as work:
        work.connection.connection.driver_connection.set_trace_callback(count)  # type: ignore[union-attr]

"""Catching up with what became due while the till was off, in whole steps."""

from collections.abc import Callable

from pos_app.actions.record_fact import settle_due_in
from pos_app.shop import Shop

_EVENTS_A_COMMIT = 100


def settle_due(shop: Shop, *, progress: Callable[[int], None] | None = None) -> int:
    """Do all that is due now, a hundred events to a commit; return how many.

    `progress` is told the sum after each commit. Each event is whole or absent, so a
    power cut in between loses nothing (rulebook 1.3).
    """
    done = 0
    while True:
        with shop.storage.write() as work:
            now_done = settle_due_in(shop, work, limit=_EVENTS_A_COMMIT)
        done += now_done
        if progress is not None:
            progress(done)
        if now_done < _EVENTS_A_COMMIT:
            return done

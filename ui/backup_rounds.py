"""While the till is open, a backup every quarter of an hour if anything happened.

A thread of its own: the worker must be free for the next sale. A shop so large that a
copy takes long is copied less often, so that nobody at the counter feels it.
"""

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from pos_app.actions.safekeeping.back_up_if_changed import back_up_if_changed
from pos_app.actions.safekeeping.try_backup_weekly import try_backup_weekly
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.background import Background

EVERY_MS = 15 * 60_000
"""What is lost at most when machine and disk are gone (faults.md section 5)."""
_REST = 20
"""A round is followed by so many times its own length of peace."""


class BackupRounds(QObject):
    """Goes its first round a quarter of an hour after `begin`; in `Application`."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._worker = Background(self)
        self._took = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_round)

    def begin(self) -> None:
        """Wait for the first round."""
        self._timer.start(EVERY_MS)

    def go_round(self) -> None:
        """Leave a backup now if anything happened, try one once a week, then wait."""
        self._took.start()
        self._worker.run(partial(_one_round, self._shop), self._rest, otherwise=self._fail)

    @property
    def next_in_ms(self) -> int:
        """How long until the next round; -1 while one runs, or none will come."""
        return self._timer.remainingTime()

    def finish(self) -> None:
        """Wait for the round that runs; for tests."""
        self._worker.finish()

    def close(self) -> None:
        """End after the round that runs; closing the till leaves a backup of its own."""
        self._timer.stop()
        self._worker.close()

    def _fail(self, _error: ShopError) -> None:
        # The disk is gone: the status line says so, and the next round tries again.
        self._rest(False)

    def _rest(self, _was_made: object) -> None:
        self._timer.start(max(EVERY_MS, _REST * self._took.elapsed()))


def _one_round(shop: Shop) -> bool:
    is_new = back_up_if_changed(shop)
    try_backup_weekly(shop)
    return is_new

"""While the till is open: what falls due is done, and a clock jump noticed.

A period may end, and a clock may be changed, in the middle of a day. It is done on the
worker, so that a sale waits for it and scanning does not; how far it is stands here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.actions.due.settle_due import CaughtUp, is_due, settle_due
from pos_app.actions.premises.accept_time import time_doubt
from pos_app.domain.moment import Day
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.background import Background

EVERY_MS = 30_000
PATIENCE_MS = 300
"""What is done sooner needs no word that would only flicker."""


class DueWatch(QObject):
    """Looks every half minute after `begin`, and whenever it is asked to."""

    changed = Signal()
    """How far a long settlement is; `step` says it."""
    settled = Signal(int)
    """So many events were done; 0 says that nothing was due."""
    jumped = Signal(object)
    """A `ClockJumped`: nothing is written until somebody has accepted the time."""
    _stepped = Signal(object)
    """Emitted on the worker: a `CaughtUp`."""

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self.patience_ms = PATIENCE_MS
        self._is_looking = self._is_over = False
        self._told: Day | None = None
        """The day of the clock that was asked about last."""
        self._step: CaughtUp | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.changed)
        self._round = QTimer(self)
        self._round.timeout.connect(self.look)
        self._stepped.connect(self._take_step)
        background.closing.connect(self._stop)

    def begin(self) -> None:
        """Look every half minute from now on."""
        self._round.start(EVERY_MS)

    @property
    def step(self) -> CaughtUp | None:
        """How far a settlement is that takes long; None while none does."""
        return None if self._patience.isActive() else self._step

    def look(self) -> None:
        """Do what fell due meanwhile, on the worker; nobody waits for the answer."""
        if self._is_looking or self._is_over:
            return
        self._is_looking = True
        if self.patience_ms:
            self._patience.start(self.patience_ms)
        work = partial(_look, self._shop, self._stepped.emit)
        self._background.run(work, self._take, otherwise=self._fail, broken=self._end)

    def _stop(self) -> None:
        """The till is being closed: what is due is done when it opens."""
        self._is_over = True
        self._round.stop()

    def look_again(self) -> None:
        """Look, and ask about the clock even if that was asked already."""
        self._told = None
        self.look()

    def _take_step(self, step: CaughtUp) -> None:
        if self._is_looking:
            self._step = step
            if self.step is not None:
                self.changed.emit()

    def _take(self, answer: int | ClockJumped) -> None:
        self._end()
        if not isinstance(answer, ClockJumped):
            self._told = None
            self.settled.emit(answer)
        elif answer.now != self._told:
            # Once: whoever answered no puts the clock right, which takes a while.
            self._told = answer.now
            self.jumped.emit(answer)

    def _fail(self, _error: ShopError) -> None:
        # The sale settles the same again before it is booked, and says then what is wrong.
        self._end()

    def _end(self) -> None:
        was_told = self.step is not None
        self._is_looking, self._step = False, None
        self._patience.stop()
        if was_told:
            self.changed.emit()


def _look(shop: Shop, progress: Callable[[CaughtUp], None]) -> int | ClockJumped:
    """Return how many events were done; a look is cheaper than a commit of nothing."""
    doubt = time_doubt(shop)
    if doubt is not None:
        return doubt
    return settle_due(shop, progress=progress) if is_due(shop) else 0

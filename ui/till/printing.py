"""What the printer owes, without a widget; a sale never waits for paper.

Jobs are sent on the worker after their sale was booked. What did not come out stays
known until it was printed (design.md section 5).
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.receipts.retry_print import retry_print
from pos_app.actions.receipts.waiting_jobs import waiting_jobs
from pos_app.domain.moment import Instant
from pos_app.domain.seat import Seat
from pos_app.errors import Fault, ShopError
from pos_app.shop import Shop
from ui.background import Background


class Printing(QObject):
    """The printer's light, and the way to print again."""

    changed = Signal()
    failed = Signal(object)
    """A `Fault`: paper did not come out; the sale is booked all the same."""

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._background = background
        self.fault: Fault | None = None
        self.owed = 0
        """How many papers from before this start may not have come out."""
        self.printed_at: Instant | None = None
        """When the last paper came out; None while one is on its way."""

    @property
    def is_behind(self) -> bool:
        """Whether paper waits that has not come out, as far as is known."""
        return self.fault is not None or bool(self.owed)

    def look(self) -> int:
        """Count what has not come out yet; a crash may have left papers maybe printed."""
        self.owed = len(waiting_jobs(self._shop))
        self.changed.emit()
        return self.owed

    def print_job(self, job: int) -> None:
        """Send a job to the printer."""
        self.printed_at = None
        self._background.run(
            partial(print_receipt, self._shop, job), self._answered, otherwise=self._broke
        )

    def print_waiting(self) -> None:
        """Send everything that waits again."""
        self.printed_at = None
        self._background.run(
            partial(retry_print, self._shop), self._answered, otherwise=self._broke
        )

    def print_copy(self, seat: Seat, sale: int) -> None:
        """Print a sale's receipt once more, marked as a copy."""
        self._background.run(
            partial(reprint_receipt, self._shop, seat, sale=sale),
            self.print_job,
            otherwise=self._broke,
        )

    def _answered(self, fault: Fault | None) -> None:
        self.fault = fault
        if fault is None:
            self.printed_at = self._shop.clock.now()
            self.owed = len(waiting_jobs(self._shop))
        else:
            self.failed.emit(fault)
        self.changed.emit()

    def _broke(self, error: ShopError) -> None:
        if isinstance(error, Fault):
            self._answered(error)

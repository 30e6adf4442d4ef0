"""One worker thread for every action that writes; answers come back.

Nothing here knows what the work is. Answers and errors are delivered on the thread of
the screen, in the order in which the work was handed over (design.md section 6).
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal

from pos_app.errors import ShopError
from ui.garbage import sweep_between_events

T = TypeVar("T")


class _Answer(QObject):
    """One piece of work on its way back; a closed screen is no longer connected to it."""

    arrived = Signal(object)
    refused = Signal(object)
    broken = Signal(object)
    over = Signal(object)


class Background(QObject):
    """Runs work in turn on one thread and hands back what it returned or raised."""

    closing = Signal()
    """Nothing may be handed over any more."""

    _all_over = Signal()
    _done = Signal(object)
    """Emitted on the worker: the `_Delivery` of a piece of work that is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Here, because without a worker beside the screen sweeping does no harm.
        sweep_between_events()
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shop")
        # Held here: an answer that is collected before it is delivered is never delivered.
        self._waiting: list[_Answer] = []

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        *,
        otherwise: Callable[[ShopError], Any] | None = None,
        broken: Callable[[], Any] | None = None,
    ) -> None:
        """Do the work after all earlier work; tell `then` what it returned.

        `then` and the others are bound methods of QObjects: when their object is gone
        the answer is dropped, where a lambda would run and die (style.md 3.8).
        `otherwise` is told of a refusal or a fault. A bug, and what nobody asked to be
        told of, is raised on the thread of the screen; `broken` tidies up before a bug is.
        """
        answer = _Answer(self)
        for told, by in (
            (then, answer.arrived),
            (otherwise or self._raise, answer.refused),
            (broken, answer.broken),
            (self._raise, answer.broken),
            (self._forget, answer.over),
        ):
            if told is not None:
                by.connect(told, Qt.ConnectionType.QueuedConnection)
        self._waiting.append(answer)
        self._worker.submit(work).add_done_callback(_Delivery(answer, self._hand_over))

    def finish(self) -> None:
        """Let everything handed over so far be done and answered; for the way out."""
        if not self._waiting:
            return
        loop = QEventLoop()
        # Said on this thread when the last answer is in, so it cannot be missed.
        self._all_over.connect(loop.quit)
        loop.exec()

    def close(self) -> None:
        """End the worker after what it has begun; answers not yet delivered are dropped."""
        self.closing.emit()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    def _hand_over(self, delivery: "_Delivery") -> None:
        self._done.emit(delivery)

    def _tell(self, delivery: "_Delivery") -> None:
        # Queued once more: whoever is told may wait for later answers in a loop of its own.
        answer = delivery.answer
        if answer not in self._waiting:
            return
        if delivery.error is None:
            answer.arrived.emit(delivery.result)
        elif isinstance(delivery.error, ShopError):
            answer.refused.emit(delivery.error)
        else:
            answer.broken.emit(delivery.error)
        answer.over.emit(answer)

    def _raise(self, error: BaseException) -> None:
        raise error

    def _forget(self, answer: _Answer) -> None:
        if answer in self._waiting:
            self._waiting.remove(answer)
            answer.deleteLater()
        if not self._waiting:
            self._all_over.emit()


class _Delivery:
    """Called on the worker when a piece of work is over; only hands it over.

    What it emits belongs to the `Background`, which outlives its worker; the answer itself
    may be gone as soon as it was told, while the worker is still on its way out of here.
    """

    def __init__(self, answer: _Answer, hand_over: Callable[["_Delivery"], None]) -> None:
        self.answer = answer
        self._hand_over = hand_over
        self.error: BaseException | None = None
        self.result: object = None

    def __call__(self, finished: Future[Any]) -> None:
        if finished.cancelled():
            return
        self.error = finished.exception()
        if self.error is None:
            self.result = finished.result()
        self._hand_over(self)

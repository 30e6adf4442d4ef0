"""Errands that a manager may have to approve: try, ask for the PIN, try once more.

Only one errand waits at a time. An approval is for that errand alone and is gone after
it (till.md 5.3).
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from pos_app.domain.approval import Approval
from pos_app.domain.seat import Seat
from pos_app.errors import NotAllowed, ShopError
from ui.till.till_session import TillSession

Work = Callable[[Seat], Any]
"""An action with all it takes but the seat, which an approval changes."""


class Errands(QObject):
    """Runs what a seat may do alone or with an approval."""

    needs_approval = Signal(object)
    """The `NotAllowed`: who asks, for what, above which limit."""
    settled = Signal()
    """Nothing waits for a manager any more."""
    refused = Signal(object)
    """A `ShopError`; nothing was done."""

    def __init__(self, session: TillSession) -> None:
        super().__init__(session)
        self._session = session
        self._work: Work | None = None
        self._then: Callable[[Any], Any] | None = None
        self._otherwise: Callable[[ShopError], Any] | None = None
        self._on_worker = True
        self._is_running = False

    def run(
        self,
        work: Work,
        then: Callable[[Any], Any],
        *,
        otherwise: Callable[[ShopError], Any] | None = None,
    ) -> None:
        """Do the work on the worker; `then` is told what it returned.

        `otherwise` is told of a refusal in place of the screen, e.g. to mark a field.
        """
        if self._is_running:
            # Enter held down, or pressed twice: once is meant.
            return
        self._keep(work, then, otherwise=otherwise, on_worker=True)
        self._try(self._session.seat)

    def run_here(self, work: Work) -> None:
        """Do what only changes the open bill, at once and on this thread."""
        self._keep(work, None, otherwise=None, on_worker=False)
        self._try(self._session.seat)

    def approve(self, approval: Approval) -> None:
        """Try again with a manager's approval."""
        if self._work is not None:
            self._try(replace(self._session.seat, approvals=(approval,)))

    def drop(self) -> None:
        """Nobody approved: the errand is not done."""
        self._work = None
        self.settled.emit()

    def _keep(
        self,
        work: Work,
        then: Callable[[Any], Any] | None,
        *,
        otherwise: Callable[[ShopError], Any] | None,
        on_worker: bool,
    ) -> None:
        self._work, self._then = work, then
        self._otherwise, self._on_worker = otherwise, on_worker

    def _try(self, seat: Seat) -> None:
        work = self._work
        if work is None:
            return
        if self._on_worker:
            self._is_running = True
            self._session.background.run(
                partial(work, seat),
                self._answered,
                otherwise=self._failed,
                broken=self._forget,
            )
            return
        try:
            answer = work(seat)
        except ShopError as error:
            self._failed(error)
        else:
            self._answered(answer)

    def _answered(self, answer: object) -> None:
        self._is_running = False
        then, self._work = self._then, None
        self.settled.emit()
        if then is not None:
            then(answer)

    def _forget(self) -> None:
        self._is_running = False
        self._work = None

    def _failed(self, error: ShopError) -> None:
        self._is_running = False
        if isinstance(error, NotAllowed):
            self.needs_approval.emit(error)
            return
        self._work = None
        self.settled.emit()
        if self._otherwise is not None:
            self._otherwise(error)
        else:
            self.refused.emit(error)

"""What changed, told by the commit to every screen that wants to know.

The shop's records call `announce` with the topics of a commit, on whichever thread
wrote; screens hear `changed` on their own (design.md section 6).
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal


class ChangeFeed(QObject):
    """Passes the topics of each commit on to the thread of the screens."""

    changed = Signal(object)
    """A frozenset of topics such as "sale", "member", "shift"; after the commit only."""

    _announced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announced.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def announce(self, topics: Iterable[str]) -> None:
        """Take the topics of a commit; may be called from any thread."""
        self._announced.emit(frozenset(topics))

    def _pass_on(self, topics: frozenset[str]) -> None:
        self.changed.emit(topics)

"""After the first paint, file and books are looked at whole, beside the sales.

A thread of its own: the worker must be free for the first sale of the day. It only
reads, and a sale that comes meanwhile is simply not looked at yet.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.premises.keep_room import keep_room
from pos_app.actions.safekeeping.check_books import check_books
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.background import Background


class BooksCheck(QObject):
    """Begins when a window has been painted; made by `Application`."""

    in_doubt = Signal(object)
    """The `Fault` that was found."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._reader = Background(self)
        self._is_closed = False

    def begin_after_paint(self, window: QWidget) -> None:
        """Begin when the window, shown already, has painted for the first time."""
        # Its widgets may cover it whole, so that it is never painted itself.
        surface = window.windowHandle()
        if surface.isExposed():
            QTimer.singleShot(0, self.begin)
        else:
            surface.installEventFilter(self)

    def begin(self) -> None:
        """Look at everything, then see that there is a ballast."""
        if self._is_closed:
            return
        self._reader.run(partial(check_books, self._shop), otherwise=self._unsound)
        self._reader.run(partial(keep_room, self._shop), otherwise=self._no_room)

    def finish(self) -> None:
        """Wait for what was found; for tests."""
        self._reader.finish()

    def close(self) -> None:
        """End after what has begun; what is found then is found again tomorrow."""
        self._is_closed = True
        self._reader.close()

    def _unsound(self, error: ShopError) -> None:
        self.in_doubt.emit(error)

    def _no_room(self, _error: ShopError) -> None:
        """The status line says how much room there is; a missing ballast stops nobody."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            # Everything in the window is painted before anything else happens.
            QTimer.singleShot(0, self.begin)
        return False

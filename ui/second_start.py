"""A second start of the same shop brings the first window to the front and ends."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_WAIT_MS = 500


def _name_of(folder: Path) -> str:
    """A name for the shop's folder, the same at each start and for no other folder."""
    return "pos-till-" + sha256(str(folder.resolve()).encode()).hexdigest()[:24]


def raise_first(folder: Path) -> bool:
    """Ask a till that has this folder open to come forward; False if none does."""
    socket = QLocalSocket()
    socket.connectToServer(_name_of(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(b"raise")
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class FirstStart(QObject):
    """Listens for later starts while the window lives."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._come_to_front)
        name = _name_of(folder)
        if not self._server.listen(name):
            # What a crash has left behind; the folder's lock says that nobody is there.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _come_to_front(self) -> None:
        asked = self._server.nextPendingConnection()
        asked.disconnected.connect(asked.deleteLater)
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

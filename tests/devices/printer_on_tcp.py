"""A receipt printer on this machine's own network, which can be told to misbehave."""

import socket
import threading
from enum import Enum, auto


class Mood(Enum):
    """How the printer behaves from the next connection on."""

    WELL = auto()
    SILENT = auto()
    """Prints, but answers no question, as cheap ones do."""
    WITHOUT_PAPER = auto()
    WITH_OPEN_LID = auto()
    HANGS_UP_AT_ONCE = auto()
    HANGS_UP_IN_THE_MIDDLE = auto()
    NEVER_FINISHES = auto()
    """Takes everything and then says no more."""


class PrinterOnTcp:
    """Listens on 127.0.0.1; understands the three questions and keeps the rest."""

    def __init__(self) -> None:
        self.mood = Mood.WELL
        self.port = 0
        self._papers: list[bytes] = []
        self._worker: threading.Thread | None = None
        self._last_caller: tuple[str, int] | None = None
        self.switch_on()

    def switch_on(self) -> None:
        """Listen, at the same port as before."""
        server = socket.create_server(("127.0.0.1", self.port))
        self.port = server.getsockname()[1]
        self._worker = threading.Thread(target=self._serve, args=(server,))
        self._worker.start()

    def switch_off(self) -> None:
        """Stop listening and wait until everything that was sent has been read."""
        if self._worker is None:
            return
        with socket.socket() as last:
            # The last in the queue of callers: whoever called before is served first.
            last.bind(("127.0.0.1", 0))
            self._last_caller = last.getsockname()
            last.connect(("127.0.0.1", self.port))
            self._worker.join()
        self._worker = None

    def papers(self) -> list[bytes]:
        """Return what was printed so far; the printer is switched off by it."""
        self.switch_off()
        return [paper for paper in self._papers if paper]

    def _serve(self, server: socket.socket) -> None:
        with server:
            while True:
                line, caller = server.accept()
                with line:
                    if caller == self._last_caller:
                        return
                    self._papers.append(self._printed(line))

    def _printed(self, line: socket.socket) -> bytes:
        paper = b""
        if self.mood is Mood.HANGS_UP_AT_ONCE:
            return paper
        while received := line.recv(4096):
            paper += received
            for question, answer in self._answers().items():
                if question in paper:
                    paper = paper.replace(question, b"")
                    if answer:
                        line.sendall(answer)
            if paper and self.mood is Mood.HANGS_UP_IN_THE_MIDDLE:
                return paper
        return paper

    def _answers(self) -> dict[bytes, bytes]:
        lid, roll, done = b"\x12", b"\x12", b"\x00"
        if self.mood is Mood.WITHOUT_PAPER:
            roll = b"\x72"
        if self.mood is Mood.WITH_OPEN_LID:
            lid = b"\x16"
        if self.mood is Mood.NEVER_FINISHES:
            done = b""
        if self.mood is Mood.SILENT:
            lid = roll = done = b""
        return {b"\x10\x04\x02": lid, b"\x10\x04\x04": roll, b"\x1dr\x01": done}

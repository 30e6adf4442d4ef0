"""Receipt printers spoken to directly: over the network, USB or a device file.

The printer is asked before and after: whether it has paper and its lid is shut, and
whether it has worked off everything. Cheap printers answer nothing; then what could be
sent counts as printed, as there is no way to know more.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from pos_app.devices.drawer import kick_command
from pos_app.devices.printer import (
    PaperOut,
    PrinterOff,
    PrinterOpen,
    PrinterStopped,
    PrinterUnknown,
)
from pos_app.domain.papers.paper import Form, Printout

WAIT_SECONDS = 4.0
"""How long a printer may keep silent while it is being connected, or take no bytes."""

_ANSWER_SECONDS = 0.6
"""A printer that answers at all answers a status question at once."""
_FINISH_SECONDS = 12.0
"""A long receipt in dots takes some seconds to come out."""

_ASK_LID = b"\x10\x04\x02"
_ASK_PAPER = b"\x10\x04\x04"
_ASK_DONE = b"\x1dr\x01"
_LID_IS_OPEN = 0x04
_PAPER_IS_OUT = 0x60
_IS_STATUS = 0x12
"""Bits that are always set in an answer; other bytes are something else."""


class Line(Protocol):
    """An open line to a printer."""

    @property
    def can_answer(self) -> bool:
        """Whether anything that the printer says can come back."""
        ...

    def send(self, message: bytes) -> None:
        """Send all bytes, or raise OSError."""
        ...

    def answer(self, seconds: float) -> int | None:
        """Return the next byte that comes back, None if none comes in time."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class EscposPrinter:
    """A printer at the end of a line that `dial` opens."""

    def __init__(self, name: str, dial: Callable[[], Line]) -> None:
        self._name = name
        self._dial = dial

    @property
    def takes(self) -> frozenset[Form]:
        """Commands only."""
        return frozenset({Form.ESCPOS})

    def print_out(self, paper: Printout) -> None:
        """Print, or raise any fault of `pos_app.devices.printer` but the drawer's."""
        with self._line() as line:
            answers = self._refuse_unready(line)
            self._send(line, paper.pages[Form.ESCPOS])
            if answers:
                self._wait_until_done(line)

    def open_drawer(self) -> None:
        """Send the pulse; raises PrinterOff, PrinterStopped or PrinterUnknown."""
        with self._line() as line:
            self._send(line, kick_command())

    @contextmanager
    def _line(self) -> Iterator[Line]:
        try:
            line = self._dial()
        except PrinterUnknown:
            raise
        except OSError as error:
            raise PrinterOff(printer=self._name) from error
        try:
            yield line
        finally:
            line.close()

    def _send(self, line: Line, message: bytes) -> None:
        try:
            line.send(message)
        except OSError as error:
            raise PrinterStopped(printer=self._name) from error

    def _refuse_unready(self, line: Line) -> bool:
        """Refuse to print without paper; returns whether the printer answers at all."""
        if not line.can_answer:
            return False
        lid = self._status(line, _ASK_LID)
        paper = self._status(line, _ASK_PAPER)
        if paper is not None and paper & _PAPER_IS_OUT:
            raise PaperOut(printer=self._name)
        if lid is not None and lid & _LID_IS_OPEN:
            raise PrinterOpen(printer=self._name)
        return lid is not None and paper is not None

    def _status(self, line: Line, question: bytes) -> int | None:
        try:
            line.send(question)
            answer = line.answer(_ANSWER_SECONDS)
        except OSError as error:
            # Nothing but questions has been sent yet: no paper has come out.
            raise PrinterOff(printer=self._name) from error
        if answer is None or answer & _IS_STATUS != _IS_STATUS:
            return None
        return answer

    def _wait_until_done(self, line: Line) -> None:
        """The printer answers this question only after all that was sent before it."""
        self._send(line, _ASK_DONE)
        try:
            answer = line.answer(_FINISH_SECONDS)
        except OSError as error:
            raise PrinterStopped(printer=self._name) from error
        if answer is None:
            raise PrinterStopped(printer=self._name)

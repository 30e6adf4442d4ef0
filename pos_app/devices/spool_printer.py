"""Printers that the operating system knows: its queue takes the pages.

For office printers (reports, member cards) and for receipt printers with a driver. Once
the queue has taken the pages they are the system's: it says itself when paper is missing.
"""

import subprocess
import sys
from pathlib import Path

from pos_app.devices.drawer import kick_command
from pos_app.devices.printer import DrawerNotReached, PrinterOff, PrinterUnknown
from pos_app.domain.papers.paper import Form, Printout

_WAIT_SECONDS = 20


class SpoolPrinter:
    """A queue of CUPS, spoken to through `lp`, as Linux and macOS have it."""

    def __init__(self, queue: str, *, program: str = "lp") -> None:
        self._queue = queue
        self._program = program

    @property
    def takes(self) -> frozenset[Form]:
        """PDF: the driver makes of it what its printer needs."""
        return frozenset({Form.PDF})

    def print_out(self, paper: Printout) -> None:
        """Hand the pages to the queue; raises PrinterUnknown or PrinterOff."""
        self._lp(paper.pages[Form.PDF], "-t", paper.name)

    def open_drawer(self) -> None:
        """Send the pulse past the driver; raises DrawerNotReached."""
        try:
            self._lp(kick_command(), "-o", "raw")
        except (PrinterOff, PrinterUnknown) as error:
            raise DrawerNotReached(printer=self._queue) from error

    def _lp(self, pages: bytes, *options: str) -> None:
        # The queue's name is one argument, never part of a command line.
        command = [self._program, "-d", self._queue, *options, "-"]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program of the system
                command, input=pages, capture_output=True, timeout=_WAIT_SECONDS, check=False
            )
        except FileNotFoundError as error:
            raise PrinterUnknown(printer=self._queue) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrinterOff(printer=self._queue) from error
        if done.returncode != 0:
            is_unknown = b"does not exist" in done.stderr or b"No such" in done.stderr
            raise (PrinterUnknown if is_unknown else PrinterOff)(printer=self._queue)


class WindowsSpoolPrinter:
    """A printer of Windows: whatever shows a PDF there also prints it.

    The file stays in the folder, because the program that prints it reads it later.
    """

    def __init__(self, queue: str, *, folder: Path) -> None:
        self._queue = queue
        self._folder = folder

    @property
    def takes(self) -> frozenset[Form]:
        """PDF: the program that shows it prints it."""
        return frozenset({Form.PDF})

    def print_out(self, paper: Printout) -> None:
        """Ask Windows to print the file; raises PrinterUnknown or PrinterOff."""
        if sys.platform != "win32":
            raise PrinterUnknown(printer=self._queue)
        else:  # noqa: RET506 - so that the type checker leaves the other system's part alone
            import os

            path = self._folder / f"{paper.name}.pdf"
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(paper.pages[Form.PDF])
                os.startfile(path, "printto", f'"{self._queue}"')  # noqa: S606 - Windows' own way
            except OSError as error:
                raise PrinterOff(printer=self._queue) from error

    def open_drawer(self) -> None:
        """Refuse: what goes through a PDF cannot carry a pulse."""
        raise DrawerNotReached(printer=self._queue)

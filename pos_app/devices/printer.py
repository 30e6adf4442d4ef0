"""What every printer does, why it may fail, and the two that are always there.

A printer never undoes a sale: the books are written before it is asked, and a job that
failed is sent again later (design.md section 5, faults.md section 2). `FolderPrinter`
writes files and is the default of a new shop; `RecordingPrinter` keeps what it was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pos_app.domain.papers.paper import Form, Printout
from pos_app.errors import Fault


@dataclass(eq=False)
class PrinterOff(Fault):
    """The printer cannot be reached: off, unplugged, elsewhere; nothing came out."""

    printer: str


@dataclass(eq=False)
class PaperOut(Fault):
    """The printer says that its roll is used up; nothing came out."""

    printer: str


@dataclass(eq=False)
class PrinterOpen(Fault):
    """The printer says that its lid is open; nothing came out."""

    printer: str


@dataclass(eq=False)
class PrinterStopped(Fault):
    """The printer stopped answering in the middle; some paper may have come out."""

    printer: str


@dataclass(eq=False)
class PrinterUnknown(Fault):
    """No printer of that name is set up on this machine, or what drives it is missing."""

    printer: str


@dataclass(eq=False)
class DrawerNotReached(Fault):
    """No drawer is wired to this kind of printer, or it did not take the command."""

    printer: str


class Printer(Protocol):
    """Prints pages in a form that it takes, and opens the drawer wired to it."""

    @property
    def takes(self) -> frozenset[Form]:
        """The forms in which it wants each paper; only these are drawn."""
        ...

    def print_out(self, paper: Printout) -> None:
        """Print the pages, or raise a fault that says whether any paper came out.

        Returns when the printer has taken everything. Called on the worker: it may take
        some seconds, never for ever.
        """
        ...

    def open_drawer(self) -> None:
        """Open the drawer, or raise a fault; paper is not needed for it."""
        ...


class FolderPrinter:
    """Prints into a folder: a file for each form of each paper, named as it is."""

    def __init__(self, folder: Path, *, takes: frozenset[Form] = frozenset({Form.PDF})) -> None:
        self._folder = folder
        self._takes = takes

    @property
    def takes(self) -> frozenset[Form]:
        """PDF, unless another form was asked for."""
        return self._takes

    def print_out(self, paper: Printout) -> None:
        """Write the files, whole or not at all; raises PrinterOff if the folder refuses."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for form in self._takes:
                self._write(paper.name, form, pages=paper.pages)
        except OSError as error:
            raise PrinterOff(printer=str(self._folder)) from error

    def open_drawer(self) -> None:
        """Do nothing: a folder has no drawer, and a shop without one just goes on."""

    def _write(self, name: str, form: Form, *, pages: Mapping[Form, bytes]) -> None:
        path = self._folder / f"{name}.{form.value}"
        if path.parent != self._folder:
            raise ValueError(name)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(pages[form])
        fresh.replace(path)


@dataclass
class RecordingPrinter:
    """Keeps what it was given; breaks down when told to. For demos and tests."""

    takes: frozenset[Form] = frozenset({Form.PDF, Form.ESCPOS})
    printed: list[Printout] = field(default_factory=list)
    drawer_openings: int = 0
    breaks_down: Fault | None = None
    """Raised by everything until it is None again."""

    def print_out(self, paper: Printout) -> None:
        """Keep the pages, or break down."""
        self._break_down()
        self.printed.append(paper)

    def open_drawer(self) -> None:
        """Count the opening, or break down."""
        self._break_down()
        self.drawer_openings += 1

    def _break_down(self) -> None:
        if self.breaks_down is not None:
            raise self.breaks_down

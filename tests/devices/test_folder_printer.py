"""The printers that are always there: a folder, and one that remembers."""

from pathlib import Path

import pytest
from typing_extensions import override

from pos_app.devices.printer import FolderPrinter, PrinterOff, RecordingPrinter
from pos_app.domain.papers.paper import Form, Printout
from tests.devices.printer_contract import COMMANDS, PAPER, PDF, PrinterContract, World


class FolderWorld:
    """A folder; a file in its place is what a broken disk looks like."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "papers"
        self.printer = FolderPrinter(self.folder)

    def came_out(self) -> list[bytes]:
        """Read the files, in the order of their names."""
        found = sorted(self.folder.glob("*")) if self.folder.is_dir() else []
        return [path.read_bytes() for path in found]

    def pull_the_plug(self) -> None:
        """Put a file where the folder should be."""
        self.folder.write_text("in the way")

    def plug_in(self) -> None:
        """Take it away."""
        self.folder.unlink()


class TestFolderPrinter(PrinterContract):
    """Prints into files."""

    @override
    def make(self, folder: Path) -> World:
        return FolderWorld(folder)

    def test_the_files_are_named_as_the_paper(self, tmp_path: Path) -> None:
        """An owner finds a receipt by its number."""
        both = frozenset({Form.PDF, Form.ESCPOS})
        FolderPrinter(tmp_path, takes=both).print_out(PAPER)
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

        assert found == {"receipt-214.pdf": PDF, "receipt-214.escpos": COMMANDS}

    @pytest.mark.parametrize("name", ["../outside", "/etc/outside", "sub/inside"])
    def test_a_name_that_leads_elsewhere_is_a_bug(self, tmp_path: Path, name: str) -> None:
        """Names are made safe before they come here; one that is not stops everything."""
        with pytest.raises(ValueError, match="side"):
            FolderPrinter(tmp_path / "papers").print_out(Printout(name=name, pages=PAPER.pages))
        assert [*tmp_path.glob("*.pdf")] == []

    def test_a_shop_without_a_drawer_goes_on(self, tmp_path: Path) -> None:
        """Cash may lie in a tin; the sale is not held up by it."""
        FolderPrinter(tmp_path).open_drawer()

        assert [*tmp_path.iterdir()] == []


class RecordingWorld:
    """The printer of demos and tests."""

    def __init__(self) -> None:
        self.recording = RecordingPrinter(takes=frozenset({Form.ESCPOS}))
        self.printer = self.recording

    def came_out(self) -> list[bytes]:
        """Return what it kept."""
        return [paper.pages[Form.ESCPOS] for paper in self.recording.printed]

    def pull_the_plug(self) -> None:
        """Tell it to break down."""
        self.recording.breaks_down = PrinterOff(printer="recording")

    def plug_in(self) -> None:
        """Repair it."""
        self.recording.breaks_down = None


class TestRecordingPrinter(PrinterContract):
    """Keeps what it is given."""

    @override
    def make(self, folder: Path) -> World:
        return RecordingWorld()

    def test_it_counts_the_openings_of_the_drawer(self) -> None:
        """A demo must show that the drawer opened for cash and for nothing else."""
        printer = RecordingPrinter()
        printer.open_drawer()
        printer.breaks_down = PrinterOff(printer="recording")

        with pytest.raises(PrinterOff):
            printer.open_drawer()
        assert printer.drawer_openings == 1

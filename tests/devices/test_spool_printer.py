"""The operating system's queue, with a program in the place of its own."""

import stat
import sys
from pathlib import Path

import pytest
from typing_extensions import override

from pos_app.devices.drawer import kick_command
from pos_app.devices.printer import DrawerNotReached, PrinterOff, PrinterUnknown
from pos_app.devices.spool_printer import SpoolPrinter, WindowsSpoolPrinter
from tests.devices.printer_contract import PAPER, PrinterContract, World

LP = """#!{python}
import pathlib, sys
folder = pathlib.Path(__file__).parent
if (folder / "unplugged").exists():
    sys.exit((folder / "unplugged").read_text())
count = len(list(folder.glob("*.paper")))
(folder / f"{{count}}.paper").write_bytes(sys.stdin.buffer.read())
(folder / f"{{count}}.options").write_text("|".join(sys.argv[1:]))
"""


class SpoolWorld:
    """A queue that keeps what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        program = folder / "lp"
        program.write_text(LP.format(python=sys.executable))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        self.printer = SpoolPrinter("Front counter", program=str(program))

    def came_out(self) -> list[bytes]:
        """Return the pages, in the order they came."""
        return [path.read_bytes() for path in sorted(self.folder.glob("*.paper"))]

    def pull_the_plug(self, says: str = "lp: The printer is not responding.") -> None:
        """Let the queue refuse, in the words of CUPS."""
        (self.folder / "unplugged").write_text(says)

    def plug_in(self) -> None:
        """Let it work again."""
        (self.folder / "unplugged").unlink()


class TestSpoolPrinter(PrinterContract):
    """Through `lp`."""

    @override
    def make(self, folder: Path) -> World:
        return SpoolWorld(folder)

    def test_queue_and_title_are_arguments_and_never_commands(self, tmp_path: Path) -> None:
        """A queue called `x; rm -rf` is a queue that does not exist, and nothing more."""
        SpoolWorld(tmp_path).printer.print_out(PAPER)

        assert (tmp_path / "0.options").read_text() == "-d|Front counter|-t|receipt-214|-"

    def test_a_queue_that_does_not_exist_is_called_unknown(self, tmp_path: Path) -> None:
        """A wrong setting is mended in the office, not by switching a printer on."""
        world = SpoolWorld(tmp_path)
        world.pull_the_plug('lp: The printer or class "Front counter" does not exist.')

        with pytest.raises(PrinterUnknown):
            world.printer.print_out(PAPER)

    def test_a_machine_without_queues_knows_no_printer(self, tmp_path: Path) -> None:
        """A bare system has no `lp`; that is no reason to stop."""
        with pytest.raises(PrinterUnknown):
            SpoolPrinter("Front", program=str(tmp_path / "none")).print_out(PAPER)

    def test_a_program_that_cannot_start_is_a_printer_that_is_off(self, tmp_path: Path) -> None:
        """Whatever is wrong with the system's own program, the sale stays done."""
        (tmp_path / "lp").write_text("no program")

        with pytest.raises(PrinterOff):
            SpoolPrinter("Front", program=str(tmp_path / "lp")).print_out(PAPER)

    def test_the_drawer_is_opened_past_the_driver(self, tmp_path: Path) -> None:
        """A driver would print the pulse as letters."""
        world = SpoolWorld(tmp_path)
        world.printer.open_drawer()

        assert world.came_out() == [kick_command()]
        assert (tmp_path / "0.options").read_text() == "-d|Front counter|-o|raw|-"

    def test_a_drawer_behind_a_dead_queue_is_a_fault_of_the_drawer(self, tmp_path: Path) -> None:
        """The cashier opens it with the key, and does not look for paper."""
        world = SpoolWorld(tmp_path)
        world.pull_the_plug()

        with pytest.raises(DrawerNotReached):
            world.printer.open_drawer()


def test_the_queue_of_windows_is_unknown_elsewhere(tmp_path: Path) -> None:
    """A shop carried to another system must say so instead of printing nothing."""
    printer = WindowsSpoolPrinter("Front", folder=tmp_path)

    with pytest.raises(PrinterUnknown):
        printer.print_out(PAPER)
    with pytest.raises(DrawerNotReached):
        printer.open_drawer()

"""Receipt printers at the end of a line, and how they let a shop down."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from pos_app.devices import escpos_printer
from pos_app.devices.drawer import kick_command
from pos_app.devices.escpos_lines import file_printer, network_printer, usb_printer
from pos_app.devices.printer import (
    PaperOut,
    PrinterOff,
    PrinterOpen,
    PrinterStopped,
    PrinterUnknown,
)
from pos_app.domain.papers.paper import Form, Printout
from pos_app.errors import Fault
from tests.devices.printer_contract import COMMANDS, PAPER, PrinterContract, World
from tests.devices.printer_on_tcp import Mood, PrinterOnTcp

LONG = Printout(name="long", pages={Form.ESCPOS: COMMANDS * 20_000})


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine must not turn an answer into silence."""
    monkeypatch.setattr(escpos_printer, "_ANSWER_SECONDS", 60.0)
    monkeypatch.setattr(escpos_printer, "_FINISH_SECONDS", 60.0)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the printer will never say is not waited for."""
    monkeypatch.setattr(escpos_printer, "_ANSWER_SECONDS", 0.0)
    monkeypatch.setattr(escpos_printer, "_FINISH_SECONDS", 0.0)


class NetworkWorld:
    """A printer in the network of this machine alone."""

    def __init__(self) -> None:
        self.device = PrinterOnTcp()
        self.printer = network_printer("127.0.0.1", self.device.port)

    def came_out(self) -> list[bytes]:
        """Switch the printer off and see what lies in its tray."""
        return self.device.papers()

    def pull_the_plug(self) -> None:
        """Switch it off."""
        self.device.switch_off()

    def plug_in(self) -> None:
        """Switch it on again."""
        self.device.switch_on()


@pytest.fixture
def network() -> Iterator[NetworkWorld]:
    """A printer that is switched off after the test, whatever happened."""
    world = NetworkWorld()
    yield world
    world.device.switch_off()


class TestNetworkPrinter(PrinterContract):
    """Over the network."""

    @pytest.fixture(autouse=True)
    def at_hand(self, network: NetworkWorld) -> None:
        """Take the printer that is switched off afterwards."""
        self.network = network

    @override
    def make(self, folder: Path) -> World:
        return self.network

    @pytest.mark.parametrize(
        ("mood", "fault"),
        [
            (Mood.WITHOUT_PAPER, PaperOut),
            (Mood.WITH_OPEN_LID, PrinterOpen),
            (Mood.HANGS_UP_AT_ONCE, PrinterOff),
        ],
    )
    def test_each_way_to_fail_has_its_name(self, mood: Mood, fault: type[Fault]) -> None:
        """Out of paper, lid open or gone: the cashier is told which, and what to do."""
        self.network.device.mood = mood

        with pytest.raises(fault) as caught:
            self.network.printer.print_out(PAPER)
        assert caught.value.facts == {"printer": f"127.0.0.1:{self.network.device.port}"}

    @pytest.mark.parametrize("mood", [Mood.WITHOUT_PAPER, Mood.WITH_OPEN_LID])
    def test_a_printer_that_says_no_is_sent_nothing(self, mood: Mood) -> None:
        """Half a receipt that comes out when paper is put in would be taken for a copy."""
        self.network.device.mood = mood
        with pytest.raises(Fault):
            self.network.printer.print_out(PAPER)

        assert self.network.came_out() == []

    def test_a_printer_that_dies_in_the_middle_may_have_printed(self) -> None:
        """The job is then marked as maybe printed, and a reprint says COPY."""
        self.network.device.mood = Mood.HANGS_UP_IN_THE_MIDDLE

        with pytest.raises(PrinterStopped):
            self.network.printer.print_out(LONG)

    def test_a_printer_that_never_finishes_may_have_printed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The paper ended half-way: what came out cannot be known from here."""
        monkeypatch.setattr(escpos_printer, "_FINISH_SECONDS", 0.0)
        self.network.device.mood = Mood.NEVER_FINISHES

        with pytest.raises(PrinterStopped):
            self.network.printer.print_out(PAPER)

    @pytest.mark.usefixtures("impatient")
    def test_a_printer_that_answers_nothing_prints_all_the_same(self) -> None:
        """Cheap printers take and print; there is no way to know more."""
        self.network.device.mood = Mood.SILENT
        self.network.printer.print_out(PAPER)

        assert self.network.came_out() == [COMMANDS]

    def test_a_long_receipt_arrives_whole(self) -> None:
        """A receipt in dots is a hundred thousand bytes and more."""
        self.network.printer.print_out(LONG)

        assert self.network.came_out() == [LONG.pages[Form.ESCPOS]]

    def test_the_drawer_opens_without_paper(self) -> None:
        """Change must be given even when the roll has run out."""
        self.network.device.mood = Mood.WITHOUT_PAPER
        self.network.printer.open_drawer()

        assert self.network.came_out() == [kick_command()]


class FileWorld:
    """A device file, here a pipe that has a name."""

    def __init__(self, folder: Path) -> None:
        self.device = folder / "lp0"
        self.plug_in()
        self.taken: list[bytes] = []
        self.printer = file_printer(str(self.device))
        self.print_out = self.printer.print_out
        # A device keeps nothing; what was written is looked at after each paper.
        self.printer.print_out = self._print_and_look  # type: ignore[method-assign]

    def _print_and_look(self, paper: Printout) -> None:
        self.print_out(paper)
        self.taken.append(os.read(self._other_end, len(COMMANDS) + 1))

    def came_out(self) -> list[bytes]:
        """Return what was written, paper after paper."""
        return self.taken

    def pull_the_plug(self) -> None:
        """The device goes away, and its file with it."""
        self.device.unlink()
        os.close(self._other_end)

    def plug_in(self) -> None:
        """The device is back."""
        os.mkfifo(self.device)
        self._other_end = os.open(self.device, os.O_RDWR | os.O_NONBLOCK)


class TestFilePrinter(PrinterContract):
    """Behind a device file."""

    @override
    def make(self, folder: Path) -> World:
        return FileWorld(folder)

    def test_an_ordinary_file_is_no_printer_and_stays_as_it_is(self, tmp_path: Path) -> None:
        """A slip in the settings may name the shop's records: printing would empty them."""
        records = tmp_path / "shop.sqlite"
        records.write_bytes(b"forty days of trade")
        with pytest.raises(PrinterUnknown):
            file_printer(str(records)).print_out(PAPER)

        assert records.read_bytes() == b"forty days of trade"

    def test_a_device_that_is_not_there_is_not_made(self, tmp_path: Path) -> None:
        """Every receipt would go into a file that nobody looks into."""
        missing = tmp_path / "lp1"
        with pytest.raises(PrinterOff):
            file_printer(str(missing)).print_out(PAPER)

        assert not missing.exists()


def test_a_usb_printer_without_its_driver_is_called_unknown() -> None:
    """What drives USB is not part of every installation; the setting must say so."""
    with pytest.raises(PrinterUnknown):
        usb_printer(0x04B8, 0x0E15).print_out(PAPER)

"""What every printer promises; inherited by the tests of each."""

from pathlib import Path
from typing import Protocol

import pytest

from pos_app.devices.printer import Printer
from pos_app.domain.papers.paper import Form, Printout
from pos_app.errors import Fault

PDF = b"%PDF-1.4 a page"
COMMANDS = b"\x1b@\x1c&\xc4\xe3\xba\xc3\n\x1dVB\x00"
PAPER = Printout(name="receipt-214", pages={Form.PDF: PDF, Form.ESCPOS: COMMANDS})
NEXT_PAPER = Printout(name="receipt-215", pages={Form.PDF: PDF + b"2", Form.ESCPOS: b"\x1b@2\n"})


class World(Protocol):
    """The printer with what is around it, so that a test can look and pull the plug."""

    @property
    def printer(self) -> Printer:
        """The printer itself."""
        ...

    def came_out(self) -> list[bytes]:
        """Everything that was printed, paper after paper."""
        ...

    def pull_the_plug(self) -> None:
        """Make the printer unreachable."""
        ...

    def plug_in(self) -> None:
        """Make it reachable again."""
        ...


class PrinterContract:
    """The promises. `make` returns a printer that works."""

    def make(self, folder: Path) -> World:
        """Return a working printer and its world."""
        raise NotImplementedError

    def test_it_prints_the_form_it_asked_for(self, tmp_path: Path) -> None:
        """Only what a printer takes is drawn, so it must print just that."""
        world = self.make(tmp_path)
        world.printer.print_out(PAPER)

        assert world.came_out() == [PAPER.pages[form] for form in world.printer.takes]

    def test_papers_come_out_as_they_were_sent(self, tmp_path: Path) -> None:
        """The receipt of the next customer must not come out before this one's."""
        world = self.make(tmp_path)
        (form,) = world.printer.takes
        for paper in (PAPER, NEXT_PAPER):
            world.printer.print_out(paper)

        assert world.came_out() == [PAPER.pages[form], NEXT_PAPER.pages[form]]

    def test_a_dead_printer_is_a_fault_that_names_it(self, tmp_path: Path) -> None:
        """The till shows which printer to look at, keeps the job and goes on selling."""
        world = self.make(tmp_path)
        world.pull_the_plug()

        with pytest.raises(Fault) as caught:
            world.printer.print_out(PAPER)
        assert [*caught.value.facts] == ["printer"]
        assert world.came_out() == []

    def test_after_a_fault_the_same_paper_can_be_sent_again(self, tmp_path: Path) -> None:
        """The job waits and is printed when somebody has switched the printer on."""
        world = self.make(tmp_path)
        (form,) = world.printer.takes
        world.pull_the_plug()
        with pytest.raises(Fault):
            world.printer.print_out(PAPER)
        world.plug_in()
        world.printer.print_out(PAPER)

        assert world.came_out() == [PAPER.pages[form]]

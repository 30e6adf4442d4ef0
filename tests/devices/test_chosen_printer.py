"""The printer that a setting names."""

from pathlib import Path

import pytest

from pos_app.devices.chosen_printer import PAPERS, chosen_printer
from pos_app.devices.escpos_printer import EscposPrinter
from pos_app.devices.printer import FolderPrinter, PrinterUnknown
from pos_app.devices.spool_printer import SpoolPrinter
from pos_app.domain.papers.paper import Form
from tests.devices.printer_contract import PAPER


@pytest.mark.parametrize(
    ("named", "kind", "takes"),
    [
        ("folder", FolderPrinter, {Form.PDF}),
        ("folder:both", FolderPrinter, {Form.PDF, Form.ESCPOS}),
        ("spool:Front counter", SpoolPrinter, {Form.PDF}),
        ("network:192.0.2.7", EscposPrinter, {Form.ESCPOS}),
        ("network:printer.shop:9101", EscposPrinter, {Form.ESCPOS}),
        ("network:[2001:db8::7]:9100", EscposPrinter, {Form.ESCPOS}),
        ("usb:04b8:0e15", EscposPrinter, {Form.ESCPOS}),
        ("file:/dev/usb/lp0", EscposPrinter, {Form.ESCPOS}),
    ],
)
def test_a_setting_names_a_printer_and_connects_nothing(
    tmp_path: Path, named: str, kind: type, takes: frozenset[Form]
) -> None:
    """A till must start although its printer is off."""
    printer = chosen_printer(named, tmp_path)

    assert isinstance(printer, kind)
    assert printer.takes == takes


@pytest.mark.parametrize(
    "named", ["", "fax", "spool:", "network:", "network:a b", "usb:04b8", "usb:xxxx:yyyy", "file:"]
)
def test_a_setting_that_names_nothing_is_refused(tmp_path: Path, named: str) -> None:
    """A slip in the settings is told at once, not at the first receipt."""
    with pytest.raises(PrinterUnknown) as caught:
        chosen_printer(named, tmp_path)

    assert caught.value.facts == {"printer": named}


def test_the_folder_lies_in_the_shop(tmp_path: Path) -> None:
    """Receipts travel with the shop's folder."""
    chosen_printer("folder", tmp_path).print_out(PAPER)

    assert [path.name for path in (tmp_path / PAPERS).iterdir()] == ["receipt-214.pdf"]

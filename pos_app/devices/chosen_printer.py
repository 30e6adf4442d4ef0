"""The printer that the shop's settings name.

folder                      PDF files in the shop's folder of papers
folder:both                 with the commands of a receipt printer beside them
spool:<queue>               the operating system's queue
network:<host>[:<port>]     a receipt printer in the shop's network
usb:<vendor>:<product>      a receipt printer on USB, by its two hexadecimal numbers
file:<path>                 a receipt printer behind a device file
"""

import re
import sys
from pathlib import Path

from pos_app.devices.printer import FolderPrinter, Printer, PrinterUnknown
from pos_app.domain.papers.paper import Form

PAPERS = "papers"
"""The folder, in the shop's own, into which the folder printer prints."""

_USUAL_PORT = 9100
_NETWORK = re.compile(r"network:([^:\s]+|\[[0-9a-fA-F:]+\])(?::([0-9]{1,5}))?")
_USB = re.compile(r"usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


def chosen_printer(named: str, folder: Path) -> Printer:
    """Return the printer of a setting; nothing is connected before it is used.

    Raises:
        PrinterUnknown: the setting names no kind of printer that this program knows.
    """
    if named in {"folder", "folder:both"}:
        both = frozenset({Form.PDF, Form.ESCPOS})
        return FolderPrinter(folder / PAPERS, takes=both if ":" in named else both - {Form.ESCPOS})
    kind, _, rest = named.partition(":")
    if kind == "spool" and rest:
        return _spool_printer(rest, folder)
    return _escpos_printer(named, kind=kind, rest=rest)


def _spool_printer(queue: str, folder: Path) -> Printer:
    from pos_app.devices.spool_printer import SpoolPrinter, WindowsSpoolPrinter

    if sys.platform == "win32":
        return WindowsSpoolPrinter(queue, folder=folder / PAPERS)
    return SpoolPrinter(queue)


def _escpos_printer(named: str, *, kind: str, rest: str) -> Printer:
    from pos_app.devices.escpos_lines import file_printer, network_printer, usb_printer

    if network := _NETWORK.fullmatch(named):
        host, port = network.groups()
        return network_printer(host.strip("[]"), int(port or _USUAL_PORT))
    if usb := _USB.fullmatch(named):
        return usb_printer(int(usb[1], 16), int(usb[2], 16))
    if kind == "file" and rest:
        return file_printer(rest)
    raise PrinterUnknown(printer=named)

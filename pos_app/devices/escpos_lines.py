"""Lines to receipt printers over python-escpos, imported when first needed."""

import select
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos_app.devices.escpos_printer import WAIT_SECONDS, EscposPrinter
from pos_app.devices.printer import PrinterUnknown

if TYPE_CHECKING:
    from pos_app.devices.escpos_printer import Line

_PIECE_BYTES = 4096
_USB_TIMEOUT_MS = int(WAIT_SECONDS * 1000)


def network_printer(host: str, port: int) -> EscposPrinter:
    """Return the printer that listens at a host and port; 9100 is the usual one."""
    return EscposPrinter(f"{host}:{port}", lambda: _network_line(host, port))


def usb_printer(vendor: int, product: int) -> EscposPrinter:
    """Return the USB printer of these two numbers, as `lsusb` lists them."""
    return EscposPrinter(f"usb {vendor:04x}:{product:04x}", lambda: _usb_line(vendor, product))


def file_printer(path: str) -> EscposPrinter:
    """Return the printer behind a device file such as /dev/usb/lp0."""
    return EscposPrinter(path, lambda: _file_line(path))


def _network_line(host: str, port: int) -> "Line":
    from escpos.printer import Network

    device = Network(host, port, timeout=WAIT_SECONDS)
    # Its own `open` forgets to close the socket of a printer that does not answer.
    device.device = socket.create_connection((host, port), timeout=WAIT_SECONDS)
    return _NetworkLine(device)


def _usb_line(vendor: int, product: int) -> "Line":
    from escpos.exceptions import DeviceNotFoundError
    from escpos.printer import Usb

    if not Usb.is_usable():
        raise PrinterUnknown(printer="pyusb")
    device = Usb(vendor, product, timeout=_USB_TIMEOUT_MS)
    try:
        device.open()
    except DeviceNotFoundError as error:
        raise ConnectionError(str(error)) from error
    return _SilentLine(device)


def _file_line(path: str) -> "Line":
    from escpos.exceptions import DeviceNotFoundError
    from escpos.printer import File

    place = Path(path)
    if sys.platform != "win32" and not place.exists():
        # Opening would make an ordinary file there: every receipt would go into it unseen.
        raise ConnectionError(path)
    if place.is_file():
        # Opening would empty it, and a slip of the hand may name the shop's own records.
        raise PrinterUnknown(printer=path)
    device = File(path)
    try:
        device.open()
    except DeviceNotFoundError as error:
        raise ConnectionError(str(error)) from error
    return _SilentLine(device)


class _NetworkLine:
    """A line that can be asked."""

    can_answer = True

    def __init__(self, device: Any) -> None:
        self._device = device

    def send(self, message: bytes) -> None:
        # In pieces, so that the limit of time holds for each: a slow printer of a long
        # receipt is not a dead one.
        for at in range(0, len(message), _PIECE_BYTES):
            self._device._raw(message[at : at + _PIECE_BYTES])  # noqa: SLF001 - its way to send

    def answer(self, seconds: float) -> int | None:
        if not self._has_answer(seconds):
            return None
        received: bytes = self._device.device.recv(1)
        if not received:
            raise ConnectionResetError
        return received[0]

    def close(self) -> None:
        try:
            # What lies unread when a line is closed makes the network take back what was sent.
            while self._has_answer(0) and self._device.device.recv(_PIECE_BYTES):
                pass
        except OSError:
            # It was the printer who hung up.
            pass
        self._device.close()

    def _has_answer(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._device.device], [], [], seconds)
        return bool(ready)


class _SilentLine:
    """A line on which nothing is asked: many drivers lose what comes back."""

    can_answer = False

    def __init__(self, device: Any) -> None:
        self._device = device

    def send(self, message: bytes) -> None:
        self._device._raw(message)  # noqa: SLF001 - the library's one way to send bytes

    def answer(self, seconds: float) -> int | None:
        return None

    def close(self) -> None:
        self._device.close()

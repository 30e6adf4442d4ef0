"""A receipt as the commands of an ESC/POS printer: as text, or as dots.

Text goes out as GB18030 after `FS &` and needs a printer with Chinese letters, as every
one sold in China has; it is some eighty times shorter than dots. Dots (`raster`) print
the very picture of the PDF on a printer without such letters.
"""

from enum import Enum

from pos_app.documents.qr_code import make_qr_code
from pos_app.documents.receipts.receipt import Code, Receipt
from pos_app.documents.receipts.receipt_text import (
    COLUMNS,
    HalfLine,
    Line,
    Run,
    printer_text,
    text_lines,
)
from pos_app.domain.papers.paper import Roll

RESET = b"\x1b@"
CHINESE = b"\x1c&"
CUT = b"\x1dVB\x00"
"""Feeds to the knife, then cuts and leaves a bridge, so that paper does not fall."""

_CENTRE, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_INVERSE, _UPRIGHT = b"\x1dB\x01", b"\x1dB\x00"
_HALF_LINE = b"\x1bJ\x0c"
_LINE_END = b"\n"
_CODE_DOTS = 160
_LARGEST_MODULE = 16


class QrLevel(Enum):
    """How much of a code may be dirty, as the printer's command counts it."""

    LOW = 0x30
    MEDIUM = 0x31
    HIGH = 0x33


def draw_receipt_escpos(receipt: Receipt, roll: Roll, *, raster: bool) -> bytes:
    """Return the bytes that print a receipt and cut the paper; they open no drawer."""
    if raster:
        from pos_app.documents.receipts.receipt_raster import raster_of

        return RESET + raster_of(receipt, roll) + CUT
    parts = [_bytes_of(part) for part in text_lines(receipt, COLUMNS[roll])]
    return RESET + CHINESE + b"".join(parts) + CUT


def qr_command(text: str, *, module: int, level: QrLevel, model: int = 2) -> bytes:
    """Return the command that makes the printer itself draw a QR code.

    `module` is the size of a square in dots, 1 to 16; `text` is ASCII.
    """
    content = text.encode("ascii")
    return b"".join(
        (
            _qr_function(b"\x41", bytes((0x30 + model, 0))),
            _qr_function(b"\x43", bytes((module,))),
            _qr_function(b"\x45", bytes((level.value,))),
            _qr_function(b"\x50", b"0" + content),
            _qr_function(b"\x51", b"0"),
        )
    )


def _qr_function(function: bytes, parameters: bytes) -> bytes:
    body = b"1" + function + parameters
    return b"\x1d(k" + len(body).to_bytes(2, "little") + body


def _bytes_of(part: Line | HalfLine | Code) -> bytes:
    match part:
        case HalfLine():
            return _HALF_LINE
        case Code():
            modules = make_qr_code(part.text).modules
            module = max(2, min(_CODE_DOTS // modules, _LARGEST_MODULE))
            code = qr_command(part.text, module=module, level=QrLevel.MEDIUM)
            return _CENTRE + code + _LEFT + _LINE_END
        case Line():
            runs = b"".join(_run(run) for run in part.runs if run.text)
            if part.is_inverse:
                runs = _INVERSE + runs + _UPRIGHT
            return runs + _LINE_END


def _run(run: Run) -> bytes:
    # Once more, whoever made the line: what is no letter must not reach the printer.
    letters = printer_text(run.text).encode("gb18030")
    if (run.wide, run.tall) == (1, 1):
        return letters
    return b"\x1d!" + bytes(((run.wide - 1) << 4 | (run.tall - 1),)) + letters + b"\x1d!\x00"

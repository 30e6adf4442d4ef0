"""A receipt as dots, for printers without Chinese letters: the picture of the PDF."""

from functools import cache
from typing import TYPE_CHECKING

from pos_app.documents.receipts.receipt import Receipt
from pos_app.documents.receipts.receipt_layout import DOT, Box, Letters, lay_out
from pos_app.documents.typeface import FACE_FILE
from pos_app.domain.papers.paper import Roll

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_BAND_DOTS = 240
"""Small printers have room for a few centimetres of dots at a time."""
_BLACK, _WHITE = 0, 1


def raster_of(receipt: Receipt, roll: Roll) -> bytes:
    """Return the commands that print the receipt as dots, band by band."""
    picture = receipt_picture(receipt, roll)
    bands = range(0, picture.height, _BAND_DOTS)
    return b"".join(_band(picture, top) for top in bands)


def receipt_picture(receipt: Receipt, roll: Roll) -> "Image":
    """Return a receipt in black and white, a pixel for each of the printer's dots."""
    from PIL import Image, ImageDraw

    page = lay_out(receipt, roll, measure=_width)
    picture = Image.new("1", (_dots(page.width), _dots(page.height)), _WHITE)
    pen = ImageDraw.Draw(picture)
    # Grey edges would become ragged on paper that knows black only.
    pen.fontmode = "1"
    for mark in page.marks:
        match mark:
            case Letters():
                ink = _WHITE if mark.is_white else _BLACK
                at = (_dots(mark.x), _dots(mark.y))
                pen.text(at, mark.text, fill=ink, font=_face(mark.size), anchor="ls")
            case Box():
                right, below = _dots(mark.x + mark.width), _dots(mark.y + mark.height)
                corners = (_dots(mark.x), _dots(mark.y), right - 1, below - 1)
                pen.rectangle(corners, fill=_BLACK)
    return picture


def _dots(points: float) -> int:
    return round(points / DOT)


@cache
def _face(size: float) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(FACE_FILE), _dots(size))


def _width(text: str, size: float) -> float:
    return _face(size).getlength(text) * DOT


def _band(picture: "Image", top: int) -> bytes:
    """`GS v 0`: eight dots to a byte, a set bit is black."""
    height = min(_BAND_DOTS, picture.height - top)
    band = picture.crop((0, top, picture.width, top + height))
    row_bytes = (picture.width + 7) // 8
    inverted = bytes(each ^ 0xFF for each in band.tobytes())
    head = b"\x1dv0\x00" + row_bytes.to_bytes(2, "little") + height.to_bytes(2, "little")
    return head + inverted

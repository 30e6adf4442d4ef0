"""The one face of screen and paper: Noto Sans SC, shipped with the program.

It has TrueType outlines, so that a document carries just the signs it uses; a receipt
stays at some 20 kB, and looks the same on every machine.
"""

from functools import cache
from pathlib import Path

FACE = "NotoSansSC"
FACE_FILE = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSansSC_400Regular.ttf"

ASCENT = 0.88
"""Of the size, above the baseline, as the face itself says."""
DESCENT = 0.12


@cache
def register_face() -> str:
    """Make the face known to the PDF library and return its name; about 70 ms, once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont(FACE, str(FACE_FILE)))
    return FACE


def text_width(text: str, size: float) -> float:
    """Return how wide a text is in points at a size."""
    from reportlab.pdfbase import pdfmetrics

    return float(pdfmetrics.stringWidth(text, register_face(), size))

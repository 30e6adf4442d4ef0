"""An empty PDF to draw on, alike for every document."""

from io import BytesIO
from typing import TYPE_CHECKING

from pos_app.documents.typeface import register_face

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def blank_pdf(paper: BytesIO, size: tuple[float, float], *, title: str) -> "Canvas":
    """Return pages of a size in points; the same marks give the same bytes.

    The first of a run reads the face (some 0.2 s): it is done on the worker.
    """
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        paper,
        pagesize=size,
        initialFontName=register_face(),  # type: ignore[arg-type]  # its stub says a number
        invariant=1,
        pageCompression=1,
    )
    canvas.setTitle(title)
    return canvas

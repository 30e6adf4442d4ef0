"""Looks at a PDF as a customer would: as pictures, and as text."""

import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image


def pictures_of(pdf: bytes, folder: Path, *, dpi: int = 150) -> list[Image.Image]:
    """Return each page as a picture."""
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-", str(folder / "page")], input=pdf, check=True
    )
    return [Image.open(BytesIO(path.read_bytes())) for path in sorted(folder.glob("page*.png"))]


def text_of(pdf: bytes) -> str:
    """Return what can be copied out of a PDF, page after page, as it stands."""
    shown = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return shown.stdout.decode("utf-8")


def fonts_of(pdf: bytes, folder: Path) -> list[str]:
    """Return the faces of a PDF that are not embedded in it."""
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True)
    rows = listed.stdout.decode("utf-8").splitlines()[2:]
    return [row for row in rows if row.split()[-5] != "yes"]

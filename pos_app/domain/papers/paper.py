"""The papers a shop prints on, and pages on their way to a printer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pos_app.domain.moment import Instant, file_stamp

_UNSAFE = re.compile(r"[^0-9A-Za-z]+")


class Form(Enum):
    """What pages are written in; a printer says which it takes."""

    PDF = "pdf"
    ESCPOS = "escpos"
    """Commands of a receipt printer."""


class Roll(Enum):
    """Widths of receipt paper, in millimetres."""

    MM_80 = 80
    MM_58 = 58


@dataclass(frozen=True, slots=True)
class Printout:
    """Pages on their way to a printer; the sale they belong to is done already."""

    name: str
    """Names the pages and their file; letters, digits and dashes only (`paper_name`)."""
    pages: Mapping[Form, bytes]
    """The same paper in every form that the printer takes."""


def paper_name(kind: str, number: str, *, at: Instant, copy: int = 0) -> str:
    """Return e.g. 20261121-143205-receipt-1-000214-copy-2, safe as a file's name.

    What a person typed never becomes a path (faults.md, path traversal): all but letters
    and digits turn into dashes.
    """
    parts = [file_stamp(at), kind, number, f"copy {copy}" if copy else ""]
    return _UNSAFE.sub("-", " ".join(parts)).strip("-")

"""A receipt as rows that know no device: what stands where, and how large.

`compose_receipt` makes them of facts; `receipt_pdf` and `receipt_escpos` draw them.
Slips of other kinds (a closed shift, a payout) are made of the same rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

Say = Callable[..., str]
"""Turns an English sentence with {fields} into the reader's language."""


class Size(Enum):
    """How large a row is; paper has one ink, so size alone says what matters."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    HUGE = "huge"


class Place(Enum):
    """Where a text stands in the width of the paper."""

    LEFT = "left"
    CENTRE = "centre"


class Stroke(Enum):
    """How a rule parts what is above from what is below."""

    HAIR = "hair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that goes on in the next line where it does not fit."""

    text: str
    place: Place = Place.LEFT
    size: Size = Size.NORMAL


@dataclass(frozen=True, slots=True)
class Pair:
    """A label at the left and a figure at the right, which is never broken.

    In the two large sizes the label is drawn a step smaller: the figure is what counts.
    """

    left: str
    right: str
    size: Size = Size.NORMAL


@dataclass(frozen=True, slots=True)
class Columns:
    """Up to three figures, right-aligned in the same place on every such row.

    Figures too wide for their columns are written one after the other instead.
    """

    first: str
    second: str
    last: str
    size: Size = Size.NORMAL
    label: str = ""
    """At the left, before the first figure."""
    edges: tuple[int, int] = (40, 69)
    """Where the first two figures end, in per cent of the width; the last ends it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    stroke: Stroke = Stroke.HAIR


@dataclass(frozen=True, slots=True)
class Gap:
    """Half a line of nothing; a thin one is left out where lines have one height."""

    is_thin: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """White on black across the paper: a copy, or training."""

    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How much of a ticket has been received; printers without pictures leave it out."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    text: str


Row = Text | Pair | Columns | Rule | Gap | Banner | Bar | Code


@dataclass(frozen=True, slots=True)
class Receipt:
    """Rows from the top to where the paper is cut."""

    title: str
    """Names the document where files are listed; it is not printed."""
    rows: tuple[Row, ...]

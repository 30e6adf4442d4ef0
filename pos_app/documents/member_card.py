"""Member cards as a PDF: the size of a bank card, ten to a sheet of A4.

A card says whose it is to its owner and nothing to a finder: the name, the member's
number and the shop. Name, phone and balance are not in the code (faults.md 3.4).
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pos_app.documents.blank_pdf import blank_pdf
from pos_app.documents.line_breaks import break_lines, plain_text
from pos_app.documents.qr_code import QUIET_MODULES, make_qr_code
from pos_app.documents.receipts.receipt import Say
from pos_app.documents.typeface import register_face, text_width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
CARD_WIDTH = 85.6 * MM
CARD_HEIGHT = 54.0 * MM
"""ISO/IEC 7810 ID-1, as printers' blank cards and wallets have it."""

_SHEET_WIDTH, _SHEET_HEIGHT = 210 * MM, 297 * MM
_ACROSS, _DOWN = 2, 5
CARDS_ON_A_SHEET = _ACROSS * _DOWN

_MODULE = 0.62 * MM
"""0.5 mm is enough for a scanner; a little more forgives a scratched card."""
_EDGE = 5 * MM
_BAND = 13 * MM
_COBALT = (0x1D / 255, 0x4C / 255, 0x9E / 255)
_INK = (0x17 / 255, 0x19 / 255, 0x1E / 255)
_INK2 = (0x50 / 255, 0x54 / 255, 0x5D / 255)
_CUT_MARK = 3 * MM
_SHOP_SIZES = (15.0, 12.0, 9.5)
_NAME_SIZES = (17.0, 14.0, 11.5)
_TITLE_SIZE, _NUMBER_SIZE, _HINT_SIZE = 8.5, 9.0, 6.6
_LEADING = 1.35
_HALF_CAPITAL = 0.36


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What one card says."""

    member: int
    """The member's number."""
    name: str
    """As the member gave it; it is the member's own card. May be empty."""
    code: str
    """The 196 digits of `domain.codes.member_code`."""


def draw_member_cards(cards: tuple[CardFacts, ...], *, shop: str, say: Say) -> bytes:
    """Return sheets of ten cards with marks to cut along; no cards, one empty sheet."""
    paper = BytesIO()
    canvas = blank_pdf(paper, (_SHEET_WIDTH, _SHEET_HEIGHT), title=say("Member cards"))
    for start in range(0, max(len(cards), 1), CARDS_ON_A_SHEET):
        _sheet(canvas, cards[start : start + CARDS_ON_A_SHEET], shop=shop, say=say)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _sheet(canvas: "Canvas", cards: tuple[CardFacts, ...], *, shop: str, say: Say) -> None:
    left = (_SHEET_WIDTH - _ACROSS * CARD_WIDTH) / 2
    bottom = (_SHEET_HEIGHT - _DOWN * CARD_HEIGHT) / 2
    _cut_marks(canvas, left=left, bottom=bottom)
    for place, card in enumerate(cards):
        down, across = divmod(place, _ACROSS)
        canvas.saveState()
        canvas.translate(left + across * CARD_WIDTH, bottom + (_DOWN - 1 - down) * CARD_HEIGHT)
        _card(canvas, card, shop=shop, say=say)
        canvas.restoreState()


def _cut_marks(canvas: "Canvas", *, left: float, bottom: float) -> None:
    """Short lines outside the cards only: none is left on a card cut a little wide."""
    right, top = left + _ACROSS * CARD_WIDTH, bottom + _DOWN * CARD_HEIGHT
    canvas.setLineWidth(0.4)
    canvas.setStrokeColorRGB(*_INK2)
    for across in range(_ACROSS + 1):
        x = left + across * CARD_WIDTH
        canvas.line(x, top + MM, x, top + MM + _CUT_MARK)
        canvas.line(x, bottom - MM, x, bottom - MM - _CUT_MARK)
    for down in range(_DOWN + 1):
        y = bottom + down * CARD_HEIGHT
        canvas.line(left - MM, y, left - MM - _CUT_MARK, y)
        canvas.line(right + MM, y, right + MM + _CUT_MARK, y)


def _card(canvas: "Canvas", card: CardFacts, *, shop: str, say: Say) -> None:
    canvas.setFillColorRGB(*_COBALT)
    canvas.rect(0, CARD_HEIGHT - _BAND, CARD_WIDTH, _BAND, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    middle = CARD_HEIGHT - _BAND / 2
    title = say("Member card")
    canvas.setFont(register_face(), _TITLE_SIZE)
    canvas.drawRightString(CARD_WIDTH - _EDGE, middle - _TITLE_SIZE * _HALF_CAPITAL, title)
    room = CARD_WIDTH - 3 * _EDGE - text_width(title, _TITLE_SIZE)
    lines, size = _fitted(plain_text(shop), width=room, sizes=_SHOP_SIZES)
    first = middle + (len(lines) - 1) * size * _LEADING / 2 - size * _HALF_CAPITAL
    _write(canvas, lines, at=first, size=size)

    width = _qr(canvas, card.code) - _EDGE
    number = say("Member {number}", number=card.member)
    name = plain_text(card.name)
    lines, size = _fitted(name or number, width=width, sizes=_NAME_SIZES)
    canvas.setFillColorRGB(*_INK)
    below = _write(canvas, lines, at=CARD_HEIGHT - _BAND - 11 * MM, size=size)
    canvas.setFillColorRGB(*_INK2)
    if name:
        _write(canvas, [number], at=below + size * _LEADING - 5.5 * MM, size=_NUMBER_SIZE)
    hint = say(
        "Show this code at the till. If the card is lost, tell the shop: it will be blocked."
    )
    lines, size = _fitted(hint, width=width, sizes=(_HINT_SIZE,))
    _write(canvas, lines, at=_EDGE + (len(lines) - 1) * size * _LEADING, size=size)


def _write(canvas: "Canvas", lines: list[str], *, at: float, size: float) -> float:
    """Write lines from the left edge downwards; returns where the next would stand."""
    canvas.setFont(register_face(), size)
    for line in lines:
        canvas.drawString(_EDGE, at, line)
        at -= size * _LEADING
    return at


def _qr(canvas: "Canvas", code: str) -> float:
    """Draw the code into the lower right corner; returns where its quiet zone begins."""
    qr = make_qr_code(code)
    side = qr.modules * _MODULE
    room = CARD_HEIGHT - _BAND
    left = CARD_WIDTH - _EDGE - side
    top = (room + side) / 2
    canvas.setFillColorRGB(0, 0, 0)
    for block in qr.blocks:
        bottom = top - (block.y + block.height) * _MODULE
        width, height = block.width * _MODULE, block.height * _MODULE
        canvas.rect(left + block.x * _MODULE, bottom, width, height, stroke=0, fill=1)
    return left - QUIET_MODULES * _MODULE


def _fitted(text: str, *, width: float, sizes: tuple[float, ...]) -> tuple[list[str], float]:
    """A text in one line as large as it can be, else in more of the smallest size."""
    for size in sizes:
        if text_width(text, size) <= width:
            return [text], size
    smallest = sizes[-1]
    return break_lines(text, width=width, measure=lambda part: text_width(part, smallest)), smallest

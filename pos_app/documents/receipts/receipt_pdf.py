"""A receipt as a PDF of the roll's width, one page as long as the receipt."""

from io import BytesIO

from pos_app.documents.blank_pdf import blank_pdf
from pos_app.documents.receipts.receipt import Receipt
from pos_app.documents.receipts.receipt_layout import MM, Box, Letters, lay_out
from pos_app.documents.typeface import FACE, text_width
from pos_app.domain.papers.paper import Roll

_TOP = 4 * MM
_FOOT = 6 * MM


def draw_receipt_pdf(receipt: Receipt, roll: Roll) -> bytes:
    """Return the PDF; the same receipt gives the same bytes, whenever it is drawn."""
    page = lay_out(receipt, roll, measure=text_width)
    margin = (roll.value * MM - page.width) / 2
    height = page.height + _TOP + _FOOT
    paper = BytesIO()
    canvas = blank_pdf(paper, (roll.value * MM, height), title=receipt.title)
    for mark in page.marks:
        match mark:
            case Letters():
                grey = 1 if mark.is_white else 0
                canvas.setFillGray(grey)
                canvas.setFont(FACE, mark.size)
                canvas.drawString(margin + mark.x, height - _TOP - mark.y, mark.text)
            case Box():
                canvas.setFillGray(0)
                bottom = height - _TOP - mark.y - mark.height
                canvas.rect(margin + mark.x, bottom, mark.width, mark.height, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()

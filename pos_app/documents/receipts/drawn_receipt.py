"""A receipt in the forms that a printer takes, and no others: drawing costs time."""

from collections.abc import Iterable, Mapping

from pos_app.documents.receipts.receipt import Receipt
from pos_app.domain.papers.paper import Form, Roll


def drawn_receipt(
    receipt: Receipt, takes: Iterable[Form], *, roll: Roll, raster: bool = False
) -> Mapping[Form, bytes]:
    """Return the pages by form; `raster` is for printers without Chinese letters."""
    return {form: _drawn(receipt, form, roll=roll, raster=raster) for form in takes}


def _drawn(receipt: Receipt, form: Form, *, roll: Roll, raster: bool) -> bytes:
    if form is Form.PDF:
        from pos_app.documents.receipts.receipt_pdf import draw_receipt_pdf

        return draw_receipt_pdf(receipt, roll)
    from pos_app.documents.receipts.receipt_escpos import draw_receipt_escpos

    return draw_receipt_escpos(receipt, roll, raster=raster)

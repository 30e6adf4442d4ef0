"""A receipt is drawn in the forms its printer takes, and in no other."""

import pytest

from pos_app.documents.receipts.drawn_receipt import drawn_receipt
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.domain.papers.paper import Form, Roll
from tests.documents.sample_receipts import PLAIN
from tests.documents.words import in_english


@pytest.mark.parametrize("takes", [set(), {Form.PDF}, {Form.ESCPOS}, {*Form}])
def test_only_what_is_taken_is_drawn(takes: set[Form]) -> None:
    """Drawing costs time that the next customer waits for."""
    pages = drawn_receipt(compose_receipt(PLAIN, in_english), takes, roll=Roll.MM_80)
    starts = {form: page[:4] for form, page in pages.items()}

    assert starts == {
        form: start
        for form, start in ((Form.PDF, b"%PDF"), (Form.ESCPOS, b"\x1b@\x1c&"))
        if form in takes
    }


def test_a_printer_without_chinese_letters_gets_dots() -> None:
    """The setting decides; the receipt is the same."""
    receipt = compose_receipt(PLAIN, in_english)
    pages = drawn_receipt(receipt, {Form.ESCPOS}, roll=Roll.MM_58, raster=True)

    assert pages[Form.ESCPOS].startswith(b"\x1b@\x1dv0\x00")

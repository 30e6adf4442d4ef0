"""A receipt as a PDF: one page of the roll's width, for people and scanners."""

from pathlib import Path

import pytest
import zxingcpp

from pos_app.documents.receipts.receipt import Code, Say
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.documents.receipts.receipt_layout import Letters, lay_out
from pos_app.documents.receipts.receipt_pdf import draw_receipt_pdf
from pos_app.documents.typeface import text_width
from pos_app.domain.papers.paper import Roll
from tests.documents.pdf_pages import fonts_of, pictures_of, text_of
from tests.documents.sample_receipts import ALL, FULL
from tests.documents.words import in_chinese, in_english

BOTH_ROLLS = pytest.mark.parametrize("roll", Roll)


@pytest.mark.parametrize("name", ALL)
@BOTH_ROLLS
def test_a_receipt_is_one_page_whose_code_can_be_scanned(
    tmp_path: Path, name: str, roll: Roll
) -> None:
    """A return begins with the code on a receipt that was printed or mailed."""
    receipt = compose_receipt(ALL[name], in_chinese)
    pages = pictures_of(draw_receipt_pdf(receipt, roll), tmp_path)
    codes = [row.text for row in receipt.rows if isinstance(row, Code)]

    assert [[found.text for found in zxingcpp.read_barcodes(page)] for page in pages] == [codes]
    assert abs(pages[0].width - roll.value / 25.4 * 150) < 2


def test_a_receipt_carries_its_own_face(tmp_path: Path) -> None:
    """On a machine without Chinese letters the paper must not show boxes."""
    pdf = draw_receipt_pdf(compose_receipt(FULL, in_chinese), Roll.MM_80)

    assert fonts_of(pdf, tmp_path) == []
    assert len(pdf) < 60_000


def test_the_words_of_a_receipt_can_be_searched() -> None:
    """Receipts in a folder are found by what stands on them."""
    text = text_of(draw_receipt_pdf(compose_receipt(FULL, in_chinese), Roll.MM_80))
    told = [
        word
        for word in (
            "好邻居超市",
            "000214",
            "农夫山泉 1.5L 瓶",
            "200.00",
            "138****6021",
            "7f3a91c4",
        )
        if word in text
    ]

    assert len(told) == 6


def test_the_same_receipt_is_the_same_file() -> None:
    """Drawn again next year, a receipt proves itself by being equal."""
    first = draw_receipt_pdf(compose_receipt(FULL, in_english), Roll.MM_58)

    assert draw_receipt_pdf(compose_receipt(FULL, in_english), Roll.MM_58) == first


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("say", [in_chinese, in_english], ids=["zh_CN", "en"])
@BOTH_ROLLS
def test_nothing_lies_outside_the_paper_or_on_other_text(name: str, say: Say, roll: Roll) -> None:
    """A figure cut off at the edge, or printed over its label, is no receipt."""
    page = lay_out(compose_receipt(ALL[name], say), roll, measure=text_width)
    texts = [
        (mark.y, mark.x, mark.x + text_width(mark.text, mark.size))
        for mark in page.marks
        if isinstance(mark, Letters)
    ]
    outside = [text for text in texts if text[1] < -0.01 or text[2] > page.width + 0.01]
    overlapping = [
        (one, other)
        for one in texts
        for other in texts
        if one is not other and one[0] == other[0] and one[1] < other[1] < one[2] - 0.01
    ]

    assert (outside, overlapping) == ([], [])

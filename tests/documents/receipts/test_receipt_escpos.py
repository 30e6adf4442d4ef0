"""What a receipt printer is told, read back by an interpreter of the manual."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.documents.receipts.receipt import Code
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.documents.receipts.receipt_escpos import (
    CHINESE,
    CUT,
    RESET,
    QrLevel,
    draw_receipt_escpos,
    qr_command,
)
from pos_app.documents.receipts.receipt_raster import receipt_picture
from pos_app.documents.receipts.receipt_text import COLUMNS, HalfLine, Line, cells, text_lines
from pos_app.domain.papers.paper import Roll
from pos_app.domain.papers.receipt_facts import ReceiptFacts
from tests.documents.escpos_interpreter import printed
from tests.documents.golden_files import golden
from tests.documents.sample_receipts import ALL, FULL, PLAIN
from tests.documents.words import in_chinese, in_english

LANGUAGES = {"zh_CN": in_chinese, "en": in_english}
EVERY = pytest.mark.parametrize("name", ALL)
BOTH_ROLLS = pytest.mark.parametrize("roll", Roll)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


def as_text(facts: ReceiptFacts, roll: Roll, *, say: Callable[..., str]) -> str:
    """Return a receipt as a golden file shows it; marks stand at the left."""
    shown = []
    for part in text_lines(compose_receipt(facts, say), COLUMNS[roll]):
        match part:
            case HalfLine():
                shown.append("  ")
            case Code():
                shown.append(f"Q {part.text}")
            case Line():
                wide, tall = max((run.wide, run.tall) for run in part.runs)
                mark = "#" if part.is_inverse else {(1, 1): " ", (1, 2): "T"}.get((wide, tall), "W")
                shown.append(f"{mark} {part.text}".rstrip())
    return "\n".join(shown) + "\n"


@EVERY
@BOTH_ROLLS
@BOTH_LANGUAGES
def test_the_receipt_reads_as_it_was_accepted(name: str, roll: Roll, language: str) -> None:
    """A word, a figure or a line less on paper is a promise to a customer changed."""
    text = as_text(ALL[name], roll, say=LANGUAGES[language])

    assert golden(f"{name}-{language}-{roll.value}", text) == text


@EVERY
@BOTH_ROLLS
@BOTH_LANGUAGES
def test_a_printer_prints_just_those_lines(name: str, roll: Roll, language: str) -> None:
    """What the golden file shows is what comes out, cut once, with no drawer opened."""
    receipt = compose_receipt(ALL[name], LANGUAGES[language])
    paper = printed(draw_receipt_escpos(receipt, roll, raster=False))
    lines = [part.text for part in text_lines(receipt, COLUMNS[roll]) if isinstance(part, Line)]
    codes = [row.text for row in receipt.rows if isinstance(row, Code)]

    assert [line for line in paper.lines if line] == [line for line in lines if line]
    assert (paper.codes, paper.cuts, paper.drawer_kicks, paper.unknown) == (codes, 1, 0, [])


@EVERY
@BOTH_ROLLS
@BOTH_LANGUAGES
def test_no_line_is_wider_than_the_paper(name: str, roll: Roll, language: str) -> None:
    """A printer wraps what is too wide, and the figure lands under the wrong label."""
    lines = text_lines(compose_receipt(ALL[name], LANGUAGES[language]), COLUMNS[roll])
    widths = [sum(run.cells for run in part.runs) for part in lines if isinstance(part, Line)]

    assert max(widths) <= COLUMNS[roll]


@EVERY
@BOTH_ROLLS
def test_dots_print_the_very_picture(name: str, roll: Roll) -> None:
    """A printer without Chinese letters gives the same receipt, and a code to scan."""
    receipt = compose_receipt(ALL[name], in_chinese)
    paper = printed(draw_receipt_escpos(receipt, roll, raster=True))
    picture = paper.picture()
    codes = [row.text for row in receipt.rows if isinstance(row, Code)]

    assert picture.tobytes() == receipt_picture(receipt, roll).tobytes()
    assert picture.width == {Roll.MM_80: 576, Roll.MM_58: 384}[roll]
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == codes
    assert (paper.lines, paper.cuts, paper.unknown) == ([], 1, [])


def test_the_large_figures_are_what_to_pay_and_the_change() -> None:
    """One number per receipt is the largest, as on the screen (look.md, principle 1)."""
    paper = printed(
        draw_receipt_escpos(compose_receipt(FULL, in_chinese), Roll.MM_80, raster=False)
    )
    double = [text for text, scale in paper.scales.items() if scale == (2, 2)]

    assert double == ["￥200.00"]


def test_a_copy_says_so_in_white_on_black() -> None:
    """A reprint that looks like the original brings goods back twice."""
    receipt = compose_receipt(replace(PLAIN, copy=3), in_english)
    paper = printed(draw_receipt_escpos(receipt, Roll.MM_58, raster=False))

    assert [line.strip() for line in paper.inverse] == ["COPY 3"]


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_no_name_carries_a_command(name: str) -> None:
    """A product called ESC p must not open the drawer, whatever else it is called."""
    line = replace(PLAIN.lines[0], name=name, why_discounted=name, unit=name)
    facts = replace(PLAIN, lines=(line,), cashier=name, closing_words=(name,))
    stream = draw_receipt_escpos(compose_receipt(facts, in_chinese), Roll.MM_58, raster=False)
    paper = printed(stream)

    assert (paper.unknown, paper.drawer_kicks, paper.cuts) == ([], 0, 1)
    assert max(cells(text) for text in paper.lines) <= COLUMNS[Roll.MM_58]


def test_signs_that_printers_do_not_have_become_those_they_have() -> None:
    """The yuan sign of Latin 1 is four bytes in GB18030 and rubbish on older printers."""
    line = replace(PLAIN.lines[0], name="¥−–• é 🍎 龘")
    facts = replace(PLAIN, lines=(line,))
    stream = draw_receipt_escpos(compose_receipt(facts, in_chinese), Roll.MM_80, raster=False)

    assert "￥--· é □ 龘" in printed(stream).lines


# From the tests of python-escpos (MIT), for the same content.
QR_BYTES = (
    "1d286b0400314{m}001d286b030031430{s}1d286b030031453{l}1d286b0700315030313233341d286b0300315130"
)


@pytest.mark.parametrize(
    ("module", "level", "model", "expected"),
    [
        (3, QrLevel.LOW, 2, QR_BYTES.format(m="132", s="3", l="0")),
        (3, QrLevel.HIGH, 2, QR_BYTES.format(m="132", s="3", l="3")),
        (7, QrLevel.LOW, 2, QR_BYTES.format(m="132", s="7", l="0")),
        (3, QrLevel.LOW, 1, QR_BYTES.format(m="131", s="3", l="0")),
    ],
)
def test_the_qr_command_is_what_other_programs_send(
    module: int, level: QrLevel, model: int, expected: str
) -> None:
    """Printers are tested against the common form; ours must not differ by a byte."""
    assert qr_command("1234", module=module, level=level, model=model).hex() == expected


def test_the_frame_is_what_other_programs_send() -> None:
    """Reset, Chinese letters, and a cut that feeds to the knife: known bytes."""
    assert (RESET + CHINESE).hex() == "1b401c26"
    assert CUT.hex() == "1d564200"

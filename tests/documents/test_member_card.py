"""Member cards: ten to a sheet, each one readable, and silent to a finder."""

from pathlib import Path

import pytest
import zxingcpp

from pos_app.documents.member_card import CardFacts, draw_member_cards
from pos_app.documents.receipts.receipt import Say
from pos_app.domain.codes.member_code import MemberCode, build_member_code
from tests.documents.pdf_pages import fonts_of, pictures_of, text_of
from tests.documents.words import in_chinese, in_english

NAMES = ("林晓梅", "陈建国", "", "Alexander Hamilton-Featherstonehaugh III", "x\x1bp")
CARDS = tuple(
    CardFacts(
        member=number,
        name=NAMES[number % len(NAMES)],
        code=build_member_code(MemberCode(card=number * 99_991, start=3_600_000), bytes(32)),
    )
    for number in range(1, 12)
)


@pytest.mark.parametrize("say", [in_chinese, in_english], ids=["zh_CN", "en"])
def test_every_card_can_be_scanned(tmp_path: Path, say: Say) -> None:
    """Eleven cards are two sheets of A4; each code is the member's own."""
    pages = pictures_of(draw_member_cards(CARDS, shop="好邻居超市", say=say), tmp_path)
    found = [{each.text for each in zxingcpp.read_barcodes(page)} for page in pages]

    assert found == [{card.code for card in CARDS[:10]}, {CARDS[10].code}]
    assert {page.size for page in pages} == {(1241, 1754)}


def test_a_card_tells_its_owner_and_shop(tmp_path: Path) -> None:
    """Cards of a family lie in one drawer; they must be told apart without a scanner."""
    pdf = draw_member_cards(CARDS[:2], shop="好邻居超市", say=in_chinese)
    text = text_of(pdf)

    assert [text.count(word) for word in ("好邻居超市", "陈建国", "会员 1", "会员 2")] == [
        2,
        1,
        1,
        1,
    ]
    assert fonts_of(pdf, tmp_path) == []


def test_no_cards_are_an_empty_sheet_with_marks(tmp_path: Path) -> None:
    """A list that turned out empty must not break the printer's queue."""
    pages = pictures_of(draw_member_cards((), shop="x", say=in_english), tmp_path)

    assert len(pages) == 1

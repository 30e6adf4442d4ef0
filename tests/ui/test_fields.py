"""Fields: a scanner's letters arrive whole, and money is typed from the right."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_app.sentences.told import SENTENCES
from pos_app.wording import Language, Wording
from ui.till.widgets.money_field import MoneyField
from ui.till.widgets.scan_frame import ScanFrame
from ui.widgets.canvas import watching_cut_texts
from ui.widgets.field import Field
from ui.widgets.key_hint import KeyHint
from ui.widgets.plain_edit import LONGEST_TEXT


@pytest.fixture
def scan(qtbot: QtBot) -> ScanFrame:
    """A scan field that is shown and has the focus."""
    frame = ScanFrame("Scan")
    frame.set_words("Scan, or type", hint=KeyHint("F2", "Find product"))
    frame.resize(808, 56)
    qtbot.addWidget(frame)
    frame.show()
    frame.edit.setFocus()
    return frame


@pytest.fixture
def money(qtbot: QtBot) -> MoneyField:
    """An empty money field that has the focus."""
    field = MoneyField("Received")
    _shown(qtbot, field)
    return field


def test_no_input_method_may_stand_between_a_scanner_and_the_scan_field(scan: ScanFrame) -> None:
    """An input method turned `pAbc0123` into Chinese; only this answer helps."""
    assert scan.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_chinese_can_be_typed_where_a_name_is_asked_for(qtbot: QtBot) -> None:
    """A member's name is Chinese: there the input method must work."""
    field = Field("Name")
    qtbot.addWidget(field)

    assert field.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_enter_says_what_stood_in_the_scan_field_and_empties_it(
    qtbot: QtBot, scan: ScanFrame
) -> None:
    """The next scan may come 50 ms later and must not be glued to this one."""
    entered: list[str] = []
    scan.entered.connect(entered.append)

    qtbot.keyClicks(scan.edit, "6901234567892\r0042\r")

    assert entered == ["6901234567892", "0042"]
    assert scan.edit.text() == ""


def test_a_scan_over_the_limit_is_still_known_to_be_over_it(qtbot: QtBot, scan: ScanFrame) -> None:
    """Cut to the limit it would look like a code; one sign more shows that it is none."""
    scan.edit.insert("9" * 2000)

    assert len(scan.edit.text()) == LONGEST_TEXT + 1


def test_enter_in_an_empty_scan_field_is_said_too(qtbot: QtBot, scan: ScanFrame) -> None:
    """Enter on the empty box means: to the payment."""
    with qtbot.waitSignal(scan.entered) as said:
        qtbot.keyClick(scan.edit, Qt.Key.Key_Return)

    assert said.args == [""]


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("50", 5000), ("0.5", 50), (".05", 5), ("192.64", 19264), ("007", 700), ("", None)],
)
def test_digits_are_yuan_and_a_point_begins_the_fen(
    qtbot: QtBot, money: MoneyField, typed: str, fen: int | None
) -> None:
    """Chinese tills take `50` and Enter for fifty yuan."""
    qtbot.keyClicks(money.edit, typed)

    assert money.fen == fen


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1.234", "1.23"), ("1..2", "1.2"), ("12a3", "123"), ("-5", "5"), ("1234567890", "123456789")],
)
def test_a_key_that_would_make_no_sum_is_as_if_not_pressed(
    qtbot: QtBot, money: MoneyField, typed: str, kept: str
) -> None:
    """A field that could hold anything but a sum would refuse at the worst time."""
    qtbot.keyClicks(money.edit, typed)

    assert money.text() == kept


def test_full_width_digits_are_digits(money: MoneyField) -> None:
    """A Chinese keyboard left in full-width mode must not stop a payment."""
    money.take("５０．５")

    assert money.fen == 5050


def test_implied_decimals_move_in_from_the_right(qtbot: QtBot) -> None:
    """Shops used to western tills type 5000 for fifty yuan."""
    field = MoneyField("Received", implied_decimals=True)
    _shown(qtbot, field)

    qtbot.keyClicks(field.edit, "5000")

    assert (field.text(), field.fen) == ("50.00", 5000)

    field.back()

    assert (field.text(), field.fen) == ("5.00", 500)


def test_the_keypad_and_the_keys_write_into_the_same_sum(qtbot: QtBot, money: MoneyField) -> None:
    """Touch and keys are equals; a hand may change between them."""
    qtbot.keyClicks(money.edit, "2")
    money.take("00")
    money.take("5")
    money.back()

    assert money.fen == 20000

    money.clear()

    assert money.fen is None


@pytest.mark.parametrize(("fen", "text"), [(20000, "200"), (20050, "200.50"), (None, "")])
def test_a_sum_put_in_reads_as_one_would_type_it(
    money: MoneyField, fen: int | None, text: str
) -> None:
    """A quick note fills the field; what follows must be typed on as usual."""
    money.set_fen(fen)

    assert (money.text(), money.fen) == (text, fen)


def test_a_refusal_goes_as_soon_as_the_text_changes(qtbot: QtBot, money: MoneyField) -> None:
    """The sentence is about what was typed, not about what is being typed."""
    money.set_fen(9999900)
    money.refuse("Over the limit")

    assert money.sentence == "Over the limit"

    qtbot.keyClicks(money.edit, "1")

    assert money.sentence == ""


def _shown(qtbot: QtBot, widget: Field) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.edit.setFocus()


_FACTS = {
    "given": "99,999.99",
    "due": "99,999.99",
    "missing": "99,999.99",
    "limit": "50,000.00",
    "most": "99,999.99",
    "unit": "1,000",
    "has": "99,999.99",
    "asked": "99,999.99",
    "kind": "Reward balance",
    "account": "Reward balance",
    "product": "",
}
_AT_PAYMENT = (
    "TenderTooSmall",
    "TenderAboveDue",
    "TenderNeedsMember",
    "TenderAboveLimit",
    "CashAboveLimit",
    "QuoteChanged",
    "RewardTooSmall",
    "NotInUnits",
    "NoShiftOpen",
    "DiskFull",
)
_TOLD_WHOLE = {"CashAboveLimit", "QuoteChanged", "DiskFull"}
"""Those after which it matters what was not done, and what to press."""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("named", _AT_PAYMENT)
def test_a_refusal_stands_whole_below_the_narrowest_money_field(
    qtbot: QtBot, named: str, language: Language
) -> None:
    """Half a sentence at the payment costs the cashier the other half as a guess."""
    field = MoneyField("Received", has_sentence=True)
    qtbot.addWidget(field)
    field.resize(300, 116)
    parts = SENTENCES[named] if named in _TOLD_WHOLE else SENTENCES[named][:1]
    field.refuse(" ".join(Wording(language).text(part, **_FACTS) for part in parts))
    field.show()
    with watching_cut_texts() as cut:
        field.grab()

    assert cut == []

"""Keys that come too fast for fingers are a scan, whichever field has the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.till.hands import KeyPace
from ui.till.scan_filter import ScanFilter, time_of_event

EAN = "6921168520015"
MEMBER = "947" + "1" * 193


class Counter:
    """A window with a field and a button, and the filter over it."""

    def __init__(self, app: QApplication) -> None:
        self.pace = KeyPace()
        self.filter = ScanFilter(app, key_time=self.pace)
        self.scans: list[str] = []
        self.filter.scanned.connect(self.scans.append)
        self.window = QWidget()
        self.field = QLineEdit("before")
        self.button = QPushButton("press")
        self.presses: list[bool] = []
        self.button.clicked.connect(self.presses.append)
        self.button.setDefault(True)
        self.entered: list[str] = []
        self.field.returnPressed.connect(lambda: self.entered.append(self.field.text()))
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.window.show()
        self.field.setFocus()
        QCoreApplication.processEvents()

    def keys(self, text: str, *, apart_ms: int, enter: bool = True) -> None:
        """Send letters so far apart, and Enter."""
        self.pace.ms += 1_000
        for letter in text:
            self.pace.ms += apart_ms
            QTest.keyClick(self.window.windowHandle(), letter)  # type: ignore[call-overload]
        if enter:
            self.pace.ms += apart_ms
            QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Return)


@pytest.fixture
def counter(qapp: QApplication) -> Iterator[Counter]:
    """A fresh window; the filter is taken off again."""
    made = Counter(qapp)
    yield made
    qapp.removeEventFilter(made.filter)
    made.window.close()


@pytest.mark.parametrize("apart_ms", [0, 5, 30, 79])
def test_a_burst_is_a_scan_and_leaves_the_field_as_it_was(counter: Counter, apart_ms: int) -> None:
    """What a person had typed stands there again; the scanner's Enter presses nothing."""
    counter.keys(EAN, apart_ms=apart_ms)

    assert counter.scans == [EAN]
    assert counter.field.text() == "before"
    assert counter.entered == []


def test_typing_is_not_a_scan_and_its_enter_counts(counter: Counter) -> None:
    """A cashier who types a code by hand is not robbed of it."""
    counter.keys(EAN, apart_ms=80)

    assert counter.scans == []
    assert counter.field.text() == f"before{EAN}"
    assert counter.entered == [f"before{EAN}"]


def test_the_enter_of_a_scan_does_not_press_the_button_that_has_the_focus(
    counter: Counter,
) -> None:
    """A dialog confirmed by a scanner is the complaint told most often (till.md 5.3)."""
    counter.button.setFocus()
    counter.keys(EAN, apart_ms=9)
    presses_by_scan = list(counter.presses)

    assert counter.scans == [EAN]
    assert presses_by_scan == []


def test_a_few_quick_keys_on_the_pad_are_still_typed(counter: Counter) -> None:
    """Practised fingers roll over `200` and Enter; that is money, not a code."""
    counter.keys("200", apart_ms=40)

    assert counter.scans == []
    assert counter.entered == ["before200"]


def test_a_member_code_needs_no_enter_and_swallows_one(counter: Counter) -> None:
    """196 digits are whole by themselves; some scanners send Enter and some do not."""
    counter.keys(MEMBER, apart_ms=5, enter=False)
    without = list(counter.scans)
    counter.keys(MEMBER, apart_ms=5)

    assert without == [MEMBER]
    assert counter.scans == [MEMBER, MEMBER]
    assert counter.entered == []
    assert counter.field.text() == "before"


def test_a_pause_ends_a_burst(counter: Counter) -> None:
    """Half a code and a whole one after it must not become one and a half."""
    counter.keys("69211685", apart_ms=9, enter=False)
    counter.keys(EAN, apart_ms=9)

    assert counter.scans == [EAN]


def test_a_scanner_gone_mad_is_cut_short(counter: Counter) -> None:
    """No more than one sign above the limit is kept, so that the reader refuses it."""
    counter.keys("7" * 600, apart_ms=1)

    assert [len(scan) for scan in counter.scans] == [513]


def test_each_key_is_seen_once(counter: Counter) -> None:
    """A key passes window, field and parents; a filter on all would see it thrice."""
    counter.keys("690123", apart_ms=9)

    assert counter.scans == ["690123"]


def test_shortcuts_within_a_burst_are_no_letters(counter: Counter) -> None:
    """Ctrl+L between letters is somebody locking the till."""
    counter.pace.ms += 1_000
    window = counter.window.windowHandle()
    QTest.keyClick(window, "6")  # type: ignore[call-overload]
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Return)

    assert counter.scans == []


def test_a_key_without_a_time_has_the_time_of_its_arrival() -> None:
    """Keys that all came at nought would look like one scan, a PIN included."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_6, Qt.KeyboardModifier.NoModifier, "6")
    untimed = time_of_event(event)
    event.setTimestamp(77)

    assert untimed > 0
    assert time_of_event(event) == 77

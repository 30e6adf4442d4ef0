"""Pictures of the till in every state, made by real keys; nothing on them is cut.

Each state is drawn in both languages, both lights and at both sizes; the pictures that
people look at lie in docs/screens, beside which those of the look may be put.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.clock import StoppedClock
from pos_app.devices.printer import PaperOut, RecordingPrinter
from pos_app.domain.moment import read_instant
from tests.ui.till.hands import Hands, at_the_till
from ui.widgets.canvas import watching_cut_texts

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
NOW = read_instant("2026-11-21T14:32:00+08:00")
DAYS = 12
SMALL, LARGE = QSize(1280, 800), QSize(1920, 1080)
FEWEST_COLOURS = 60

ALSO_DARK = {"sign-in", "bill", "till-member", "payment-split", "paid", "unknown-code", "approval"}
ALSO_ENGLISH = {"till-member", "payment-split", "paid", "unknown-code", "return", "keys"}
ALSO_LARGE = {"till-member", "payment-split", "paid", "search"}

F1, F2, F4, F5, F6 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, 2, 4, 5, 6))
F7, F8, F9, F10, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (7, 8, 9, 10, 11))
ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
CASHIER_PIN, MANAGER_PIN = "260418", "73918264"
CODES = ("6954767413877", "6921168520015", "6954767412573", "6936571951769", "6954767433073")


class Looker(Protocol):
    """Whoever goes through the states of a day looks at each."""

    def take(self, state: str) -> None:
        """Look at this state."""


class Camera:
    """Takes each state in all its looks, and keeps what was cut on any of them."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.cut: dict[str, list[str]] = {}
        self.blank: list[str] = []

    def take(self, state: str) -> None:
        """Draw a state in Chinese, dark, large and English; keep the chosen pictures."""
        self._take(state, keep=True)
        with self._turned(Qt.Key.Key_D):
            self._take(f"{state}-dark", keep=state in ALSO_DARK)
        with self._turned(Qt.Key.Key_L):
            self._take(f"{state}-english", keep=state in ALSO_ENGLISH)
        self._resize(LARGE)
        self._take(f"{state}-1920x1080", keep=state in ALSO_LARGE)
        self._resize(SMALL)

    @contextmanager
    def _turned(self, key: Qt.Key) -> Iterator[None]:
        self._hands.press(key, CONTROL_SHIFT)
        yield
        self._hands.press(key, CONTROL_SHIFT)

    def _resize(self, size: QSize) -> None:
        self._hands.window.resize(size)
        QCoreApplication.processEvents()

    def _take(self, name: str, *, keep: bool) -> None:
        with watching_cut_texts() as cut:
            picture = self._hands.window.grab().toImage()
        if cut:
            self.cut[name] = sorted(set(cut))
        if colours(picture) < FEWEST_COLOURS:
            self.blank.append(name)
        if keep:
            SCREENS.mkdir(parents=True, exist_ok=True)
            picture.save(str(SCREENS / f"till-{name.removeprefix('till-')}.png"))


def colours(picture: QImage) -> int:
    """How many colours a picture has; a blank one has one."""
    step = 5
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
    )


@pytest.fixture
def till(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """The sample shop with some days of trade behind it; its printer remembers."""
    shop = make_sample_shop(tmp_path / "shop", clock=StoppedClock(NOW), days=DAYS)
    shop.printer = RecordingPrinter()
    with at_the_till(qapp, shop) as hands:
        yield hands


def begin(till: Hands, camera: Looker) -> None:
    """From the tile to the first lines of a bill."""
    camera.take("sign-in")
    till.sign_in(person=F4, pin=CASHIER_PIN)
    camera.take("open-shift")
    till.enter("500")
    camera.take("idle")
    for code in CODES:
        till.scan(code)
    till.enter("*6")
    camera.take("bill")


def change_lines(till: Hands, camera: Looker) -> None:
    """What can be done to a bill, and what is asked first."""
    till.scan("6901234567892")
    camera.take("unknown-code")
    till.press(Qt.Key.Key_Insert)
    camera.take("add-product")
    till.press(ESC, times=2)
    till.press(F2)
    till.type("kl")
    camera.take("search")
    till.press(ESC)
    till.press(F1)
    camera.take("keys")
    till.press(ESC)
    till.press(Qt.Key.Key_Delete)
    camera.take("deleted")
    till.press(Qt.Key.Key_Z, CONTROL)
    till.press(F6)
    till.type("6")
    camera.take("discount")
    till.press(ENTER)
    camera.take("approval")
    till.enter(MANAGER_PIN)
    till.press(F7)
    camera.take("price")
    till.press(ESC)
    till.press(ESC)
    camera.take("throw-away")
    till.press(ESC)
    till.press(F4)
    till.press(F5)
    camera.take("held")
    till.press(ENTER)


def meet_member(till: Hands, camera: Looker) -> None:
    """Everything a member may want at the counter."""
    till.press(F9)
    till.type("138")
    camera.take("member-search")
    till.press(ENTER)
    camera.take("till-member")
    for steps, state in enumerate(("leave-queue", "pay-out", "register"), start=1):
        till.press(F9)
        till.press(DOWN, times=steps)
        till.press(ENTER)
        camera.take(state)
        till.press(ESC, times=2)


def pay(till: Hands, camera: Looker) -> None:
    """A payment in two parts, and the change."""
    till.press(ENTER)
    camera.take("payment")
    till.press(F6)
    till.type("200")
    camera.take("payment-split")
    till.press(ENTER)
    camera.take("paid")


def take_back(till: Hands, camera: Looker) -> None:
    """A return, a void, and paper that did not come out."""
    till.press(F8)
    camera.take("find-sale")
    till.press(ENTER)
    till.press(Qt.Key.Key_Plus)
    camera.take("return")
    till.press(Qt.Key.Key_V)
    camera.take("void")
    till.press(ESC, times=2)
    printer = till.window.till.session.shop.printer
    assert isinstance(printer, RecordingPrinter)
    printer.breaks_down = PaperOut(printer="counter")
    till.scan(CODES[0])
    till.press(ENTER)
    till.press(ENTER)
    camera.take("no-paper")
    printer.breaks_down = None


def go_home(till: Hands, camera: Looker) -> None:
    """Drawer, lock, and the end of the shift."""
    till.press(F10)
    camera.take("drawer")
    till.press(ESC)
    till.press(Qt.Key.Key_L, CONTROL)
    camera.take("locked")
    till.enter(CASHIER_PIN)
    till.press(F11)
    camera.take("close-shift")
    till.enter("500")
    camera.take("compared")
    till.press(ENTER)
    camera.take("shift-closed")


def test_every_state_of_the_till_is_drawn_whole(till: Hands) -> None:
    """A text that is cut is a price misread.

    What no picture shows nobody has looked at.
    """
    camera = Camera(till)
    begin(till, camera)
    change_lines(till, camera)
    meet_member(till, camera)
    pay(till, camera)
    take_back(till, camera)
    go_home(till, camera)

    assert camera.cut == {}
    assert camera.blank == []

"""The first screen is there before the shop is: nothing heavy is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.actions.premises.look_first import look_first
from pos_app.clock import StoppedClock
from pos_app.startup import open_shop
from tests import make
from ui.application import Application
from ui.main_window import first_window

ROOT = Path(__file__).resolve().parents[2]
LATER = {
    "sqlalchemy",
    "pos_app.engine.settle",
    "pos_app.storage.schema",
    "ui.application",
    "ui.till.till",
}


def test_the_first_screen_loads_no_records_and_no_till() -> None:
    """SQLAlchemy alone takes longer to load than Qt: it would be waited for twice."""
    told = subprocess.run(
        [sys.executable, "-c", "import sys, ui.entrance; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert LATER & set(told.stdout.split()) == set()


def test_the_first_look_is_what_the_records_say_later(tmp_path: Path) -> None:
    """Another name or colour a moment later would look like another program."""
    folder = make.folder(tmp_path)
    look = look_first(folder)
    shop = open_shop(folder)
    settings = shop.settings
    shop.close()

    assert look is not None
    assert look.settings == settings
    assert [(each.number, each.name) for each in look.people] == [
        (seat.staff, seat.name) for seat in (make.OWNER_SEAT, make.MANAGER_SEAT, make.CASHIER_SEAT)
    ]


@pytest.mark.parametrize("content", [None, b"", b"not a shop"])
def test_what_cannot_be_read_is_left_to_whoever_opens_it(
    tmp_path: Path, content: bytes | None
) -> None:
    """What is wrong with a file is said once, in full, by the window made for it."""
    if content is not None:
        (tmp_path / "shop.sqlite").write_bytes(content)

    assert look_first(tmp_path) is None


def test_a_pin_typed_before_the_shop_is_open_signs_in(qapp: QApplication, tmp_path: Path) -> None:
    """A cashier types at once; letters that are lost are a lock-out in the making."""
    folder = make.folder(tmp_path)
    look = look_first(folder)
    assert look is not None
    window = first_window(qapp, look)
    window.show()
    QCoreApplication.processEvents()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F4)
    for letter in make.CASHIER_PIN:
        QTest.keyClick(window.windowHandle(), letter)  # type: ignore[call-overload]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert not window.is_open
    whole = Application(qapp, open_shop(folder, clock=StoppedClock(make.OPENING)), window=window)
    whole.background.finish()
    QCoreApplication.processEvents()
    seat = window.till.session.seat
    window.close()
    whole.close()

    assert (seat.staff, seat.name) == (make.CASHIER_SEAT.staff, make.CASHIER_SEAT.name)

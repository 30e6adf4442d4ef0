"""Pictures of the bad days: a damaged file, books at risk, a disk that fills up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.actions.due.settle_due import CaughtUp
from pos_app.actions.safekeeping.back_up import leave_backup
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.errors import ShopError
from pos_app.faults import (
    DiskFull,
    FileFromTheFuture,
    ShopAlreadyOpen,
    ShopFileBusy,
    ShopFileDamaged,
    ShopFileUnreachable,
    ShopOnNetworkFolder,
)
from pos_app.shop import Shop
from pos_app.storage.database import FILE_NAME
from tests import make
from tests.actions.books.test_audit_books import tamper
from tests.storage.broken_file import break_page
from tests.ui.test_screenshots_till import FEWEST_COLOURS, SCREENS, Camera, colours
from tests.ui.till.conftest import CASHIER, COLA, OIL, WATER, stock
from tests.ui.till.hands import Hands, at_the_till
from ui.widgets.canvas import watching_cut_texts
from ui.windows.catch_up_window import CatchUpWindow
from ui.windows.trouble_window import TroubleWindow
from ui.wording import Language, LiveWording

HOME = "/srv/shop/pos-till"
MB = 1024 * 1024
AT_THE_START: dict[str, ShopError] = {
    "damaged": ShopFileDamaged(path=HOME, detail="database disk image is malformed"),
    "newer": FileFromTheFuture(path=HOME, found=9, known=1),
    "open-already": ShopAlreadyOpen(folder=HOME, pid=4711),
    "network": ShopOnNetworkFolder(folder="/mnt/office/pos-till/shop", kind="cifs"),
    "full": DiskFull(path=HOME),
    "busy": ShopFileBusy(path=HOME),
    "unreachable": ShopFileUnreachable(path=HOME, detail="SQLITE_CANTOPEN: unable to open file"),
}


def draw(window: QWidget, path: Path) -> tuple[list[str], bool]:
    """Draw a window and keep the picture; what was cut on it, and whether it is blank."""
    window.show()
    QCoreApplication.processEvents()
    with watching_cut_texts() as cut:
        image = window.grab().toImage()
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))
    return cut, colours(image) < FEWEST_COLOURS


@pytest.mark.parametrize("name", AT_THE_START)
def test_why_a_shop_did_not_open_is_drawn_whole(name: str, tmp_path: Path) -> None:
    """It is the first thing anybody sees of a bad day, in both languages."""
    window = TroubleWindow(AT_THE_START[name], tmp_path)
    drawn = draw(window, SCREENS / f"trouble-{name}.png")
    window.close()

    assert drawn == ([], False)


def test_the_way_back_is_drawn_whole_however_long_its_paths_are(tmp_path: Path) -> None:
    """A command that ends in dots cannot be typed."""
    folder = tmp_path / "a folder with a long name" / "and another one in it" / "for the shop"
    folder.parent.mkdir(parents=True)
    shop = make.shop(tmp_path)
    leave_backup(shop)
    shop.close()
    shop.folder.rename(folder)
    (folder / FILE_NAME).write_bytes(b"half a shop")
    window = TroubleWindow(AT_THE_START["damaged"], folder, was_open=True)
    window.show()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F2)
    window.finish()
    # Its paths are of this machine: a picture to look at, not one to keep.
    drawn = draw(window, tmp_path / "kept.png")
    said = window.said[0]
    window.close()

    assert said == "副本已留好 The copy is kept"
    assert drawn == ([], False)


@pytest.mark.parametrize("language", Language)
def test_catching_up_is_drawn_whole(language: Language) -> None:
    """Selling waits for it, so that it must say how far it is."""
    window = CatchUpWindow(words=LiveWording(language))
    now = make.OPENING
    step = CaughtUp(1200, Instant(now - 9 * DAY_MS), Instant(now - 3 * DAY_MS), now)
    window.show_step(step)
    drawn = draw(window, SCREENS / f"catching-up-{language.value}.png")

    assert drawn == ([], False)


@pytest.mark.parametrize("language", Language)
def test_a_long_period_is_drawn_whole_while_it_is_paid(language: Language, tmp_path: Path) -> None:
    """A period over very many lots takes minutes; its payments are what moves."""
    window = CatchUpWindow(words=LiveWording(language))
    now = make.OPENING
    day = Instant(now - 3 * DAY_MS)
    window.show_step(CaughtUp(1200, Instant(now - 9 * DAY_MS), day, now, payments=1_000_465))
    drawn = draw(window, tmp_path / "catching-up.png")

    assert drawn == ([], False)
    assert "1,000,465" in window.said


def sell(till: Hands) -> None:
    """From signing in to a bill of three lines."""
    till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
    till.enter("200")
    for code in (COLA, WATER, OIL):
        till.scan(code)


def look_at_books(till: Hands) -> None:
    """Let the check behind the first paint be done."""
    till.whole.books_check.begin()
    till.whole.books_check.finish()
    till.settle()


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop with goods and a backup from the evening before."""
    made = make.shop(tmp_path, at=Instant(make.OPENING - 11 * 3_600_000))
    stock(made)
    leave_backup(made)
    make.pass_time(made, seconds=14 * 3_600)
    return made


def test_a_disk_that_fills_up_is_drawn_whole(qapp: QApplication, shop: Shop) -> None:
    """Everything that can be wrong at once still has room in the status line."""
    with at_the_till(qapp, shop) as till:
        camera = Camera(till)
        shop.measure_room = lambda: 312 * MB
        sell(till)
        camera.take("disk-short")
        clock = make.clock_of(shop)
        clock.move_to(Instant(clock.now() - 3_600_000))
        shop.measure_room = lambda: 40 * MB
        till.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        till.enter(make.CASHIER_PIN)
        till.press(Qt.Key.Key_Return)
        camera.take("disk-full")

    assert (camera.cut, camera.blank) == ({}, [])


def test_books_at_risk_are_drawn_whole(qapp: QApplication, shop: Shop) -> None:
    """The bar that does not leave must be read at a glance, in either language."""
    with at_the_till(qapp, shop) as till:
        camera = Camera(till)
        sell(till)
        break_page(shop, "member_card")
        look_at_books(till)
        camera.take("file-damaged")

    assert (camera.cut, camera.blank) == ({}, [])


def test_books_that_disagree_are_drawn_whole(qapp: QApplication, shop: Shop) -> None:
    """The account's name stands in the sentence, however long it is."""
    with at_the_till(qapp, shop) as till:
        camera = Camera(till)
        sell(till)
        tamper(shop, "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'")
        look_at_books(till)
        camera.take("books-at-risk")

    assert (camera.cut, camera.blank) == ({}, [])

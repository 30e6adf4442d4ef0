"""Real starts on bad days: what stands on the first window, and which key helps."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.actions.due.settle_due import is_due
from pos_app.actions.safekeeping.back_up import BACKUPS, leave_backup
from pos_app.domain.moment import read_instant
from pos_app.startup import open_shop
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.folder_lock import FolderLock
from pos_app.storage.schema import SCHEMA_VERSION
from tests import make
from tests.actions import at_the_counter as selling
from tests.storage.broken_file import break_closed_file
from tests.ui.starts import Start, copied_text, press, said_by, touch
from ui.application import ALREADY_OPEN, NOT_OPENED
from ui.main_window import MainWindow
from ui.second_start import FirstStart
from ui.windows.catch_up_window import CatchUpWindow
from ui.wording import Language, LiveWording

ROOT = Path(__file__).resolve().parents[2]
LONG_AGO = read_instant("2025-11-21T08:00:00+08:00")
F2, F3, ENTER = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def _the_hook_of_the_tests(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start watches for bugs from then on; the next test must not hear of it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def backed_up(tmp_path: Path) -> Path:
    """The folder of a closed shop that has one backup."""
    shop = make.shop(tmp_path)
    leave_backup(shop)
    shop.close()
    return shop.folder


def test_a_damaged_file_is_told_kept_aside_and_the_way_back_shown(backed_up: Path) -> None:
    """Nobody repairs it in secret: a copy first, then the last backup by name."""
    told: list[tuple[str, ...]] = []
    file = backed_up / FILE_NAME
    file.write_bytes(file.read_bytes()[:3000])
    damaged = file.read_bytes()

    def read_and_keep(window: QWidget) -> None:
        told.append(said_by(window))
        press(window, F2)

    def read_what_was_kept(window: QWidget) -> bool:
        if "副本已留好" not in said_by(window)[0]:
            return False
        told.append(said_by(window))
        press(window, F3)
        return True

    start = Start(backed_up, read_and_keep, read_what_was_kept)
    copy = backed_up / f"damaged-1-{FILE_NAME}"
    (backup,) = (backed_up / BACKUPS).iterdir()

    assert (start.code, start.left_over) == (NOT_OPENED, 0)
    assert told[0][0] == "店铺没有打开 The shop was not opened"
    assert "账本文件损坏" in told[0][1]
    assert told[0][1].endswith("没有改动，也没有修复。先留一份副本。")
    assert told[0][2].endswith("Nothing was changed or repaired. Keep a copy before anything else.")
    assert any(str(copy) in text for text in told[1])
    assert copied_text() in told[1]
    assert f"restore {backup} --replace" in copied_text()
    assert (copy.read_bytes(), file.read_bytes()) == (damaged, damaged)


def test_a_scanners_enter_presses_nothing_on_the_first_window(backed_up: Path) -> None:
    """A till that does not open is scanned at all the same."""
    (backed_up / FILE_NAME).write_bytes(b"half a shop")

    stayed: list[bool] = []

    def scan(window: QWidget) -> bool:
        if QApplication.focusWidget() is not window:
            return False
        press(window, ENTER)
        stayed.append(window.isVisible())
        return True

    start = Start(backed_up, scan)

    assert (start.left_over, stayed) == (0, [True])
    assert list(backed_up.glob("damaged-*")) == []


def test_without_a_backup_the_way_back_says_so(tmp_path: Path) -> None:
    """A command with the name of a file that is not there would be a second blow."""
    folder = make.folder(tmp_path)
    (folder / FILE_NAME).write_bytes(b"half a shop")
    told: list[str] = []

    def keep(window: QWidget) -> None:
        press(window, F2)

    def read(window: QWidget) -> bool:
        told[:] = said_by(window)
        return "副本已留好" in told[0]

    start = Start(folder, keep, read)

    assert start.left_over == 0
    assert any("There is no backup in the shop's folder." in text for text in told)
    assert any(text.endswith("restore FILE --replace") for text in told)


def test_a_file_from_a_newer_version_is_left_alone_and_told(tmp_path: Path) -> None:
    """What this version does not know it would destroy; what helps is named."""
    folder = make.folder(tmp_path)
    with closing(connect(folder / FILE_NAME, "rw")) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = (folder / FILE_NAME).read_bytes()
    told: list[str] = []

    def read(window: QWidget) -> None:
        told[:] = said_by(window)
        press(window, F2)

    start = Start(folder, read)

    assert start.code == NOT_OPENED
    assert told[1] == "账本文件是更新的版本写的。没有打开，也没有改动。装上新版本，再启动。"
    assert told[2] == (
        "A newer version of the program wrote this shop's file. "
        "Nothing was opened or changed. Install the newer version, then start again."
    )
    assert (folder / FILE_NAME).read_bytes() == before
    assert list(folder.glob("damaged-*")) == []


def test_a_folder_that_another_program_has_open_is_told(tmp_path: Path) -> None:
    """A backup program has no window that could be brought forward."""
    folder = make.folder(tmp_path)
    lock = FolderLock.take(folder)
    told: list[str] = []

    def read(window: QWidget) -> None:
        told[:] = said_by(window)

    start = Start(folder, read)
    lock.release()

    assert start.code == NOT_OPENED
    assert told[2] == (
        "The shop is open already on this machine. "
        "Nothing was opened a second time. Go on in the window that is open."
    )


def test_a_network_folder_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a share a commit may be lost or torn without an error (faults.md section 2)."""
    monkeypatch.chdir(tmp_path)
    folder = Path(r"\\server\shop")
    shutil.copytree(make.folder(tmp_path), folder)
    told: list[str] = []

    def read(window: QWidget) -> None:
        told[:] = said_by(window)

    start = Start(folder, read)

    assert start.code == NOT_OPENED
    assert told[1] == (
        r"\\server\shop 在网络共享盘上，账放在那里不安全。"
        "没有打开，也没有改动。把店铺放在本机的文件夹里。"
    )


def test_what_became_due_is_done_before_anybody_can_sell(tmp_path: Path) -> None:
    """The first sale after a holiday counts on books that are up to date."""
    shop = make.shop(tmp_path, at=LONG_AGO)
    seat = selling.open_for_trade(shop, hold_days=1)
    selling.sell(shop, seat, selling.OIL, member=make.member(shop))
    shop.close()
    waits: list[bool] = []

    def look(window: QWidget) -> bool:
        if not isinstance(window, MainWindow):
            return False
        waits.append(is_due(window.till.session.shop))
        return True

    start = Start(shop.folder, look)

    assert (start.code, start.left_over, waits) == (0, 0, [False])


def test_catching_up_says_how_far_it_is(tmp_path: Path) -> None:
    """A minute without a word would look like a hang; nobody may close it away."""
    shop = make.shop(tmp_path)
    seat = selling.open_for_trade(shop, hold_days=1)
    member = make.member(shop)
    for _ in range(60):
        selling.sell(shop, seat, selling.OIL, member=member)
    make.pass_time(shop, days=7)
    window = CatchUpWindow(words=LiveWording(Language.ZH_CN))
    window.show()
    stays = not window.close()
    window.settle(shop)
    said = window.said
    shop.close()

    assert stays
    assert said == "正在补记停业期间到期的奖励 已记 120 笔，到 2026-11-28。补完就可以收款。"
    assert not window.isVisible()


def test_a_damaged_page_is_found_behind_the_first_paint(tmp_path: Path) -> None:
    """The till stops, says what is safe, and leads to the copy and the way back."""
    shop = make.shop(tmp_path)
    leave_backup(shop)
    shop.close()
    break_closed_file(shop.folder / FILE_NAME, "product")
    told: list[tuple[str, ...]] = []

    def sign_in(window: QWidget) -> bool:
        if not isinstance(window, MainWindow) or window.till.session.doubt is None:
            return False
        press(window, Qt.Key.Key_F4)
        touch(window, [*make.CASHIER_PIN, "登录"])
        return True

    def leave(window: QWidget) -> bool:
        assert isinstance(window, MainWindow)
        if not window.till.screen.isVisible():
            return False
        told.append((window.till.screen.bar.accessibleName(),))
        press(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        return True

    def keep(window: QWidget) -> bool:
        if not said_by(window):
            return False
        told.append(said_by(window))
        press(window, F2)
        return True

    def read(window: QWidget) -> bool:
        return "副本已留好" in said_by(window)[0]

    start = Start(shop.folder, sign_in, leave, keep, read)

    assert (start.code, start.left_over) == (NOT_OPENED, 0)
    assert told[0][0].startswith("11-21 周六 08:00 的备份完好；账本文件损坏。")
    assert told[1][0] == "收银台已关闭 The till was closed"
    assert (shop.folder / f"damaged-1-{FILE_NAME}").exists()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_second_start_in_another_process_raises_the_first_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Whoever clicks the icon twice wants the till, not two of them."""
    folder = make.folder(tmp_path)
    shop = open_shop(folder)
    window = QWidget()
    first = FirstStart(folder, window)
    window.showMinimized()
    second = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--folder", str(folder)], check=False, timeout=120
    )
    QCoreApplication.processEvents()
    raised = not window.isMinimized()
    first.close()
    window.close()
    shop.close()

    assert second.returncode == ALREADY_OPEN
    assert raised

"""Disk, clock and backup as a cashier meets them: a word in time."""

from PySide6.QtCore import Qt

from pos_app.actions.safekeeping.back_up import leave_backup
from pos_app.actions.safekeeping.try_backup_weekly import try_backup_weekly
from pos_app.actions.selling.list_sales import list_sales
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.shift import Shift
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.room_left import FEW_BYTES, TOO_FEW_BYTES
from tests import make
from tests.storage.disk_fault import write_much
from tests.ui.till.conftest import COLA, WATER
from tests.ui.till.hands import Hands
from ui.widgets.status_line import StatusMark, Tone

ENTER, ESC, F4, F5 = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F5)
CONTROL = Qt.KeyboardModifier.ControlModifier
HOUR_MS = 3_600_000
MB = 1024 * 1024


def look_again(till: Hands) -> None:
    """Lock and unlock: the till looks at its machine whenever somebody sits down."""
    till.press(Qt.Key.Key_L, CONTROL)
    till.enter(make.CASHIER_PIN)


def marks_of(till: Hands, *tones: Tone) -> list[str]:
    """What stands in the status line in these colours."""
    marks: tuple[StatusMark, ...] = till.window.till.screen.status.marks
    return [mark.text for mark in marks if mark.tone in tones]


def alarms(till: Hands) -> list[str]:
    """What is wrong, or wants to be looked at."""
    return marks_of(till, Tone.ATTENTION, Tone.WRONG)


def test_a_sound_machine_has_no_colour(till: Hands, shop: Shop) -> None:
    """Good is grey: a line that always warns is read by nobody."""
    shop.measure_room = lambda: FEW_BYTES
    look_again(till)

    assert alarms(till) == []


def test_little_room_is_told_while_selling_goes_on(till: Hands, shop: Shop) -> None:
    """There is a day left to make room: nobody at the counter is stopped for it."""
    shop.measure_room = lambda: 312 * MB
    look_again(till)
    till.scan(COLA)
    till.press(ENTER, times=2)

    assert marks_of(till, Tone.ATTENTION) == ["磁盘剩 312 MB"]
    assert [each.number for each in list_sales(shop)] == [1]


def test_a_log_that_cannot_be_folded_in_is_told(till: Hands, shop: Shop) -> None:
    """Somebody reads on and on; a restart ends it before the disk is full."""
    with shop.storage.read() as slow:
        slow.book.last_number(Entry)
        write_much(shop.storage)
        look_again(till)
        told = alarms(till)

    assert told == ["日志已 70 MB：请重新启动收银"]


def test_without_room_no_money_is_asked_for(till: Hands, shop: Shop) -> None:
    """The sentence comes before the payment; the bill is there, and Enter tries again."""
    till.scan(COLA)
    shop.measure_room = lambda: 40 * MB
    look_again(till)
    till.press(ENTER)
    told = till.bar()
    panel = till.window.till.screen.panel
    wrong = marks_of(till, Tone.WRONG)
    shop.measure_room = lambda: TOO_FEW_BYTES
    till.press(ENTER)
    till.press(ENTER)

    assert told.startswith("磁盘已满。 这一单没有入账，账单还在。腾出空间后按 Enter 再试。")
    assert panel is None
    assert wrong == ["停止收款：磁盘只剩 40 MB"]
    assert [each.number for each in list_sales(shop)] == [1]


def test_a_disk_that_fills_up_during_the_payment_books_nothing(till: Hands, shop: Shop) -> None:
    """The last fifty megabytes are for closing the shift, whoever comes first."""
    till.scan(COLA)
    till.press(ENTER)
    shop.measure_room = lambda: TOO_FEW_BYTES - 1
    till.press(ENTER)
    told = till.descriptions()
    booked = list_sales(shop)

    assert any("磁盘已满" in each for each in told)
    assert booked == ()
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_the_shift_is_closed_on_a_full_disk(till: Hands, shop: Shop) -> None:
    """What was taken is counted the same evening; the ballast goes for it."""
    till.whole.books_check.begin()
    till.whole.books_check.finish()
    shop.measure_room = lambda: TOO_FEW_BYTES - 1
    till.press(Qt.Key.Key_F11)
    till.enter("200")
    till.press(ENTER)

    with shop.storage.read() as seen:
        shift = seen.get(Shift, 1)

    assert shift is not None
    assert shift.z_number == 1
    assert not (shop.folder / "ballast.bin").exists()


def test_a_clock_set_back_is_told_and_sales_go_on(till: Hands, shop: Shop) -> None:
    """Sales are dated as the last entry until the clock has caught up (rulebook 1.3)."""
    till.scan(COLA)
    till.press(ENTER, times=2)
    clock = make.clock_of(shop)
    clock.move_to(Instant(clock.now() - 2 * HOUR_MS))
    look_again(till)
    till.scan(WATER)
    till.press(ENTER, times=2)
    second, first = list_sales(shop)
    told = alarms(till)
    clock.move_to(Instant(clock.now() + 2 * HOUR_MS))
    look_again(till)

    assert told == ["11-21 周六 06:00，时钟被拨回"]
    assert (first.number, second.number, second.at) == (1, 2, first.at)
    assert alarms(till) == []


def test_the_backups_age_turns_amber_after_a_day(till: Hands, shop: Shop) -> None:
    """Each closed shift makes one: older than a day means that something is off."""
    leave_backup(shop)
    clock = make.clock_of(shop)
    made = clock.now()
    told = []
    for later in (12 * 60_000, DAY_MS, DAY_MS + 1):
        clock.move_to(Instant(made + later))
        look_again(till)
        old = [mark for mark in alarms(till) if "备份" in mark]
        told.append((marks_of(till, Tone.GOOD)[-1], old))

    assert told[0] == ("备份 12 分钟前", [])
    assert told[1] == ("备份 24 小时前", [])
    assert told[2][1] == ["备份 24 小时前"]


def test_a_backup_that_does_not_open_is_told(till: Hands, shop: Shop) -> None:
    """It is worth nothing, and whoever sits here can tell the owner today."""
    leave_backup(shop)
    (made,) = (shop.folder / "backups").iterdir()
    made.write_bytes(made.read_bytes()[:-500])
    try_backup_weekly(shop)
    look_again(till)

    assert marks_of(till, Tone.WRONG) == ["备份打不开"]


def test_a_backup_that_was_not_made_is_told(till: Hands, shop: Shop) -> None:
    """The shift was closed all the same; somebody should look before the next one."""
    leave_backup(shop)
    backups = shop.folder / "backups"
    for each in backups.iterdir():
        each.unlink()
    backups.rmdir()
    backups.write_text("no folder", "utf-8")
    make.pass_time(shop, seconds=60)
    leave_backup(shop)
    look_again(till)

    assert alarms(till) == ["备份没做成"]

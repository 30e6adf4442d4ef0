"""A disk that lies or fills up: what is noticed, kept aside, refused, and how.

check_books, keep_damaged_file, look_at_machine, keep_room.
"""

from __future__ import annotations

import pytest

from pos_app.actions.premises.keep_room import keep_room, refuse_without_room
from pos_app.actions.premises.look_at_machine import CLOCK_BACK_MS, Machine, look_at_machine
from pos_app.actions.safekeeping.back_up import BACKUPS
from pos_app.actions.safekeeping.check_books import check_books
from pos_app.actions.safekeeping.keep_damaged_file import KeptAside, keep_damaged_file
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.faults import (
    BooksDisagree,
    DiskFull,
    JournalBroken,
    ShopAlreadyOpen,
    ShopFileDamaged,
)
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.connections import LARGEST_LOG_BYTES
from pos_app.storage.database import FILE_NAME
from pos_app.storage.room_left import BALLAST_NAME, FEW_BYTES, TOO_FEW_BYTES, log_bytes
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.books.test_audit_books import tamper
from tests.storage.broken_file import break_page
from tests.storage.disk_fault import failing_disk, write_much


def test_sound_books_are_passed_without_a_word(shop: Shop) -> None:
    """The check runs behind every start; it may not cry wolf."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.COLA, selling.OIL)
    check_books(shop)

    assert [each.number for each in list_sales(shop)] == [1]


def test_a_page_that_is_not_what_was_written_is_a_damaged_file(shop: Shop) -> None:
    """A disk may lie in a page that nobody has read for a year."""
    selling.open_for_trade(shop)
    break_page(shop, "product")
    with pytest.raises(ShopFileDamaged):
        check_books(shop)


def test_a_balance_that_does_not_fit_is_named(shop: Shop) -> None:
    """The owner hears which account, not that something is wrong."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.COLA)
    tamper(shop, "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'")
    with pytest.raises(BooksDisagree) as caught:
        check_books(shop)

    assert caught.value.account == "drawer:1"


def test_a_changed_entry_says_up_to_where_the_journal_is_sound(shop: Shop) -> None:
    """What is safe comes first (look.md section 6)."""
    selling.open_for_trade(shop)
    tamper(
        shop,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET body = CAST(replace(CAST(body AS TEXT), '周满', '周全') AS BLOB)"
        " WHERE number = 3",
    )
    with pytest.raises(JournalBroken) as caught:
        check_books(shop)

    assert (caught.value.before, caught.value.entry) == (2, 3)


def test_a_damaged_file_is_kept_beside_itself_with_the_way_back(shop: Shop) -> None:
    """The copy is for somebody who can get sales out of half a file."""
    seat = selling.open_for_trade(shop)
    close_shift(shop, seat, counted=Fen(0))
    shop.close()
    file = shop.folder / FILE_NAME
    file.write_bytes(file.read_bytes()[:5000])
    kept = keep_damaged_file(shop.folder)
    (backup,) = (shop.folder / BACKUPS).iterdir()

    assert kept == KeptAside(shop.folder / f"damaged-1-{FILE_NAME}", backup)
    assert kept.copy.read_bytes() == file.read_bytes()


def test_the_file_of_an_open_shop_is_not_copied(shop: Shop) -> None:
    """A copy of a file that is being written to is a third kind of damage."""
    with pytest.raises(ShopAlreadyOpen):
        keep_damaged_file(shop.folder)

    assert list(shop.folder.glob("damaged-*")) == []


def test_a_sound_machine_has_nothing_to_say(shop: Shop) -> None:
    """Good is grey; only what is wrong has a colour."""
    shop.measure_room = lambda: FEW_BYTES
    found = look_at_machine(shop)

    assert found == Machine(
        room=FEW_BYTES,
        room_is_short=False,
        sells_no_more=False,
        log=log_bytes(shop.storage.path),
        log_is_long=False,
        is_behind=False,
        shares_one_connection=False,
    )


def test_a_disk_that_fills_up_is_told_before_it_is_full(shop: Shop) -> None:
    """Below 500 MB somebody should make room; below 50 MB the rest is for closing."""
    shop.measure_room = lambda: FEW_BYTES - 1
    short = look_at_machine(shop)
    shop.measure_room = lambda: TOO_FEW_BYTES - 1
    full = look_at_machine(shop)

    assert (short.room_is_short, short.sells_no_more) == (True, False)
    assert (full.room_is_short, full.sells_no_more) == (True, True)


def test_a_clock_that_was_set_back_is_noticed(shop: Shop) -> None:
    """Two minutes are a clock put right; more is a clock not to be believed."""
    now = shop.clock.now()
    found = []
    for back in (CLOCK_BACK_MS, CLOCK_BACK_MS + 1):
        make.clock_of(shop).move_to(Instant(now - back))
        found.append(look_at_machine(shop).is_behind)

    assert found == [False, True]


def test_a_slow_reader_lets_the_log_grow_is_told_of_and_stops_no_sale(shop: Shop) -> None:
    """An export that never ends would fill the disk, one commit after the other."""
    seat = selling.open_for_trade(shop)
    with shop.storage.read() as slow:
        entries_seen = slow.book.last_number(Entry)
        write_much(shop.storage)
        selling.sell(shop, seat, selling.COLA)
        told = look_at_machine(shop)
        still_sees = slow.book.last_number(Entry)

    assert (told.log_is_long, told.log // 1_000_000 >= 70) == (True, True)
    assert still_sees == entries_seen
    assert [each.number for each in list_sales(shop)] == [1]


def test_a_log_is_cut_back_once_nobody_reads_any_more(shop: Shop) -> None:
    """The next commits fold it in by themselves; the alarm ends without a restart."""
    seat = selling.open_for_trade(shop)
    with shop.storage.read() as slow:
        # Nothing holds the log before the first row is read.
        slow.book.last_number(Entry)
        write_much(shop.storage)
    for _ in range(2):
        selling.sell(shop, seat, selling.COLA)
    told = look_at_machine(shop)

    assert (told.log_is_long, told.log) == (False, LARGEST_LOG_BYTES)


def test_a_new_sale_is_refused_on_the_last_fifty_megabytes(shop: Shop) -> None:
    """What is left must be enough to close the day; nothing half-written is left."""
    seat = selling.open_for_trade(shop)
    draft = selling.draft(shop, selling.basket(shop, selling.COLA))
    shop.measure_room = lambda: TOO_FEW_BYTES - 1
    with pytest.raises(DiskFull):
        complete_sale(shop, seat, draft)
    shop.measure_room = lambda: TOO_FEW_BYTES
    refuse_without_room(shop)
    done = complete_sale(shop, seat, draft)

    assert done.sale.number == 1


def test_the_ballast_goes_overboard_when_a_shift_is_closed_on_a_full_disk(shop: Shop) -> None:
    """Closing always works; thirty-two megabytes are enough for it and a backup."""
    seat = make.seat_with_shift(shop)
    taken = keep_room(shop)
    shop.measure_room = lambda: TOO_FEW_BYTES - 1
    report = close_shift(shop, seat, counted=Fen(20_000))

    assert taken
    assert report.z_number == 1
    assert not (shop.folder / BALLAST_NAME).exists()


def test_the_ballast_stays_while_there_is_room(shop: Shop) -> None:
    """It is for the bad day, and no day begins as one."""
    seat = make.seat_with_shift(shop)
    keep_room(shop)
    close_shift(shop, seat, counted=Fen(20_000))

    assert (shop.folder / BALLAST_NAME).exists()


def test_a_full_disk_is_told_when_there_is_no_ballast_left(shop: Shop) -> None:
    """Somebody else has filled the disk to the last byte: the shift stays open."""
    seat = make.seat_with_shift(shop)
    with failing_disk(shop.storage.path, "/dev/full"), pytest.raises(DiskFull):
        close_shift(shop, seat, counted=Fen(20_000))
    report = close_shift(shop, seat, counted=Fen(20_000))

    assert report.z_number == 1

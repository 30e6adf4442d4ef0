"""A journal cut off at its end is noticed by what lies beside it: known_ends."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace

import pytest

from pos_app.actions.premises.make_shop import ShopSetup, make_shop
from pos_app.actions.safekeeping.back_up import BACKUPS, leave_backup
from pos_app.actions.safekeeping.backup_file import LABEL
from pos_app.actions.safekeeping.check_books import doubt_of
from pos_app.actions.safekeeping.known_ends import audit_end
from pos_app.actions.safekeeping.restore_shop import restore_shop
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.open_drawer import open_drawer
from pos_app.clock import StoppedClock
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.errors import Fault
from pos_app.faults import JournalBroken, JournalCutOff
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER
from pos_app.storage.end_mark import MARK_NAME
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.backups import code


def last_of(shop: Shop) -> int:
    """The number of the journal's last entry."""
    with shop.storage.read() as seen:
        return seen.book.last_number(Entry)


def traded(shop: Shop) -> int:
    """Open for trade and sell once; return the last entry before that sale."""
    seat = selling.open_for_trade(shop)
    before = last_of(shop)
    selling.sell(shop, seat, selling.COLA)
    return before


def cut_off(shop: Shop, *, after: int) -> None:
    """Take the end of a closed shop's journal out by hand; the chain has no gap."""
    connection = DRIVER.module.connect(str(shop.folder / FILE_NAME), isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TRIGGER journal_entry_no_delete")
    connection.execute("DELETE FROM journal_entry WHERE number > ?", (after,))
    connection.close()


def doubt_at_start(shop: Shop) -> Fault | None:
    """What a start of the till has against the books."""
    again = open_shop(shop.folder, clock=shop.clock)
    again.close()
    return doubt_of(again.findings)


def ends_that_verify_names(shop: Shop) -> list[tuple[str, str]]:
    """Which entries verify misses at the end, and in which column."""
    again = open_shop(shop.folder, clock=shop.clock)
    found = verify_books(again.storage)
    again.close()
    return [(each.row, each.column) for each in found if each.table == Entry.TABLE]


def test_a_journal_that_has_its_end_is_passed_without_a_word(shop: Shop) -> None:
    """The comparison runs at each start; it may not cry wolf."""
    traded(shop)
    leave_backup(shop)

    assert audit_end(shop) == ()
    assert verify_books(shop.storage) == []


def test_the_last_sale_taken_out_by_hand_is_noticed(shop: Shop) -> None:
    """A chain proves nothing about its end; the note beside the file does."""
    before = traded(shop)
    last = last_of(shop)
    shop.close()
    cut_off(shop, after=before)
    doubt = doubt_at_start(shop)

    assert isinstance(doubt, JournalCutOff)
    assert doubt.last == before
    assert ends_that_verify_names(shop) == [(str(last), "")]


def test_an_old_copy_in_the_files_place_is_noticed(shop: Shop) -> None:
    """It fits in itself to the last hash; only it is not where the shop was."""
    before = traded(shop)
    shop.close()
    shutil.copy(shop.folder / FILE_NAME, shop.folder / "old")
    again = open_shop(shop.folder, clock=shop.clock)
    seat = replace(make.CASHIER_SEAT, shift=1)
    selling.sell(again, seat, selling.OIL)
    again.close()
    shutil.move(shop.folder / "old", shop.folder / FILE_NAME)
    doubt = doubt_at_start(shop)

    assert isinstance(doubt, JournalCutOff)
    assert doubt.last > before


def test_a_backup_knows_the_end_where_the_note_is_gone_too(shop: Shop) -> None:
    """Who cleans up behind himself forgets one of the places."""
    before = traded(shop)
    leave_backup(shop)
    last = last_of(shop)
    shop.close()
    cut_off(shop, after=before)
    (shop.folder / MARK_NAME).unlink()

    assert isinstance(doubt_at_start(shop), JournalCutOff)
    assert ends_that_verify_names(shop) == [(str(last), "")]


def test_the_last_close_of_a_shift_knows_an_end_by_itself(shop: Shop) -> None:
    """With folder and note swept, a whole shift cannot be taken out unseen."""
    before = traded(shop)
    seat = replace(make.CASHIER_SEAT, shift=1)
    close_shift(shop, seat, counted=Fen(20_300), with_backup=False)
    last = last_of(shop)
    shop.close()
    cut_off(shop, after=before)
    (shop.folder / MARK_NAME).unlink()

    assert doubt_at_start(shop) is not None
    assert ends_that_verify_names(shop) == [(str(last), "")]


def test_other_trade_in_the_place_of_what_was_cut_off_is_noticed(shop: Shop) -> None:
    """The numbers are all there again, but the entry is not the one that was written."""
    before = traded(shop)
    shop.close()
    cut_off(shop, after=before)
    again = open_shop(shop.folder, clock=shop.clock)
    for number in range(5):
        open_drawer(again, replace(make.CASHIER_SEAT, shift=1), reason=f"换零钱 {number}")
    again.close()
    doubt = doubt_at_start(shop)

    assert isinstance(doubt, JournalBroken)
    assert doubt.entry > before


def test_an_older_backup_may_be_restored_beside_newer_ones(shop: Shop) -> None:
    """The owner goes back behind a bad day on purpose; the shop opens without a word."""
    traded(shop)
    leave_backup(shop)
    (older,) = (shop.folder / BACKUPS).iterdir()
    make.pass_time(shop, seconds=3600)
    selling.sell(shop, replace(make.CASHIER_SEAT, shift=1), selling.OIL)
    leave_backup(shop)
    shop.close()
    make.pass_time(shop, seconds=3600)
    restore_shop(older, shop.folder, recovery_code=code(), clock=shop.clock, replace=True)
    again = open_shop(shop.folder, clock=shop.clock)
    sales = [each.number for each in list_sales(again)]
    again.close()

    assert (again.findings, sales) == ((), [1])
    assert ends_that_verify_names(shop) == []


def test_another_shops_backup_in_the_folder_says_nothing_of_this_one(
    shop: Shop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Owners of two tills keep both backups where there is room."""
    setup = ShopSetup(name="隔壁小店", owner_name="吴琼", owner_pin="pear-31-star")
    clock = StoppedClock(Instant(make.OPENING + 1))
    other = make_shop(tmp_path_factory.mktemp("other"), setup, clock=clock).shop
    seat = make.seat_with_shift(other)
    for _ in range(last_of(shop)):
        open_drawer(other, seat, reason="换零钱")
    leave_backup(other)
    other.close()
    shutil.copytree(other.folder / BACKUPS, shop.folder / BACKUPS)

    assert audit_end(shop) == ()


@pytest.mark.parametrize(
    "text", [b"", b"\x00" * 86, b"12 zz\n", b"12\n", b"\xff\xfe", b"9" * 20 + b" 00"]
)
def test_a_note_that_cannot_be_read_is_none(shop: Shop, text: bytes) -> None:
    """A power cut may leave half a note; that is no reason to stop a shop."""
    before = traded(shop)
    shop.close()
    (shop.folder / MARK_NAME).write_bytes(text)
    doubt = doubt_at_start(shop)
    cut_off(shop, after=before)

    assert (doubt, doubt_at_start(shop)) == (None, None)


def test_a_label_with_an_impossible_number_is_no_witness(shop: Shop) -> None:
    """It lies open in the backup: whoever can write there must not stop the shop."""
    traded(shop)
    leave_backup(shop)
    (made,) = (shop.folder / BACKUPS).iterdir()
    with zipfile.ZipFile(made) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    label = json.loads(parts[LABEL]) | {"entry": 10**30}
    with zipfile.ZipFile(made, "w") as whole:
        for name, part in (parts | {LABEL: json.dumps(label).encode()}).items():
            whole.writestr(name, part)

    assert audit_end(shop) == ()


def test_a_note_that_cannot_be_written_stops_no_sale(shop: Shop) -> None:
    """The books are what counts; the note is a witness."""
    shop.storage.close()
    (shop.folder / MARK_NAME).unlink(missing_ok=True)
    (shop.folder / MARK_NAME).mkdir()
    again = open_shop(shop.folder, clock=shop.clock)
    traded(again)
    sales = [each.number for each in list_sales(again)]
    again.close()

    assert sales == [1]

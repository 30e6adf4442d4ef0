"""A backup is opened before it is needed: try_backup, try_backup_weekly."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.back_up import BACKUPS, leave_backup, newest_backup_in
from pos_app.actions.safekeeping.backup_file import BackupEnds, write_backup
from pos_app.actions.safekeeping.office_status import office_status
from pos_app.actions.safekeeping.try_backup import try_backup
from pos_app.actions.safekeeping.try_backup_weekly import try_backup_weekly
from pos_app.devices.key_store import BACKUP_KEY
from pos_app.domain.moment import Instant
from pos_app.faults import BackupUseless
from pos_app.shop import Shop
from pos_app.storage.connections import connect
from pos_app.storage.record_copies import copy_records, ends_of
from pos_app.storage.room_left import FEW_BYTES
from tests import make
from tests.actions import at_the_counter as selling

WEEK_SECONDS = 7 * 86_400


def traded(shop: Shop) -> None:
    """Sell something and leave a backup of it."""
    selling.sell(shop, selling.open_for_trade(shop), selling.COLA)
    leave_backup(shop)


def spoil_newest(shop: Shop) -> None:
    """Let some bytes in the middle of the newest backup rot."""
    newest = newest_backup_in(shop.folder)
    assert newest is not None
    whole = bytearray(newest.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    newest.write_bytes(whole)


def put_away(shop: Shop, target: Path, *statements: str) -> None:
    """Write a backup of records that were changed, sealed as every other."""
    records = target.with_suffix(".records")
    copy_records(shop.storage, records)
    with closing(connect(records, "rw")) as changed:
        for statement in statements:
            changed.execute(statement)
        changed.execute("PRAGMA journal_mode = DELETE")
    write_backup(
        target,
        records=records,
        secrets=b"",
        key=shop.keys.read(BACKUP_KEY),
        shop=make.SHOP_NAME,
        made_at=shop.clock.now(),
        version="1",
        ends=BackupEnds(*ends_of(records)),
    )


def test_the_till_tries_its_newest_backup_once_a_week(shop: Shop) -> None:
    """A backup that nobody ever opened is a hope; nobody remembers to try it."""
    traded(shop)
    found = [try_backup_weekly(shop), try_backup_weekly(shop)]
    make.pass_time(shop, seconds=WEEK_SECONDS - 1)
    found.append(try_backup_weekly(shop))
    make.pass_time(shop, seconds=1)
    found.append(try_backup_weekly(shop))

    assert found == [True, False, False, True]
    assert office_status(shop).tried_at == shop.clock.now()
    assert list(shop.folder.glob(".pos-*")) == []


def test_that_the_code_opens_it_is_not_claimed(shop: Shop) -> None:
    """The paper with the code may be lost: only a person who types it can know."""
    traded(shop)
    try_backup_weekly(shop)

    assert office_status(shop).drill_at is None


def test_a_backup_that_rotted_is_told_until_one_opens(shop: Shop) -> None:
    """The owner sees it in the week it happens, not on the day the machine is stolen."""
    traded(shop)
    spoil_newest(shop)
    opened = try_backup_weekly(shop)
    told = office_status(shop)
    make.pass_time(shop, seconds=3600)
    leave_backup(shop)
    again = try_backup_weekly(shop)

    assert (opened, told.trial_fault, told.tried_at) == (False, "BackupUseless", None)
    assert (again, office_status(shop).trial_fault) == (True, "")


def test_a_clock_set_back_does_not_put_it_off(shop: Shop) -> None:
    """A flat battery in January must not end the tries until next January."""
    traded(shop)
    try_backup_weekly(shop)
    make.clock_of(shop).set_to(Instant(make.OPENING - 1))

    assert try_backup_weekly(shop)


def test_nothing_is_tried_where_room_is_short_or_nothing_there(shop: Shop) -> None:
    """The last room belongs to closing the day."""
    without_backup = try_backup_weekly(shop)
    traded(shop)
    shop.measure_room = lambda: FEW_BYTES - 1

    assert (without_backup, try_backup_weekly(shop)) == (False, False)
    assert len(list((shop.folder / BACKUPS).iterdir())) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'",
        "UPDATE account SET balance = balance + 100 WHERE name LIKE 'sales%'",
    ],
)
def test_a_backup_whose_books_disagree_does_not_count(
    shop: Shop, tmp_path: Path, change: str
) -> None:
    """Every page and the whole chain may be sound, and the drawer still be wrong."""
    traded(shop)
    target = tmp_path / "changed.posbackup"
    put_away(shop, target, change)
    with pytest.raises(BackupUseless):
        try_backup(shop, target, key=shop.keys.read(BACKUP_KEY), errand="trial")

    assert list(shop.folder.glob(".pos-*")) == []

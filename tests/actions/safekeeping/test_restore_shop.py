"""restore_shop: a shop made anew from a backup, or nothing changed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.premises.make_shop import ShopSetup, make_shop
from pos_app.actions.safekeeping.back_up import back_up
from pos_app.actions.safekeeping.backup_file import (
    RECORDS,
    read_label,
    unpack_records,
)
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import KEY_FILE
from pos_app.devices.recovery_code import RecoveryCodeMistyped, RecoveryCodeWrong, new_recovery_code
from pos_app.domain.refusals.folder import BackupMissing, ShopIsHere
from pos_app.faults import BackupUseless, FileFromTheFuture, ShopAlreadyOpen
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.end_mark import MARK_NAME
from tests import make
from tests.actions.backups import (
    ELSEWHERE,
    code,
    key_of,
    restore,
    sealed_for,
    spoilt,
    told_by,
    traded,
)


def test_a_backup_makes_the_shop_anew_elsewhere(shop: Shop, tmp_path: Path) -> None:
    """Stolen till, new machine: the printed code and the backup bring everything back."""
    backup = traded(shop)
    digits = issue_card(shop, make.CASHIER_SEAT, member=1)
    back_up(shop, backup)
    folder = tmp_path / "elsewhere" / "shop"

    restore(backup, folder)

    again = open_shop(folder, clock=ELSEWHERE)
    assert verify_books(again.storage) == []
    assert sign_in(again, 3, pin=make.CASHIER_PIN).name == "林小梅"
    assert read_member_code(again, digits) == 1
    with again.storage.read() as seen:
        last = list(seen.book.records(Entry))[-2]
    again.close()
    told = json.loads(last.body)
    assert (last.kind, last.staff) == ("shop_restored", 0)
    assert told["fact"] == {"backup_made_at": "2026-11-21T08:00:00.000+08:00"}


def test_selling_goes_on_after_a_restore(shop: Shop, tmp_path: Path) -> None:
    """A restored shop is a shop, not a museum."""
    backup = traded(shop)
    folder = tmp_path / "elsewhere"
    restore(backup, folder)

    again = open_shop(folder, clock=ELSEWHERE)
    seat = replace(make.CASHIER_SEAT, shift=1)
    line = replace(make.line(500), sku="6954767412573", name="可口可乐 500ml")
    done = complete_sale(again, seat, make.draft(again, line, tenders=(make.cash(500),)))
    findings = verify_books(again.storage)
    again.close()

    assert (done.sale.number, findings) == (2, [])


def test_a_wrong_code_is_refused_by_name_and_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    """Whoever finds the stick has the file; without the paper it must stay shut."""
    backup = traded(shop)
    folder = tmp_path / "elsewhere"

    with pytest.raises(RecoveryCodeWrong):
        restore(backup, folder, typed=new_recovery_code())
    with pytest.raises(RecoveryCodeMistyped):
        restore(backup, folder, typed=code()[:-1] + ("2" if code()[-1] != "2" else "3"))

    assert not folder.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shop", "shop.posbackup"]


def test_a_code_may_be_typed_as_people_type(shop: Shop, tmp_path: Path) -> None:
    """Small letters and spaces are no reason to lose a shop."""
    backup = traded(shop)
    folder = tmp_path / "elsewhere"

    restore(backup, folder, typed=code().lower().replace("-", " "))

    assert (folder / FILE_NAME).exists()


def test_a_folder_with_a_shop_is_not_overwritten_unasked(shop: Shop, tmp_path: Path) -> None:
    """An old backup over today's sales would be the worst of all accidents."""
    backup = traded(shop)
    with pytest.raises(ShopIsHere):
        restore(backup, shop.folder)
    with pytest.raises(ShopAlreadyOpen):
        restore(backup, shop.folder, replace_it=True)

    assert verify_books(shop.storage) == []


def test_what_was_there_is_set_aside_and_kept(tmp_path: Path) -> None:
    """Even a damaged file may hold the sales of the last hour."""
    shop = make.shop(tmp_path)
    backup = traded(shop)
    shop.close()
    restore(backup, shop.folder, replace_it=True)

    kept = sorted(path.name for path in shop.folder.iterdir())

    assert kept == [
        f"before-20261121-090000-{FILE_NAME}",
        KEY_FILE,
        MARK_NAME,
        "shop.lock",
        FILE_NAME,
    ]


def test_a_damaged_shop_is_set_aside_with_its_log(tmp_path: Path) -> None:
    """Its log beside the restored file would be taken for the new one's, and spoil it."""
    shop = make.shop(tmp_path)
    backup = traded(shop)
    shop.close()
    file = shop.folder / FILE_NAME
    file.write_bytes(b"half a shop")
    file.with_name(f"{FILE_NAME}-wal").write_bytes(b"the last sale")
    restore(backup, shop.folder, replace_it=True)
    again = open_shop(shop.folder, clock=ELSEWHERE)
    findings = verify_books(again.storage)
    again.close()
    aside = shop.folder / f"before-20261121-090000-{FILE_NAME}"

    assert aside.read_bytes() == b"half a shop"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"the last sale"
    assert findings == []


@pytest.mark.parametrize(
    "members",
    [
        {"records": b"SQLite format 3\x00 but no more"},
        {"label": b"{}"},
        {"label": b"not json"},
        {"label": b'{"format": 2}'},
        {"../shop.sqlite": b"path traversal"},
        {"label": b"[" * 10_000},
        {"secrets": b"x" * 70_000},
    ],
)
def test_a_spoilt_backup_is_refused_whole(
    shop: Shop, tmp_path: Path, members: dict[str, bytes]
) -> None:
    """A backup that is not sound must say so before anything is replaced."""
    backup = spoilt(traded(shop), **members)
    folder = tmp_path / "elsewhere"

    with pytest.raises(BackupUseless):
        restore(backup, folder)

    assert not (folder / FILE_NAME).exists()


def test_a_bomb_is_stopped_while_it_unpacks(shop: Shop, tmp_path: Path) -> None:
    """Even sealed with the right key: what comes out is counted (faults.md, zip bomb)."""
    backup = traded(shop)
    bomb = spoilt(backup, records=sealed_for(shop, bytes(150_000_000)))
    target = tmp_path / "unpacked"

    with pytest.raises(BackupUseless) as refused:
        unpack_records(bomb, target, label=read_label(bomb), key=key_of(shop))

    assert refused.value.detail == "too_tight"


@pytest.mark.parametrize("spoil", [lambda text: text[:-1], lambda text: text[:26], bytes.upper])
def test_sealed_records_that_are_not_whole_are_refused(
    shop: Shop, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """A stick pulled out too early, or one that rots."""
    backup = traded(shop)
    with zipfile.ZipFile(backup) as file:
        records = spoil(file.read(RECORDS))

    with pytest.raises(BackupUseless) as refused:
        restore(spoilt(backup, records=records), tmp_path / "elsewhere")
    assert refused.value.detail == "other_seal"


def test_the_backup_of_another_shop_needs_that_shops_code(shop: Shop, tmp_path: Path) -> None:
    """The stick of the shop next door in the drawer: refused by name, nothing touched."""
    setup = ShopSetup(name="隔壁", owner_name="老王", owner_pin="jade-48-moon")
    other = make_shop(tmp_path / "next-door", setup, clock=StoppedClock(make.OPENING))
    backup = tmp_path / "next-door.posbackup"
    back_up(other.shop, backup)
    other.shop.close()
    shop.close()
    before = (shop.folder / FILE_NAME).read_bytes()

    with pytest.raises(RecoveryCodeWrong):
        restore(backup, shop.folder, replace_it=True)
    restore(backup, tmp_path / "elsewhere", typed=other.recovery_code)

    assert (shop.folder / FILE_NAME).read_bytes() == before
    assert read_label(backup).shop == "隔壁"


def test_a_backup_of_a_newer_program_is_left_to_it(shop: Shop, tmp_path: Path) -> None:
    """An old program would not know what it destroys."""
    backup = traded(shop)
    newer = tmp_path / "newer"
    unpack_records(backup, newer, label=read_label(backup), key=key_of(shop))
    with closing(connect(newer, "rw")) as connection:
        connection.execute("PRAGMA user_version = 99")
    records = newer.read_bytes()
    label = json.dumps({**told_by(backup), "records_sha256": sha256(records).hexdigest()})
    changed = spoilt(backup, records=sealed_for(shop, records), label=label.encode())

    with pytest.raises(FileFromTheFuture):
        restore(changed, tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


def test_two_restores_at_once_keep_both_files_that_were_there(tmp_path: Path) -> None:
    """Each of them may hold the only copy of somebody's sales."""
    shop = make.shop(tmp_path)
    backup = traded(shop)
    shop.close()
    for _ in range(2):
        restore(backup, shop.folder, replace_it=True)

    kept = sorted(path.name for path in shop.folder.glob("before-*"))

    assert kept == [
        f"before-20261121-090000-2-{FILE_NAME}",
        f"before-20261121-090000-{FILE_NAME}",
    ]


def test_what_is_no_file_of_ours_is_refused(shop: Shop, tmp_path: Path) -> None:
    """A photograph chosen by mistake is not a backup."""
    photograph = tmp_path / "photo.jpg"
    photograph.write_bytes(b"\xff\xd8\xff not a zip")

    with pytest.raises(BackupUseless):
        restore(photograph, tmp_path / "elsewhere")
    with pytest.raises(BackupMissing) as missing:
        restore(tmp_path / "nothing", tmp_path / "elsewhere")

    assert missing.value.path == str(tmp_path / "nothing")

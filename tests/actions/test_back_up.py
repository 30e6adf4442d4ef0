"""Backups and back again: back_up, backup_file, restore_shop."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.actions.back_up import BACKUPS, KEPT, back_up, back_up_after_close
from pos_app.actions.backup_file import (
    LABEL,
    RECORDS,
    SECRETS,
    read_label,
    unpack_records,
)
from pos_app.actions.complete_sale import complete_sale
from pos_app.actions.issue_card import issue_card
from pos_app.actions.read_member_code import read_member_code
from pos_app.actions.restore_shop import restore_shop
from pos_app.actions.sign_in import sign_in
from pos_app.actions.verify_books import verify_books
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import KEY_FILE
from pos_app.devices.recovery_code import RecoveryCodeMistyped, RecoveryCodeWrong, new_recovery_code
from pos_app.domain.refusals_folder import BackupMissing, ShopIsHere
from pos_app.faults import BackupUseless, ShopAlreadyOpen, ShopFileUnreachable
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME
from tests import make

ELSEWHERE = StoppedClock(make.OPENING + 3_600_000)  # type: ignore[arg-type]


def code() -> str:
    """The recovery code of every made shop."""
    return make.prepared()[1]


def restore(backup: Path, folder: Path, *, typed: str = "", replace_it: bool = False) -> None:
    """Restore with the right code unless another is given."""
    restore_shop(
        backup,
        folder,
        recovery_code=typed or code(),
        clock=ELSEWHERE,
        replace=replace_it,
    )


def traded(shop: Shop) -> Path:
    """A backup of a shop that has sold something to a member."""
    seat = make.seat_with_shift(shop)
    product = make.product(shop, price=500)
    line = replace(make.line(500, product=product), sku="6954767412573", name="可口可乐 500ml")
    member = make.member(shop)
    complete_sale(shop, seat, make.draft(shop, line, tenders=(make.cash(500),), member=member))
    target = shop.folder.parent / "shop.posbackup"
    back_up(shop, target)
    return target


def spoilt(backup: Path, **members: bytes) -> Path:
    """A copy of a backup with some of its files put in another's place."""
    target = backup.with_name("spoilt.posbackup")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = {LABEL: "label", SECRETS: "secrets", RECORDS: "records"}[name]
            new.writestr(name, members.pop(key, old.read(name)))
        for name, content in members.items():
            new.writestr(name, content)
    return target


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

    assert kept == [f"before-20261121-090000-{FILE_NAME}", KEY_FILE, "shop.lock", FILE_NAME]


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
    """Sizes in a zip's head are not believed; what comes out is counted (faults.md)."""
    backup = traded(shop)
    bomb = spoilt(backup, records=bytes(150_000_000))
    target = tmp_path / "unpacked"

    with pytest.raises(BackupUseless) as refused:
        unpack_records(bomb, target, label=read_label(bomb))

    assert refused.value.detail == "packed too tightly"


def test_what_is_no_file_of_ours_is_refused(shop: Shop, tmp_path: Path) -> None:
    """A photograph chosen by mistake is not a backup."""
    photograph = tmp_path / "photo.jpg"
    photograph.write_bytes(b"\xff\xd8\xff not a zip")

    with pytest.raises(BackupUseless):
        restore(photograph, tmp_path / "elsewhere")
    with pytest.raises(BackupMissing) as missing:
        restore(tmp_path / "nothing", tmp_path / "elsewhere")

    assert missing.value.path == str(tmp_path / "nothing")


def test_a_backup_says_whose_it_is(shop: Shop) -> None:
    """Two shops of one owner have two sticks in one drawer."""
    label = read_label(traded(shop))

    assert (label.shop, label.made_at) == (make.SHOP_NAME, make.OPENING)
    assert len(label.records_sha256) == 64


def test_no_secret_lies_open_in_a_backup(shop: Shop) -> None:
    """Pepper and card key travel locked; the records hold no plain PIN and no key."""
    backup = traded(shop)
    with zipfile.ZipFile(backup) as file:
        whole = b"".join(file.read(name) for name in file.namelist())
    keys = json.loads((shop.folder / KEY_FILE).read_text())

    found = [name for name, secret in keys.items() if bytes.fromhex(secret) in whole]
    spelled = [name for name, secret in keys.items() if secret.encode() in whole]

    assert (found, spelled) == ([], [])


def test_only_the_latest_backups_of_shifts_are_kept(shop: Shop) -> None:
    """A till that runs for years must not fill its disk with copies of itself."""
    folder = shop.folder / BACKUPS
    folder.mkdir()
    for day in range(KEPT + 5):
        (folder / f"20251001-{day:06}-1.posbackup").write_bytes(b"old")

    fault = back_up_after_close(shop)

    left = sorted(path.name for path in folder.iterdir())
    assert fault is None
    assert len(left) == KEPT
    assert left[-1] == "20261121-080000-1.posbackup"


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(shop: Shop) -> None:
    """Half a backup would be found one day, and trusted."""
    in_the_way = shop.folder / "in-the-way"
    in_the_way.write_text("a file, not a folder")

    with pytest.raises(ShopFileUnreachable):
        back_up(shop, in_the_way / "shop.posbackup")

    assert [path.name for path in shop.folder.iterdir() if "backup" in path.name] == []

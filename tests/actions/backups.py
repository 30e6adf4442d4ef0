"""Backups to try: of a shop that has traded, whole, spoilt and restored."""

from __future__ import annotations

import json
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from pos_app.actions.safekeeping.back_up import back_up
from pos_app.actions.safekeeping.backup_file import (
    LABEL,
    RECORDS,
    SECRETS,
)
from pos_app.actions.safekeeping.restore_shop import restore_shop
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import BACKUP_KEY
from pos_app.devices.sealed_file import sealed
from pos_app.shop import Shop
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


def key_of(shop: Shop) -> bytes:
    """What seals the records in the shop's backups."""
    return shop.keys.read(BACKUP_KEY)


def sealed_for(shop: Shop, content: bytes) -> bytes:
    """Records as they lie in a backup of this shop."""
    return b"".join(sealed((zlib.compress(content, 9),), key_of(shop)))


def told_by(backup: Path) -> dict[str, object]:
    """The label as it stands in the file."""
    with zipfile.ZipFile(backup) as file:
        told: dict[str, object] = json.loads(file.read(LABEL))
    return told

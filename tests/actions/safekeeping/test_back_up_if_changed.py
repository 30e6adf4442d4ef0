"""back_up_if_changed: what was sold a quarter of an hour ago is not lost."""

from __future__ import annotations

from pathlib import Path

from pos_app.actions.safekeeping.back_up import BACKUPS, LAST_FAULT
from pos_app.actions.safekeeping.back_up_if_changed import back_up_if_changed
from pos_app.actions.shifts.open_drawer import open_drawer
from pos_app.shop import Shop
from tests import make


def left_in(shop: Shop) -> list[str]:
    """The backups in the shop's folder."""
    return sorted(path.name for path in (shop.folder / BACKUPS).glob("*"))


def test_a_quiet_hour_leaves_one_backup(shop: Shop) -> None:
    """A shop where nothing happens must not copy itself all night."""
    first = back_up_if_changed(shop)
    make.pass_time(shop, seconds=900)
    second = back_up_if_changed(shop)

    assert (first, second) == (True, False)
    assert left_in(shop) == ["20261121-080000-1.posbackup"]


def test_what_happened_since_is_in_the_next_one(shop: Shop) -> None:
    """A stolen machine costs a quarter of an hour, not the day."""
    back_up_if_changed(shop)
    seat = make.seat_with_shift(shop)
    open_drawer(shop, seat, reason="换零钱")
    make.pass_time(shop, seconds=3600)

    assert back_up_if_changed(shop)
    assert left_in(shop) == ["20261121-080000-1.posbackup", "20261121-090000-1.posbackup"]


def test_the_last_room_belongs_to_closing_the_day(shop: Shop) -> None:
    """A copy that fills the disk would stop the sales it is made for."""
    shop.measure_room = lambda: 100 * 1024 * 1024

    assert not back_up_if_changed(shop)
    assert left_in(shop) == []


def test_a_backup_that_fails_is_tried_again_and_shown(shop: Shop) -> None:
    """The office shows what kept it; the next round is the next chance."""
    in_the_way: Path = shop.folder / BACKUPS
    in_the_way.write_text("a file where the folder should be")
    first = back_up_if_changed(shop)
    with shop.storage.read() as seen:
        fault = seen.settings.get(LAST_FAULT)
    in_the_way.unlink()

    assert (first, fault) == (False, "FileNotWritten")
    assert back_up_if_changed(shop)

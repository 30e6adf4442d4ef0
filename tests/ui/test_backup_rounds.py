"""While the till is open, a backup is left every quarter of an hour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.back_up import BACKUPS
from pos_app.actions.safekeeping.office_status import office_status
from pos_app.shop import Shop
from tests import make
from ui.backup_rounds import EVERY_MS, BackupRounds


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose clock stands."""
    opened = make.shop(tmp_path)
    yield opened
    opened.close()


def test_a_round_leaves_a_backup_and_waits_for_the_next(shop: Shop, qapp: object) -> None:
    """Sales go on meanwhile: it runs on a thread of its own."""
    rounds = BackupRounds(shop)
    rounds.begin()
    waited = rounds.next_in_ms
    rounds.go_round()
    rounds.finish()
    then = rounds.next_in_ms
    rounds.close()

    # Qt lets a long timer run up to a twentieth late, to wake the machine less often.
    assert 0 < waited <= EVERY_MS * 21 // 20
    assert then > EVERY_MS - 60_000
    assert office_status(shop).tried_at == shop.clock.now()
    assert len(list((shop.folder / BACKUPS).iterdir())) == 1
    assert rounds.next_in_ms == -1


def test_a_closed_till_goes_no_more_rounds(shop: Shop, qapp: object) -> None:
    """The folder is given back; whoever opens it next must find it still."""
    rounds = BackupRounds(shop)
    rounds.begin()
    rounds.close()

    assert rounds.next_in_ms == -1
    assert not (shop.folder / BACKUPS).exists()


def test_a_disk_that_is_gone_ends_no_round(shop: Shop, qapp: object) -> None:
    """The stick comes back, and so does the backup."""
    folder = shop.folder
    in_the_way = folder / BACKUPS
    in_the_way.write_text("a file where the folder should be")
    rounds = BackupRounds(shop)
    rounds.go_round()
    rounds.finish()
    then = rounds.next_in_ms
    rounds.close()

    assert then > 0
    assert in_the_way.is_file()

"""renew_recovery_code: a code that was lost or seen opens no later backup."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.back_up import BACKUPS, back_up
from pos_app.actions.safekeeping.bring_keys_back import bring_keys_back
from pos_app.actions.safekeeping.drill_restore import drill_restore
from pos_app.actions.safekeeping.renew_recovery_code import renew_recovery_code
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.cli import main
from pos_app.devices.key_store import KEY_FILE
from pos_app.devices.recovery_code import RecoveryCodeWrong
from pos_app.errors import NotAllowed
from pos_app.journal.entry import Entry
from pos_app.sentences.told import sentence_of
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.actions.backups import ELSEWHERE, code, restore, traded


def test_the_new_code_restores_and_the_old_one_is_refused_by_name(
    shop: Shop, tmp_path: Path
) -> None:
    """Whoever photographed the paper must not open tomorrow's backup with it."""
    before = traded(shop)
    fresh = renew_recovery_code(shop, make.OWNER_SEAT)
    after = tmp_path / "after.posbackup"
    back_up(shop, after)
    with pytest.raises(RecoveryCodeWrong) as refused:
        restore(after, tmp_path / "none", typed=code())
    restore(after, tmp_path / "new", typed=fresh)
    restore(before, tmp_path / "old", typed=code())

    again = open_shop(tmp_path / "new", clock=ELSEWHERE)
    name, findings = sign_in(again, 3, pin=make.CASHIER_PIN).name, verify_books(again.storage)
    again.close()
    assert (name, findings) == ("林小梅", [])
    assert sentence_of(refused.value, "en") == (
        "The recovery code does not fit: it is another shop's, or one that was replaced. "
        "Nothing was changed."
    )
    assert not (tmp_path / "none").exists()


def test_lost_keys_come_back_with_the_new_code_alone(shop: Shop) -> None:
    """Pepper and card key lie in the shop's file locked by the code of today."""
    kept = (shop.folder / KEY_FILE).read_bytes()
    fresh = renew_recovery_code(shop, make.OWNER_SEAT)
    (shop.folder / KEY_FILE).unlink()
    with pytest.raises(RecoveryCodeWrong):
        bring_keys_back(shop, recovery_code=code())
    bring_keys_back(shop, recovery_code=fresh)

    assert (shop.folder / KEY_FILE).read_bytes() == kept


def test_a_backup_is_left_that_the_new_code_opens(shop: Shop) -> None:
    """The machine may be stolen this very night; the old paper is in the bin already."""
    fresh = renew_recovery_code(shop, make.OWNER_SEAT)
    made_at = drill_restore(shop, make.OWNER_SEAT, recovery_code=fresh)

    assert made_at == make.OPENING
    assert len(list((shop.folder / BACKUPS).iterdir())) == 1


def test_it_is_a_fact_that_verify_replays_and_holds_no_code(shop: Shop) -> None:
    """Who watches the shop sees that there is another paper, and not what is on it."""
    fresh = renew_recovery_code(shop, make.OWNER_SEAT)
    with shop.storage.read() as view:
        last = view.book.get(Entry, view.book.last_number(Entry))

    assert last is not None
    assert (last.kind, last.staff) == ("recovery_code_renewed", make.OWNER_SEAT.staff)
    assert fresh.encode() not in last.body
    assert verify_books(shop.storage) == []


def test_only_an_owner_makes_one(shop: Shop) -> None:
    """Who has code and backup has the shop."""
    for seat in (make.CASHIER_SEAT, make.MANAGER_SEAT):
        with pytest.raises(NotAllowed):
            renew_recovery_code(shop, seat)

    bring_keys_back(shop, recovery_code=code())


@pytest.mark.parametrize(("pin", "answer"), [(make.OWNER_PIN, 0), (make.CASHIER_PIN, 1)])
def test_the_terminal_asks_for_the_owners_pin(
    pin: str,
    answer: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A till left open is no reason that anybody walks off with the shop."""
    folder = make.folder(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n"))
    done = main(["new-code", "--language", "en", "--folder", str(folder)])

    told = capsys.readouterr().out
    assert done == answer
    assert told.startswith("The new recovery code, shown once: ") == (answer == 0)

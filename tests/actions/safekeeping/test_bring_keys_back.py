"""bring_keys_back: a shop whose key file is gone or spoilt works again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.bring_keys_back import bring_keys_back
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.cli import main
from pos_app.devices.key_store import KEY_FILE, KeyFileDamaged, KeyMissing
from pos_app.devices.recovery_code import RecoveryCodeWrong, new_recovery_code
from pos_app.errors import Fault
from pos_app.faults import ShopFolderUnreachable
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make


def code() -> str:
    """The recovery code of every made shop."""
    return make.prepared()[1]


@pytest.mark.parametrize(("spoilt", "fault"), [(None, KeyMissing), ("{", KeyFileDamaged)])
def test_whoever_has_the_paper_signs_in_again(
    shop: Shop, spoilt: str | None, fault: type[Fault]
) -> None:
    """Without this a lost file of 300 bytes would end a shop with a million sales."""
    file = shop.folder / KEY_FILE
    kept = json.loads(file.read_text())
    file.unlink()
    if spoilt is not None:
        file.write_text(spoilt)
    with pytest.raises(fault):
        sign_in(shop, 3, pin=make.CASHIER_PIN)
    bring_keys_back(shop, recovery_code=code())

    assert sign_in(shop, 3, pin=make.CASHIER_PIN).name == "林小梅"
    assert json.loads(file.read_text()) == kept
    assert (shop.folder / f"damaged-{KEY_FILE}").exists() == (spoilt is not None)


def test_it_is_a_fact_that_verify_replays(shop: Shop) -> None:
    """Who watches the shop sees that somebody had the paper in the hand."""
    bring_keys_back(shop, recovery_code=code())
    with shop.storage.read() as view:
        last = view.book.get(Entry, view.book.last_number(Entry))

    assert last is not None
    assert last.kind == "keys_brought_back"
    assert verify_books(shop.storage) == []


def test_a_wrong_code_changes_nothing(shop: Shop) -> None:
    """Another shop's paper opens nothing here."""
    before = (shop.folder / KEY_FILE).read_bytes()
    with pytest.raises(RecoveryCodeWrong):
        bring_keys_back(shop, recovery_code=new_recovery_code())

    assert (shop.folder / KEY_FILE).read_bytes() == before


def test_keys_that_the_folder_does_not_take_are_a_fault(shop: Shop) -> None:
    """Whoever stands there with the paper is told what is in the way."""
    before = (shop.folder / KEY_FILE).read_bytes()
    (shop.folder / KEY_FILE).with_suffix(".new").mkdir()
    with pytest.raises(ShopFolderUnreachable) as refused:
        bring_keys_back(shop, recovery_code=code())

    assert refused.value.path == str(shop.folder)
    assert (shop.folder / KEY_FILE).read_bytes() == before


def test_the_terminal_brings_them_back(tmp_path: Path) -> None:
    """The sentence at the till names this command."""
    folder = make.folder(tmp_path)
    (folder / KEY_FILE).unlink()
    done = main(["keys", "--folder", str(folder), "--code", code()])
    shop = open_shop(folder)
    name = sign_in(shop, 3, pin=make.CASHIER_PIN).name
    shop.close()

    assert (done, name) == (0, "林小梅")

"""A new shop, its code on paper, and opening it: make_shop, recovery_paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.actions.premises.make_shop import LOCKED_SECRETS, ShopSetup, make_shop
from pos_app.actions.safekeeping.recovery_paper import print_recovery_paper, recovery_paper
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import CARD_KEY, KEY_FILE, SECRETS
from pos_app.devices.printer import FolderPrinter, PaperOut
from pos_app.devices.recovery_code import unlock_secrets
from pos_app.domain.pin import PinTooSimple, PinWrongShape
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.folder import NoShopHere, ShopIsHere
from pos_app.domain.refusals.settings import SettingUnusable
from pos_app.domain.settings import ShopRules
from pos_app.domain.staff import OWNER, Staff
from pos_app.domain.store import Store
from pos_app.faults import ShopAlreadyOpen
from pos_app.shop import INSTALLATION, Shop
from pos_app.startup import has_shop, open_shop
from pos_app.storage.database import FILE_NAME
from tests import make

SETUP = ShopSetup(name="小满便利店", owner_name="周满", owner_pin="jade-47-moon", address="文三路")
CLOCK = StoppedClock(make.OPENING)


def test_a_new_shop_can_sell_at_once(tmp_path: Path) -> None:
    """The wizard asks five things, and then the owner signs in."""
    made = make_shop(tmp_path, SETUP, clock=CLOCK)

    seat = sign_in(made.shop, 1, pin="jade-47-moon")
    with made.shop.storage.read() as seen:
        rules, store = seen.book.get(ShopRules, 1), seen.book.get(Store, "S1")
        owner = seen.book.get(Staff, 1)
    findings = verify_books(made.shop.storage)
    made.shop.close()

    assert (seat.name, seat.role, seat.till) == ("周满", OWNER, "1")
    assert rules == ShopRules()
    assert store == Store("S1", "小满便利店")
    assert owner is not None
    assert owner.pin.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert (made.shop.settings.name, made.shop.settings.address) == ("小满便利店", "文三路")
    assert findings == []


def test_the_recovery_code_unlocks_what_the_machine_keeps(tmp_path: Path) -> None:
    """Printed once, it must bring back exactly the secrets of this shop."""
    made = make_shop(tmp_path, SETUP, clock=CLOCK)

    with made.shop.storage.read() as seen:
        locked = bytes.fromhex(seen.settings.get(LOCKED_SECRETS) or "")
    kept = {name: made.shop.keys.read(name) for name in SECRETS}
    made.shop.close()

    assert unlock_secrets(locked, made.recovery_code) == kept


def test_two_shops_have_nothing_in_common(tmp_path: Path) -> None:
    """A card of one must not open the other, on the same machine either."""
    first = make_shop(tmp_path / "a", SETUP, clock=CLOCK)
    second = make_shop(tmp_path / "b", SETUP, clock=CLOCK)

    with first.shop.storage.read() as one, second.shop.storage.read() as other:
        names = {one.settings.get(INSTALLATION), other.settings.get(INSTALLATION)}
    keys = {first.shop.keys.read(CARD_KEY), second.shop.keys.read(CARD_KEY)}
    first.shop.close()
    second.shop.close()

    assert (len(names), len(keys)) == (2, 2)
    assert first.recovery_code != second.recovery_code


def test_a_folder_with_a_shop_is_left_alone(shop: Shop) -> None:
    """The wizard must never make a new shop over an old one."""
    with pytest.raises(ShopIsHere):
        make_shop(shop.folder, SETUP, clock=CLOCK)

    assert verify_books(shop.storage) == []


@pytest.mark.parametrize(
    ("setup", "refusal"),
    [
        (replace(SETUP, name=" "), NameUnusable),
        (replace(SETUP, owner_name=""), NameUnusable),
        (replace(SETUP, owner_pin="123456"), PinWrongShape),
        (replace(SETUP, owner_pin="aaaaaaaa"), PinTooSimple),
        (replace(SETUP, language="xx"), SettingUnusable),
        (replace(SETUP, till="a:b"), SettingUnusable),
    ],
)
def test_a_refused_setup_leaves_the_folder_empty(
    tmp_path: Path, setup: ShopSetup, refusal: type[Exception]
) -> None:
    """Half a shop would open tomorrow as a whole one without an owner."""
    with pytest.raises(refusal):
        make_shop(tmp_path, setup, clock=CLOCK)

    assert list(tmp_path.iterdir()) == []


def test_the_code_is_drawn_and_printed_but_never_kept(shop: Shop) -> None:
    """A print job would keep the code in the file it is meant to open."""
    code = make.prepared()[1]
    print_recovery_paper(shop, code)

    with shop.storage.read() as seen:
        jobs = seen.print_jobs.open_jobs()
    (paper,) = make.printer_of(shop).printed
    records = (shop.folder / FILE_NAME).read_bytes()
    assert recovery_paper(shop, code).startswith(b"%PDF-")
    assert paper.name == "20261121-080000-recovery-code-1"
    assert jobs == ()
    assert code.encode() not in records


def test_a_code_that_could_not_be_printed_says_so(shop: Shop) -> None:
    """The owner must write it down before leaving the page."""
    make.printer_of(shop).breaks_down = PaperOut(printer="counter")

    with pytest.raises(PaperOut):
        print_recovery_paper(shop, make.prepared()[1])


def test_opening_where_there_is_no_shop_makes_none(tmp_path: Path) -> None:
    """A mistyped folder must not become an empty shop that looks like lost sales."""
    with pytest.raises(NoShopHere) as refused:
        open_shop(tmp_path / "mistyped")

    assert refused.value.folder == str(tmp_path / "mistyped")
    assert not (tmp_path / "mistyped").exists()


def test_a_shop_opens_once(shop: Shop) -> None:
    """Two programs on one drawer would sell everything twice (faults.md section 2)."""
    with pytest.raises(ShopAlreadyOpen):
        open_shop(shop.folder, clock=CLOCK)

    assert has_shop(shop.folder)


def test_a_shop_opens_with_its_settings_and_its_secrets_asleep(tmp_path: Path) -> None:
    """The first screen must not wait for a key store that nobody needs yet."""
    folder = make.folder(tmp_path)
    (folder / KEY_FILE).unlink()

    opened = open_shop(folder, clock=CLOCK)
    opened.close()

    assert opened.settings.name == make.SHOP_NAME
    assert isinstance(opened.printer, FolderPrinter)


def test_a_printer_of_another_machine_does_not_keep_a_shop_shut(tmp_path: Path) -> None:
    """A restored shop names the old till's printer; papers go to the folder meanwhile."""
    shop = make.shop(tmp_path)
    with shop.storage.write() as work:
        work.settings.put("printer", "smoke signals")
    shop.close()

    again = open_shop(shop.folder, clock=CLOCK)
    again.close()

    assert isinstance(again.printer, FolderPrinter)

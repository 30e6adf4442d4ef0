"""Settings that are taste, and those of the office: save_settings, customer_words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.actions.premises.save_settings import save_settings
from pos_app.devices.printer import FolderPrinter, RecordingPrinter
from pos_app.domain.money import Fen
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.settings import SettingOutOfRange, SettingUnusable
from pos_app.domain.settings import ShopSettings
from pos_app.domain.settings_text import settings_from, settings_texts
from pos_app.errors import NotAllowed
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make


def test_settings_are_kept_and_used_at_once(tmp_path: Path) -> None:
    """A new address must stand on the next receipt, and on the one after a restart."""
    shop = make.shop(tmp_path)
    wanted = replace(
        shop.settings, address="新地址 1 号", cash_limit=Fen(100), dark=True, paper_mm=58
    )

    save_settings(shop, make.MANAGER_SEAT, settings=wanted)
    used = shop.settings
    shop.close()
    again = open_shop(shop.folder, clock=shop.clock)
    kept = again.settings
    again.close()

    assert (used, kept) == (wanted, wanted)


def test_whoever_stands_at_the_till_sets_language_and_looks(shop: Shop) -> None:
    """Eyes differ from cashier to cashier; addresses and limits do not."""
    save_settings(
        shop,
        make.CASHIER_SEAT,
        settings=replace(shop.settings, language="en", dark=True, text_percent=150),
    )
    with pytest.raises(NotAllowed) as refused:
        save_settings(
            shop, make.CASHIER_SEAT, settings=replace(shop.settings, return_limit=Fen(10**9))
        )

    assert (shop.settings.language, shop.settings.text_percent) == ("en", 150)
    assert refused.value.action == "office"


def test_another_printer_is_used_from_the_next_paper_on(shop: Shop) -> None:
    """Nobody restarts a till because the printer was replaced."""
    save_settings(shop, make.MANAGER_SEAT, settings=replace(shop.settings, printer="folder:both"))

    assert isinstance(shop.printer, FolderPrinter)
    assert len(shop.printer.takes) == 2


def test_the_printer_stays_when_something_else_changes(shop: Shop) -> None:
    """A printer in the middle of a job must not be thrown away for a new address."""
    save_settings(shop, make.MANAGER_SEAT, settings=replace(shop.settings, address="别处"))

    assert isinstance(shop.printer, RecordingPrinter)


@pytest.mark.parametrize(
    "change",
    [
        {"language": "xx"},
        {"paper_mm": 70},
        {"printer": "smoke signals"},
        {"printer": "usb:12:34"},
        {"till": "1:2"},
        {"till": ""},
        {"store": "S@1"},
    ],
)
def test_settings_that_mean_nothing_are_refused(shop: Shop, change: dict[str, object]) -> None:
    """A colon in a till's name would break the name of its account."""
    before = shop.settings

    with pytest.raises(SettingUnusable) as refused:
        save_settings(
            shop,
            make.MANAGER_SEAT,
            settings=replace(before, **change),  # type: ignore[arg-type]
        )

    assert {refused.value.name: refused.value.value} == {
        name: str(value) for name, value in change.items()
    }
    assert shop.settings == before


def test_settings_out_of_range_are_refused(shop: Shop) -> None:
    """Text at two thousand per cent could not be set back by anybody."""
    with pytest.raises(SettingOutOfRange) as refused:
        save_settings(shop, make.MANAGER_SEAT, settings=replace(shop.settings, text_percent=2000))
    with pytest.raises(NameUnusable):
        save_settings(shop, make.MANAGER_SEAT, settings=replace(shop.settings, name=" "))

    assert refused.value.facts == {
        "name": "text_percent",
        "value": 2000,
        "lowest": 100,
        "highest": 200,
    }


def test_settings_survive_being_text() -> None:
    """What the file keeps must be what was set, field by field."""
    settings = ShopSettings(name="=1+1", dark=True, cash_limit=Fen(7), paper_mm=58, till="A2")

    assert settings_from(settings_texts(settings)) == settings


def test_what_cannot_be_read_has_its_usual_value() -> None:
    """A spoilt setting must not keep a shop shut."""
    spoilt = {"dark": "perhaps", "paper_mm": "wide", "name": "店", "unheard_of": "x"}

    assert settings_from(spoilt) == ShopSettings(name="店")


@pytest.mark.parametrize("field", ["name", "address", "contact", "organiser"])
def test_a_shop_promises_nothing_on_its_receipts(shop: Shop, field: str) -> None:
    """Every receipt begins with these texts; forbidden words are refused (10.8)."""
    before = shop.settings
    changed = replace(before, **{field: "满意超市 1００% 返"})  # type: ignore[arg-type]  # texts
    with pytest.raises(NameUnusable) as refused:
        save_settings(shop, make.MANAGER_SEAT, settings=changed)

    assert (refused.value.what, refused.value.why) == (field, "promises")
    assert shop.settings == before

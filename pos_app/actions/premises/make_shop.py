"""A new shop in an empty folder: store, owner, keys and recovery code."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.actions.premises.made_beside import made_beside
from pos_app.actions.premises.save_settings import refuse_unusable
from pos_app.actions.premises.set_rules import set_rules_in
from pos_app.actions.staff.keep_pin import new_pin_hash
from pos_app.actions.staff.save_staff import put_staff_in
from pos_app.clock import Clock
from pos_app.devices.key_store import SECRET_BYTES, SECRETS
from pos_app.devices.recovery_code import lock_secrets, new_recovery_code
from pos_app.domain.names import clean_name
from pos_app.domain.pin import check_pin_shape
from pos_app.domain.settings import ShopRules, ShopSettings
from pos_app.domain.settings_text import settings_texts
from pos_app.domain.staff import OWNER, Staff
from pos_app.journal.facts import StoreAdded
from pos_app.shop import INSTALLATION, Shop, assemble
from pos_app.storage.unit_of_work import open_storage

LOCKED_SECRETS = "locked_secrets"
"""The setting that holds the shop's secrets, locked by the recovery code, as hex."""


@dataclass(frozen=True, slots=True)
class ShopSetup:
    """What the first start asks."""

    name: str
    owner_name: str
    owner_pin: str
    address: str = ""
    contact: str = ""
    language: str = "zh_CN"
    store: str = "S1"
    till: str = "1"


@dataclass(frozen=True, slots=True)
class MadeShop:
    """The new shop, and the code that is shown and printed once."""

    shop: Shop
    recovery_code: str


def make_shop(folder: Path, setup: ShopSetup, *, clock: Clock) -> MadeShop:
    """Make a shop that can sell, whole or not at all; the owner is staff 1.

    Raises:
        ShopIsHere: the folder holds a shop already.
        NameUnusable, SettingUnusable, PinWrongShape, PinTooSimple: nothing was made.
        ShopAlreadyOpen, ShopOnNetworkFolder, DiskFull, KeyStoreClosed: as named.
    """
    settings = ShopSettings(
        name=clean_name(setup.name, of="name"),
        address=setup.address.strip(),
        contact=setup.contact.strip(),
        language=setup.language,
        store=setup.store,
        till=setup.till,
    )
    refuse_unusable(settings)
    owner = clean_name(setup.owner_name, of="staff")
    check_pin_shape(setup.owner_pin, OWNER)
    with made_beside(folder) as scratch:
        code = _make(scratch, settings, owner, pin=setup.owner_pin, clock=clock)
    return MadeShop(assemble(folder, open_storage(folder), clock=clock), code)


def _make(folder: Path, settings: ShopSettings, owner: str, *, pin: str, clock: Clock) -> str:
    """Make the records and the secrets; returns the recovery code."""
    shop = _empty_shop(folder, settings, clock=clock)
    try:
        code = _keep_secrets(shop)
        hashed = new_pin_hash(shop, pin, role=OWNER)
        with shop.storage.write() as work:
            set_rules_in(shop, work, ShopRules(), staff=SHOP_ITSELF)
            store = StoreAdded(code=settings.store, name=settings.name)
            record_fact(shop, work, store, staff=SHOP_ITSELF)
            put_staff_in(shop, work, Staff(1, owner, OWNER, hashed), by=SHOP_ITSELF)
    finally:
        shop.close()
    return code


def _empty_shop(folder: Path, settings: ShopSettings, *, clock: Clock) -> Shop:
    storage = open_storage(folder)
    try:
        with storage.write() as work:
            work.settings.put(INSTALLATION, secrets.token_hex(8))
            for name, text in settings_texts(settings).items():
                work.settings.put(name, text)
        return assemble(folder, storage, clock=clock)
    except BaseException:
        storage.close()
        raise


def _keep_secrets(shop: Shop) -> str:
    """Draw the shop's secrets, and lock a copy with a new recovery code."""
    kept = {name: secrets.token_bytes(SECRET_BYTES) for name in SECRETS}
    code = new_recovery_code()
    locked = lock_secrets(kept, code)
    shop.keys.keep_all(kept)
    with shop.storage.write() as work:
        work.settings.put(LOCKED_SECRETS, locked.hex())
    return code

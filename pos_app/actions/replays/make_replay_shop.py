"""The shop that a replay starts with: one store, one till, nothing random."""

from functools import partial
from pathlib import Path

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.clock import BasketIds, StoppedClock
from pos_app.devices.key_store import KeyStore
from pos_app.devices.printer import RecordingPrinter
from pos_app.domain.files.replay_events import FIRST_STORE
from pos_app.domain.moment import Instant
from pos_app.domain.settings import ShopSettings
from pos_app.journal.facts import StoreAdded
from pos_app.shop import Shop
from pos_app.storage.room_left import room_left
from pos_app.storage.unit_of_work import open_storage

REPLAY_TILL = "till"


def make_replay_shop(folder: Path) -> Shop:
    """Make an empty shop in a folder: store `S1`, till `till`, return window 0.

    It prints nothing and keeps no secrets; the clock stands until the history moves it.
    """
    clock = StoppedClock(Instant(0))
    printer = RecordingPrinter()
    shop = Shop(
        folder=folder,
        storage=open_storage(folder),
        clock=clock,
        settings=ShopSettings(name="replay", till=REPLAY_TILL, language="en"),
        printer=printer,
        ids=BasketIds(clock),
        open_keys=_no_keys,
        choose_printer=lambda _: printer,
        measure_room=partial(room_left, folder),
    )
    with shop.storage.write() as work:
        record_fact(shop, work, StoreAdded(FIRST_STORE, FIRST_STORE), staff=SHOP_ITSELF)
    return shop


def _no_keys() -> KeyStore:
    raise LookupError("a replay issues no cards and checks no PINs")

"""One open shop, the first argument of every action.

`startup` makes it, an action uses it, a screen only hands it on.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from threading import Lock

from pos_app.clock import BasketIds, Clock, SignInWaits
from pos_app.devices.chosen_printer import PAPERS, chosen_printer
from pos_app.devices.key_store import CARD_KEY, KeyStore, open_key_store, system_backend
from pos_app.devices.printer import FolderPrinter, Printer, PrinterUnknown
from pos_app.domain.codes.member_code import CardKey, kid_of, public_key_of
from pos_app.domain.moment import Instant
from pos_app.domain.settings import ShopSettings
from pos_app.domain.settings_text import settings_from
from pos_app.errors import Fault
from pos_app.ledger.audit import AuditFinding
from pos_app.storage.room_left import room_left
from pos_app.storage.sign_in_locks import SignInLock
from pos_app.storage.unit_of_work import Storage

INSTALLATION = "installation"
"""The setting that tells the shops of one machine apart in its key store."""


@dataclass
class Shop:
    """A shop's folder, open on this machine; nothing else may hold its records open."""

    folder: Path
    storage: Storage
    clock: Clock
    settings: ShopSettings
    printer: Printer
    ids: BasketIds
    open_keys: Callable[[], KeyStore]
    """Opens the machine's key store when a secret is first needed: it is slow to wake."""
    choose_printer: Callable[[ShopSettings], Printer]
    """Chooses the printer that the settings name."""
    measure_room: Callable[[], int]
    """Bytes that may still be written on the folder's disk."""
    findings: tuple[AuditFinding, ...] = ()
    """What was wrong with the books when the shop was opened; empty when they are sound."""
    one_backup: Lock = field(default_factory=Lock)
    """Held while a backup is made; a second one waits."""
    locks: SignInWaits = field(default_factory=SignInWaits)
    """How long each lock of a PIN still holds by this start's own count of time."""
    is_closed: bool = False

    @cached_property
    def keys(self) -> KeyStore:
        """The shop's secrets on this machine."""
        return self.open_keys()

    @cached_property
    def card_keys(self) -> dict[int, CardKey]:
        """The public keys that this shop's member cards were signed with, by kid."""
        public = public_key_of(self.keys.read(CARD_KEY))
        return {kid_of(public): CardKey(public=public, valid_from=Instant(0))}

    def use(self, settings: ShopSettings) -> None:
        """Work by other settings from now on; they have been kept already."""
        if settings.printer != self.settings.printer:
            self.printer = self.choose_printer(settings)
        self.settings = settings

    def close(self) -> None:
        """Give the folder back; harmless when it was given back before."""
        if not self.is_closed:
            self.is_closed = True
            # Without it whoever is locked waits from the beginning: longer, never shorter.
            with suppress(Fault):
                self._keep_waits()
        self.storage.close()

    def _keep_waits(self) -> None:
        """Keep what is left of each lock, so that the time it has held already counts."""
        waits = self.locks.all_left(ticks=self.clock.ticks())
        if not waits:
            return
        with self.storage.write() as work:
            for lock, (failures, left) in waits.items():
                if work.sign_in_locks.get(lock).failures == failures:
                    work.sign_in_locks.put(lock, SignInLock(failures, left))


def assemble(folder: Path, storage: Storage, *, clock: Clock) -> Shop:
    """Put an open shop together from its records; keys and printer wake when needed."""
    with storage.read() as seen:
        kept, locked = seen.settings.all(), seen.sign_in_locks.all()
    settings = settings_from(kept)
    installation = kept.get(INSTALLATION, "")

    def keys() -> KeyStore:
        return open_key_store(folder, shop=installation, backend=system_backend())

    def printer(chosen: ShopSettings) -> Printer:
        return _printer_of(chosen, folder)

    locks = SignInWaits()
    for whose, lock in locked.items():
        # A wait goes on from this moment, whoever asks for it when.
        locks.left(whose, failures=lock.failures, waiting_ms=lock.waiting_ms, ticks=clock.ticks())
    return Shop(
        folder=folder,
        storage=storage,
        clock=clock,
        settings=settings,
        printer=printer(settings),
        ids=BasketIds(clock),
        open_keys=keys,
        choose_printer=printer,
        measure_room=partial(room_left, folder),
        locks=locks,
    )


def _printer_of(settings: ShopSettings, folder: Path) -> Printer:
    try:
        return chosen_printer(settings.printer, folder)
    except PrinterUnknown:
        # A file from a machine with other printers: the shop opens, and its papers can
        # be found in its folder until one is chosen.
        return FolderPrinter(folder / PAPERS)

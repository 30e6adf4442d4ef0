"""Opening a shop: its folder, its records, its settings, its machines."""

from pathlib import Path

from pos_app.actions.books.audit_books import audit_changes
from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.safekeeping.known_ends import audit_end
from pos_app.clock import Clock, SystemClock
from pos_app.domain.refusals.folder import NoShopHere
from pos_app.shop import Shop, assemble
from pos_app.storage.database import FILE_NAME
from pos_app.storage.failures import reachable
from pos_app.storage.unit_of_work import open_storage, open_storage_beside


def has_shop(folder: Path) -> bool:
    """Whether the folder holds a shop's records.

    Raises:
        ShopFolderUnreachable: the system does not let this user look.
    """
    with reachable(folder):
        return (folder / FILE_NAME).exists()


def open_shop(folder: Path, *, clock: Clock | None = None, catch_up: bool = True) -> Shop:
    """Open the shop of a folder: bring its file up to date, check it, do what is due.

    What is wrong with the books stands in `findings` and is said before the first sale.
    `catch_up` False leaves what is due to `settle_due`, which can show how far it is;
    nothing may be sold before.

    Raises:
        NoShopHere: the folder holds no shop; nothing was made.
        ShopAlreadyOpen, ShopOnNetworkFolder, FileFromTheFuture, ShopFileDamaged,
        ShopFolderUnreachable, ShopFileUnreachable, DiskFull: as `pos_app.faults` says.
    """
    if not has_shop(folder):
        raise NoShopHere(folder=str(folder))
    storage = open_storage(folder)
    try:
        shop = assemble(folder, storage, clock=clock or SystemClock())
        shop.findings = (*audit_changes(shop), *audit_end(shop))
        if catch_up:
            settle_due(shop)
    except BaseException:
        storage.close()
        raise
    return shop


def open_shop_beside(folder: Path) -> Shop:
    """Open a shop that a till has open already, to read it; nothing can be written.

    Raises:
        ShopAlreadyOpen: it cannot be read safely beside the till.
        FileFromTheFuture, ShopFileDamaged, ShopFileUnreachable: as `open_shop`.
    """
    storage = open_storage_beside(folder)
    try:
        return assemble(folder, storage, clock=SystemClock())
    except BaseException:
        storage.close()
        raise

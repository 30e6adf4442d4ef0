"""The shop's secrets come back onto its machine, out of the shop's own file."""

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.actions.premises.make_shop import LOCKED_SECRETS
from pos_app.devices.recovery_code import unlock_secrets
from pos_app.journal.facts import KeysBroughtBack
from pos_app.shop import Shop
from pos_app.storage.failures import reachable


def bring_keys_back(shop: Shop, *, recovery_code: str) -> None:
    """Unlock the secrets with the owner's code and keep them on this machine.

    For a key file that was lost or spoilt, or a shop's file carried to another machine:
    no sale is lost, which restoring a backup would do.

    Raises:
        RecoveryCodeMistyped, RecoveryCodeWrong, LockedSecretsDamaged: nothing was changed.
        KeyStoreClosed: the machine's key store does not take them.
        DiskFull, ShopFolderUnreachable: nor does the shop's folder.
    """
    with shop.storage.read() as seen:
        locked = bytes.fromhex(seen.settings.get(LOCKED_SECRETS) or "")
    kept = unlock_secrets(locked, recovery_code)
    with reachable(shop.folder):
        shop.keys.keep_all(kept)
    with shop.storage.write() as work:
        record_fact(shop, work, KeysBroughtBack(till=shop.settings.till), staff=SHOP_ITSELF)

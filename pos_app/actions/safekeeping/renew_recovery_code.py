"""The owner's recovery code is lost or was seen: another one takes its place."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.premises.make_shop import LOCKED_SECRETS
from pos_app.actions.safekeeping.back_up import leave_backup
from pos_app.actions.staff.allowed import allowed
from pos_app.devices.key_store import SECRETS
from pos_app.devices.recovery_code import lock_secrets, new_recovery_code
from pos_app.domain.seat import Seat
from pos_app.domain.staff import KEYS
from pos_app.journal.facts import RecoveryCodeRenewed
from pos_app.shop import Shop


def renew_recovery_code(shop: Shop, seat: Seat) -> str:
    """Lock the shop's secrets by a new code and return it; it is kept nowhere.

    The secrets stay the same, so cards and PINs go on. A backup made before still opens
    with the code of its time and no other; therefore one is left at once in the shop's
    folder. Should that fail the office shows it, and the new code is valid all the same.

    Raises:
        NotAllowed: only an owner may.
        KeyMissing, KeyStoreClosed, KeyFileDamaged: the code before stays valid.
    """
    approver = allowed(seat, KEYS)
    kept = {name: shop.keys.read(name) for name in SECRETS}
    code = new_recovery_code()
    # Outside the unit of work: locking takes a tenth of a second by intent.
    locked = lock_secrets(kept, code)
    with shop.storage.write() as work:
        work.settings.put(LOCKED_SECRETS, locked.hex())
        fact = RecoveryCodeRenewed(till=shop.settings.till)
        record_fact(shop, work, fact, staff=approver or seat.staff)
    leave_backup(shop)
    return code

"""A typed PIN against those of staff; wrong ones are counted and journaled.

Five tries are free, then sign-in waits 30 seconds and longer each time. The count and what
is left of the wait lie in the shop's records and survive a restart (faults.md 1.7).
"""

from pos_app.actions.books.record_fact import SHOP_ITSELF, clock_doubt, record_fact, settle_due_in
from pos_app.actions.staff.keep_pin import pin_fits
from pos_app.actions.staff.staff_list import active_staff
from pos_app.domain.pin import FREE_TRIES, lock_seconds
from pos_app.domain.refusals.staff import PinLocked, PinNotTyped, WrongPin
from pos_app.domain.staff import CASHIER, Staff
from pos_app.journal.facts import SignedIn
from pos_app.shop import Shop
from pos_app.storage.sign_in_locks import SignInLock
from pos_app.storage.unit_of_work import UnitOfWork

ANYBODY = 0
"""Whose lock counts when a PIN alone is typed, as for an approval."""

_SECOND = 1000
_LAST_MANAGER_SECONDS = 30
"""While everybody else who manages is locked, the last one waits no longer than this."""


def check_pin(shop: Shop, pin: str, *, of: tuple[Staff, ...], lock: int) -> Staff:
    """Return whose PIN it is; count and journal a wrong one under a lock.

    `lock` is the person's number, or `ANYBODY`. A right PIN forgets what was wrong.

    Raises:
        PinNotTyped: nothing stands there; it is not counted.
        PinLocked: not even looked at.
        WrongPin: nobody's; nothing else was written.
    """
    if not pin:
        raise PinNotTyped
    with shop.storage.read() as seen:
        left = _left(shop, lock, kept=seen.sign_in_locks.get(lock))
    if left:
        raise PinLocked(seconds=-(-left // _SECOND))
    # Outside any unit of work: each comparison takes a tenth of a second by intent.
    found = next((person for person in of if pin_fits(shop, pin, person=person)), None)
    if found is None:
        raise WrongPin(tries_left=_count_wrong(shop, lock))
    return found


def forget_wrong(work: UnitOfWork, lock: int) -> None:
    """Forget the wrong tries of a lock, after a right PIN."""
    if work.sign_in_locks.get(lock).failures:
        work.sign_in_locks.remove(lock)


def _left(shop: Shop, lock: int, *, kept: SignInLock) -> int:
    """Milliseconds for which no PIN is looked at, however the clock was set meanwhile."""
    return shop.locks.left(
        lock, failures=kept.failures, waiting_ms=kept.waiting_ms, ticks=shop.clock.ticks()
    )


def _count_wrong(shop: Shop, lock: int) -> int:
    """Keep one more wrong try; returns how many are left before the lock closes."""
    with shop.storage.write() as work:
        failures = work.sign_in_locks.get(lock).failures + 1
        seconds = lock_seconds(failures)
        if lock != ANYBODY and _is_last_manager(shop, work, lock):
            seconds = min(seconds, _LAST_MANAGER_SECONDS)
        closed = SignInLock(failures=failures, waiting_ms=seconds * _SECOND)
        work.sign_in_locks.put(lock, closed)
        # Counted from now, not from the next try.
        _left(shop, lock, kept=closed)
        if clock_doubt(shop, last=work.journal.last_at, by=work.journal.last_by) is not None:
            # The try counts, but no entry bears a time that nobody believes.
            return max(0, FREE_TRIES - failures)
        settle_due_in(shop, work)
        fact = SignedIn(person=lock, till=shop.settings.till, accepted=False)
        record_fact(shop, work, fact, staff=SHOP_ITSELF)
    return max(0, FREE_TRIES - failures)


def _is_last_manager(shop: Shop, work: UnitOfWork, number: int) -> bool:
    """Whether everybody else who manages the shop is locked (faults.md 1.7)."""
    managers = [each for each in active_staff(work.book) if each.role != CASHIER]
    if number not in {each.number for each in managers}:
        return False
    others = (each.number for each in managers if each.number != number)
    return all(_left(shop, each, kept=work.sign_in_locks.get(each)) > 0 for each in others)

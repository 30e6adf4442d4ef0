"""A manager's PIN allows one action once; nobody signs out for it."""

from pos_app.actions.staff.check_pin import ANYBODY, check_pin, forget_wrong
from pos_app.actions.staff.staff_list import active_staff
from pos_app.domain.approval import Approval
from pos_app.domain.staff import may
from pos_app.shop import Shop


def approve(shop: Shop, pin: str, *, right: str, asked: int) -> Approval:
    """Return the approval of whoever's PIN it is, among those who have the right.

    It is put into the seat or the basket of that one action and is journaled with it;
    by itself it writes nothing (faults.md 1.7).

    Raises:
        PinLocked: too many wrong PINs; this one was not looked at.
        WrongPin: nobody with the right has it; journaled as a failed sign-in.
    """
    with shop.storage.read() as seen:
        able = tuple(each for each in active_staff(seen.book) if may(each.role, right))
        had_failures = seen.sign_in_locks.get(ANYBODY).failures > 0
    person = check_pin(shop, pin, of=able, lock=ANYBODY)
    if had_failures:
        with shop.storage.write() as work:
            forget_wrong(work, ANYBODY)
    return Approval(right=right, by=person.number, asked=asked)

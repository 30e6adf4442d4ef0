"""A manager lets somebody try again before the lock runs out."""

from pos_app.actions.staff.allowed import allowed
from pos_app.actions.staff.check_pin import forget_wrong
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop


def unlock_staff(shop: Shop, seat: Seat, *, staff: int) -> None:
    """Forget a person's wrong tries; 0 unlocks approvals.

    Raises:
        NotAllowed: only managers and owners may.
    """
    allowed(seat, OFFICE)
    with shop.storage.write() as work:
        forget_wrong(work, staff)

"""Whether a seat may do something, by its role or by a manager's approval."""

from pos_app.domain.seat import Seat
from pos_app.domain.staff import MERGE, PRICE, VOID, may
from pos_app.errors import NotAllowed

_WHICH_ONE = {PRICE, VOID, MERGE}
"""Approved for this price, sale or member alone; every other right up to a sum."""


def allowed(seat: Seat, right: str, *, asked: int = 0, limit: int | None = None) -> int | None:
    """Refuse what the seat may not do; return the approver's number, None for oneself.

    Staff 0 is the shop itself (replay, set-up), which may do everything.

    Raises:
        NotAllowed: neither the role nor an approval covers it.
    """
    if seat.staff == 0 or may(seat.role, right):
        return None
    for approval in seat.approvals:
        covers = approval.asked == asked if right in _WHICH_ONE else approval.asked >= asked
        if approval.right == right and covers:
            return approval.by
    raise NotAllowed(action=right, limit=limit, asked=asked)

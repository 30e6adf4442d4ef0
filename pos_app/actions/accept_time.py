"""Somebody finds the machine's clock right after a long silence."""

from pos_app.actions.allowed import allowed
from pos_app.actions.record_fact import record_fact
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.journal.facts import TimeAccepted
from pos_app.shop import Shop


def accept_time(shop: Shop, seat: Seat) -> None:
    """Journal that the clock is right; what is due by then may be done from now on.

    Raises:
        NotAllowed: only a manager or an owner may.
    """
    allowed(seat, OFFICE)
    with shop.storage.write() as work:
        fact = TimeAccepted(silent_since=work.journal.last_at)
        record_fact(shop, work, fact, staff=seat.staff)

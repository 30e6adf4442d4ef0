"""A member's balance is paid out at the counter, outside a sale."""

from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.actions.shift_of import refuse_without_shift
from pos_app.domain.member import Member
from pos_app.domain.money import Fen
from pos_app.domain.refusals_sale import PayoutRefused
from pos_app.domain.seat import Seat
from pos_app.engine.wallet import ACCOUNTS
from pos_app.errors import NotFound
from pos_app.journal.facts import PaidOut
from pos_app.shop import Shop


def pay_out(shop: Shop, seat: Seat, member: int, *, account: str, amount: Fen) -> None:
    """Draw a balance down; the drawer pays the same amount.

    Raises:
        PayoutRefused: the amount is not above zero or the account is none of a member's.
        RewardTooSmall, NotFound, NoShiftOpen: nothing was written.
    """
    if amount <= 0 or account not in ACCOUNTS:
        raise PayoutRefused(account, amount)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        if work.book.get(Member, member) is None:
            raise NotFound("member", str(member))
        refuse_without_shift(work.book, seat)
        fact = PaidOut(member, account, amount, seat.till, seat.shift)
        record_fact(shop, work, fact, staff=seat.staff)

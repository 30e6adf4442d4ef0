"""A member's balance is paid out at the counter, outside a sale."""

from pos_app.actions.receipt_of import printed_hash
from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.actions.shift_of import refuse_without_shift
from pos_app.actions.staff_list import staff_name
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.money import Fen
from pos_app.domain.payout_slip import PayoutSlip
from pos_app.domain.refusals_sale import PayoutRefused
from pos_app.domain.seat import Seat
from pos_app.engine.accounts import wallet
from pos_app.engine.wallet import ACCOUNTS
from pos_app.errors import NotFound
from pos_app.journal.canonical import canonical_json
from pos_app.journal.facts import PaidOut
from pos_app.journal.plain_values import plain_of
from pos_app.shop import Shop

PAYOUT = "payout"
"""How the body of a payout's slip names itself."""


def pay_out(shop: Shop, seat: Seat, member: int, *, account: str, amount: Fen) -> int:
    """Draw a balance down; the drawer pays the same. Return the slip's print job.

    Raises:
        PayoutRefused: the amount is not above zero or the account is none of a member's.
        RewardTooSmall, NotFound, NoShiftOpen: nothing was written.
    """
    if amount <= 0 or account not in ACCOUNTS:
        raise PayoutRefused(account, amount)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        paid = work.book.get(Member, member)
        if paid is None:
            raise NotFound("member", str(member))
        refuse_without_shift(work.book, seat)
        fact = PaidOut(member, account, amount, seat.till, seat.shift)
        entry = record_fact(shop, work, fact, staff=seat.staff).entry
        slip = PayoutSlip(
            number=entry.number,
            at=entry.at,
            till=seat.till,
            cashier=staff_name(work.book, seat.staff),
            member=member,
            masked_name=masked_name(paid.name),
            masked_phone=masked_phone(paid.phone),
            account=account,
            amount=amount,
            left=Fen(work.book.balance(wallet(account, member))),
            journal_hash=printed_hash(entry),
        )
        body = canonical_json({"slip": PAYOUT, "told": plain_of(slip)})
        return work.print_jobs.add("slip", made_at=entry.at, body=body)

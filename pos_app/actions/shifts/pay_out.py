"""A member's balance is paid out at the counter, outside a sale (rulebook 1.7)."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.receipts.receipt_of import printed_hash
from pos_app.actions.receipts.slip_jobs import Slip, add_slip
from pos_app.actions.shifts.shift_of import refuse_without_shift
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.money import NOTHING, WHOLE_BP, Fen, part
from pos_app.domain.papers.payout_slip import PayoutSlip
from pos_app.domain.refusals.sale import PayoutNotOffered, PayoutRefused, PayoutTooSmall
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT
from pos_app.engine.accounts import wallet
from pos_app.engine.book import rules_of
from pos_app.engine.wallet import ACCOUNTS
from pos_app.errors import NotFound
from pos_app.journal.facts import PaidOut
from pos_app.shop import Shop

_IN_CASH = "CASH"
"""The reward balance alone: vouchers and points never become money (rulebook 6.3)."""


def pay_out(shop: Shop, seat: Seat, member: int, *, account: str, amount: Fen) -> int:
    """Pay the reward balance out of the drawer. Return the slip's print job.

    The shop's `withdraw_mode` has to allow it; its fee stays in the books as a fee, so
    that the drawer pays `cash_paid`.

    Raises:
        PayoutNotOffered: the shop's rules let the balance pay for purchases only.
        PayoutTooSmall: below the shop's least payout.
        PayoutRefused: the amount is not above zero or is no reward balance.
        RewardTooSmall, NotFound, NoShiftOpen: nothing was written.
    """
    if account != _IN_CASH:
        raise PayoutRefused(account, amount)
    with shop.storage.read() as view:
        rules = rules_of(view.book)
    if rules.withdraw_mode != COUNTER_PAYOUT:
        raise PayoutNotOffered
    if 0 < amount < rules.payout_least:
        raise PayoutTooSmall(rules.payout_least, amount)
    fee = Fen(amount - cash_paid(shop, amount))
    return _draw_down(shop, seat, member, account=account, amount=amount, fee=fee)


def cash_paid(shop: Shop, amount: Fen) -> Fen:
    """What the drawer pays of a payout: the amount less the shop's fee (rulebook 1.1)."""
    with shop.storage.read() as view:
        fee_bp = rules_of(view.book).payout_fee_bp
    return part(max(NOTHING, amount), WHOLE_BP - fee_bp)


def pay_out_replayed(shop: Shop, seat: Seat, member: int, *, account: str, amount: Fen) -> int:
    """Draw any balance down as a replayed file says, whatever the shop's rules are.

    Return the slip's print job.

    Raises:
        PayoutRefused: the amount is not above zero or the account is none of a member's.
        RewardTooSmall, NotFound, NoShiftOpen: nothing was written.
    """
    return _draw_down(shop, seat, member, account=account, amount=amount, fee=NOTHING)


def _draw_down(shop: Shop, seat: Seat, member: int, *, account: str, amount: Fen, fee: Fen) -> int:
    if amount <= 0 or account not in ACCOUNTS:
        raise PayoutRefused(account, amount)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        paid = work.book.get(Member, member)
        if paid is None:
            raise NotFound("member", str(member))
        refuse_without_shift(work.book, seat)
        fact = PaidOut(member, account, amount, seat.till, seat.shift, fee=fee)
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
            amount=Fen(amount - fee),
            left=Fen(work.book.balance(wallet(account, member))),
            journal_hash=printed_hash(entry),
            fee=fee,
        )
        return add_slip(work, Slip.PAYOUT, slip, at=entry.at)

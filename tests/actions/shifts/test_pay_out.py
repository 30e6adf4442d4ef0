"""The reward balance in cash at the counter, where offered (rulebook 1.7)."""

import pytest

from pos_app.actions.books.audit_books import audit_books
from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.pay_out import cash_paid, pay_out, pay_out_replayed
from pos_app.domain.money import Fen
from pos_app.domain.month import Month
from pos_app.domain.refusals.sale import PayoutNotOffered, PayoutRefused, PayoutTooSmall
from pos_app.domain.seat import Seat
from pos_app.engine.wallet import RewardTooSmall
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import OIL


def earned(shop: Shop) -> tuple[Seat, int]:
    """A member whose balance is 1710 fen, paid by another's purchase."""
    seat = selling.open_for_trade(shop)
    first, second = make.member(shop, "林晓梅"), make.member(shop, "陈国", phone="13800005678")
    selling.sell(shop, seat, OIL, OIL, member=first)
    selling.sell(shop, seat, OIL, member=second)
    return seat, first


def test_a_new_shop_lets_the_balance_pay_for_purchases_only(shop: Shop) -> None:
    """1.7: STORE_TENDER_ONLY unless the owner says otherwise."""
    seat, first = earned(shop)
    has = selling.balance(shop, f"CASH:{first}")

    with pytest.raises(PayoutNotOffered):
        pay_out(shop, seat, first, account="CASH", amount=Fen(1))
    assert selling.balance(shop, f"CASH:{first}") == has


def test_a_payout_leaves_the_drawer_and_its_fee_the_balance(shop: Shop) -> None:
    """1.7, 1.1: net = part(gross, 10 000 - fee); the fee stays with the program."""
    seat, first = earned(shop)
    has = selling.balance(shop, f"CASH:{first}")
    drawer = selling.balance(shop, "drawer:1")
    selling.allow_payouts(shop, fee_bp=333)
    pay_out(shop, seat, first, account="CASH", amount=Fen(1000))

    assert cash_paid(shop, Fen(1000)) == 966
    assert selling.balance(shop, f"CASH:{first}") == has - 1000
    assert selling.balance(shop, "FEE") == 34
    assert selling.balance(shop, "OUT:1") == 966
    assert selling.balance(shop, "drawer:1") == drawer + 966
    assert audit_books(shop) == ()
    assert verify_books(shop.storage) == []
    statement = month_statement(shop, Month("2026-11"))
    held = {each.group: each for each in statement.held}
    assert (held["CASH"].spent, held["CASH"].taken_back) == (1000, 0)
    assert (held["FEE"].given, held["FEE"].closing) == (34, 34)
    assert statement.difference == 0


@pytest.mark.parametrize(
    ("account", "amount", "refusal"),
    [
        ("CASH", 999, PayoutTooSmall(Fen(1000), Fen(999))),
        ("CASH", 0, PayoutRefused("CASH", Fen(0))),
        ("CASH", 1_000_000, RewardTooSmall("CASH", Fen(1710), Fen(1_000_000))),
        ("VCH", 1000, PayoutRefused("VCH", Fen(1000))),
        ("POINTS", 1000, PayoutRefused("POINTS", Fen(1000))),
        ("PTS", 1000, PayoutRefused("PTS", Fen(1000))),
    ],
)
def test_only_enough_of_the_reward_balance_is_paid_out(
    shop: Shop, account: str, amount: int, refusal: PayoutRefused
) -> None:
    """1.7: at least ten yuan; 6.3: vouchers never become money."""
    seat, first = earned(shop)
    selling.allow_payouts(shop, least=1000)
    with pytest.raises(type(refusal)) as refused:
        pay_out(shop, seat, first, account=account, amount=Fen(amount))

    assert refused.value.facts == refusal.facts


def test_a_replayed_payout_asks_no_rule_of_the_shop(shop: Shop) -> None:
    """The file tells what happened: any balance, any amount, no fee (replay.md)."""
    seat, first = earned(shop)
    pay_out_replayed(shop, seat, first, account="POINTS", amount=Fen(1))

    assert selling.balance(shop, "OUT:1") == 1

"""Leaving, late returns and voids in the queue (rulebook 2.6, 2.8)."""

import pytest

from pos_app.domain.tender import VOUCHER
from pos_app.engine.leaving import NothingToLeave
from pos_app.engine.records.queue import (
    ACTIVE,
    ACTIVE_OF_MEMBER,
    CANCELLED,
    COMPLETED,
    WAITING,
)
from pos_app.engine.records.shared import SPENDABLE, Enrolment
from pos_app.engine.undo import VoidRefused
from tests.engine.mechanisms.queue_counter import counter_with, tickets


def test_the_exit_share_is_that_of_the_tickets_version() -> None:
    """The promise of the exit was part of what the member accepted."""
    counter = counter_with("V1", w_head=0, w_exit=10_000, exit_bp=10_000)
    first = counter.sell(1, 10_000)
    counter.adopt("Q", "M1", changes={"hold_days": 0, "exit_bp": 0})
    second = counter.sell(2, 10_000)

    # The fund holds 2000 of the first sale and 5 % of the second's concession.
    assert (counter.leave(first.number), counter.leave(second.number)) == (2100, 0)


def test_the_exit_voucher_expires_into_the_exit_fund() -> None:
    """365 days, then back where it came from, never to the platform (1.7)."""
    counter = counter_with("V5_DEFAULT", w_head=0, w_exit=5500)
    sale = counter.sell(1, 10_000)
    voucher = counter.leave(sale.number)
    counter.wait(days=365)
    valid = counter.book.balance("VCH:1")
    counter.wait(days=1)

    assert (voucher, valid, counter.book.balance("VCH:1")) == (1100, 1100, 0)
    assert counter.book.balance("FUND:Q:exit@Q/S1") == 1100


def test_the_exit_voucher_pays_at_most_half_of_a_sale() -> None:
    """`voucher_max_bp` 5000 of the total due (1.7)."""
    counter = counter_with("V5_DEFAULT", w_head=0, w_exit=5500)
    counter.leave(counter.sell(1, 10_000).number)
    counter.sell(1, 2001, with_rewards=((VOUCHER, 1000),))

    (lot,) = counter.book.scan(SPENDABLE, "VCH", "1")
    assert lot.left == 100


def test_returning_what_left_the_queue_takes_the_voucher_back_in_proportion() -> None:
    """The part already spent is netted when the return is voluntary (2.8, step 4)."""
    counter = counter_with("V5_DEFAULT", w_head=0, w_exit=5500)
    sale = counter.sell(1, 10_000)
    counter.leave(sale.number)
    counter.pay_out(1, "VCH", 800)
    (half,) = counter.take_back(sale.number, 5000)
    (rest,) = counter.take_back(sale.number, 5000)

    assert (half.voucher_back, half.voucher_netted) == (300, 250)
    assert (rest.voucher_back, rest.voucher_netted) == (0, 550)
    assert counter.book.balance("FUND:Q:exit@Q/S1") == 1100


def test_leaving_without_a_ticket_is_refused() -> None:
    """A second voucher for the same sale would be paid by others."""
    counter = counter_with()
    sale = counter.sell(1, 10_000)
    counter.leave(sale.number)

    with pytest.raises(NothingToLeave):
        counter.leave(sale.number)


def test_a_voided_completion_gives_the_old_seat_back() -> None:
    """The ticket was there first; its successor, untouched, waits again (2.8)."""
    counter = counter_with("V1", unit=5000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    last = counter.sell(3, 10_000)
    between = tickets(counter)
    counter.void(last.number)

    assert between[:2] == [("s1.1", 5000, 5000, COMPLETED), ("s1.2", 0, 5000, ACTIVE)]
    assert tickets(counter)[:2] == [("s1.1", 4000, 5000, ACTIVE), ("s1.2", 0, 5000, WAITING)]
    assert [(each[1:]) for each in tickets(counter)[4:]] == [(0, 0, CANCELLED)] * 2
    assert [each.seq for each in counter.book.scan(ACTIVE_OF_MEMBER, 1)] == [1]


def test_a_void_takes_the_exit_voucher_and_the_fee_back() -> None:
    """A full reversal: fund, fee, pool and store stand as before the sale (2.8)."""
    counter = counter_with("V1", w_head=5000, w_exit=4000, w_fee=1000)
    sale = counter.sell(1, 10_000)
    left = counter.leave(sale.number)
    before = counter.book.balance("SRC:S1"), counter.book.balance("FEE")
    counter.void(sale.number)
    names = ("SRC:S1", "FEE", "VCH:1", "POOL:Q@Q/S1", "FUND:Q:exit@Q/S1")

    assert (left, before) == (800, (-2000, 200))
    assert [counter.book.balance(name) for name in names] == [0, 0, 0, 0, 0]
    assert list(counter.book.scan(SPENDABLE, "VCH", "1")) == []


def test_a_void_is_refused_when_the_exit_voucher_is_spent() -> None:
    """Another voucher of the member does not make up for it (2.8)."""
    counter = counter_with("V1", w_head=0, w_exit=10_000, exit_bp=1000)
    first = counter.sell(1, 10_000)
    counter.leave(first.number)
    second = counter.sell(1, 10_000)
    counter.leave(second.number)
    counter.pay_out(1, "VCH", 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(first.number)

    assert refused.value.facts == {"why": "VOUCHER_SPENT", "account": ""}


def test_a_void_is_refused_when_the_fund_cannot_give_its_part_back() -> None:
    """The exit part went to somebody else's voucher (2.8)."""
    counter = counter_with("V1", w_head=0, w_exit=10_000, exit_bp=10_000)
    first = counter.sell(1, 10_000)
    second = counter.sell(2, 10_000)
    counter.leave(first.number)

    with pytest.raises(VoidRefused) as refused:
        counter.void(second.number)

    assert refused.value.facts == {"why": "SPENT", "account": "FUND:Q:exit@Q/S1"}


def test_a_part_with_money_stays_when_the_one_before_it_reopens() -> None:
    """The sale then has two ACTIVE tickets; nobody loses what he has received (2.8)."""
    counter = counter_with("V1", unit=5000, w_head=9000, w_every=1000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    third = counter.sell(3, 10_000)
    counter.sell(4, 10_000)
    counter.void(third.number)

    assert tickets(counter)[:2] == [
        ("s1.1", 4000, 5000, ACTIVE),
        ("s1.2", 66, 5000, ACTIVE),
    ]


def test_a_void_while_the_reward_is_held_leaves_no_trace_in_the_books() -> None:
    """Nothing had moved; nothing will."""
    counter = counter_with("V1", hold_days=7)
    sale = counter.sell(1, 10_000)
    counter.void(sale.number)
    settled = counter.wait(days=8)
    kept = counter.book.get(Enrolment, 1, 1)

    assert settled == ()
    assert kept is not None
    assert kept.state == "VOIDED"
    assert counter.book.balance("SRC:S1") == 0


def test_a_voided_sale_cannot_be_voided_again() -> None:
    """A second void would give the money back twice."""
    counter = counter_with("V1")
    sale = counter.sell(1, 10_000)
    counter.void(sale.number)

    with pytest.raises(VoidRefused) as refused:
        counter.void(sale.number)

    assert refused.value.why == "ALREADY_VOIDED"


def test_a_returned_sale_cannot_be_voided() -> None:
    """Part of it is undone already, by other rules (1.6)."""
    counter = counter_with("V1")
    sale = counter.sell(1, 10_000)
    counter.take_back(sale.number, 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(sale.number)

    assert refused.value.why == "RETURNED"


def test_the_store_gets_the_undistributed_part_of_its_own_lot_back() -> None:
    """At most in proportion to the return, and usually it has been used (2.8, step 1)."""
    counter = counter_with("V1", w_head=9000, w_exit=1000)
    sale = counter.sell(1, 10_000)
    (half,) = counter.take_back(sale.number, 5000)
    (rest,) = counter.take_back(sale.number, 5000)

    assert (half.to_merchant, rest.to_merchant) == (1000, 800)
    assert counter.book.balance("SRC:S1") == -200
    assert counter.book.balance("FUND:Q:exit@Q/S1") == 200


def test_a_void_after_somebody_returned_is_refused() -> None:
    """A ticket that was cut cannot be put back as it was (2.8)."""
    counter = counter_with("V1")
    first = counter.sell(1, 10_000)
    second = counter.sell(2, 10_000)
    counter.take_back(first.number, 1000)

    with pytest.raises(VoidRefused) as refused:
        counter.void(second.number)

    assert refused.value.why == "TICKET_RETURNED"


def test_a_void_of_another_day_is_refused() -> None:
    """A day that was closed keeps its figures; goods may still be returned."""
    counter = counter_with("V1")
    sale = counter.sell(1, 10_000)
    counter.wait(days=1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(sale.number)

    assert refused.value.why == "OTHER_DAY"

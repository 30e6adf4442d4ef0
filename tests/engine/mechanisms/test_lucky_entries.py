"""Entries of M1b: their sequence, and prizes that come as vouchers (rulebook 3.3)."""

from pos_app.engine.records.shared import SPENDABLE
from tests.engine.laws import check_laws
from tests.engine.mechanisms.test_lucky_draw import counter_with, picks


def test_entries_stand_by_when_they_settled_then_by_number() -> None:
    """3.3: sorted by (settled_at, completion number); the sequence decides who wins."""
    counter = counter_with(hold_days=3, concession_bp=2000, free_rate_bp=1000)
    counter.sell(1, 3000)
    counter.adopt(
        "L",
        "M1b",
        changes={"seed": "demo-4", "withhold_bp": 0, "hold_days": 0, "concession_bp": 2000,
                 "free_rate_bp": 1000},
    )  # fmt: skip
    counter.sell(2, 3000)
    counter.sell(3, 3000)
    counter.wait(days=10)

    assert picks(counter)[0].entries == "2:3000 3:3000 1:3000"


def test_a_prize_may_come_as_a_voucher_that_expires_into_the_pool() -> None:
    """3.2 prize_kind, 1.7: expired vouchers return to the pool they came from."""
    counter = counter_with(prize_kind="VCH", concession_bp=2000, free_rate_bp=1000)
    counter.sell(1, 10_000)
    counter.wait(days=7)
    (lot,) = counter.book.scan(SPENDABLE, "VCH", "1")
    won = counter.book.balance("VCH:1"), counter.book.balance("POOL:L@L")
    counter.wait(days=366)

    assert (lot.granted, lot.limit_bp, lot.back_to) == (1000, 5000, "POOL:L@L")
    assert won == (1000, 1000)
    assert (counter.book.balance("VCH:1"), counter.book.balance("CASH:1")) == (0, 0)
    assert counter.book.balance("POOL:L@L") == 2000


def test_a_prize_that_expires_after_the_end_goes_to_the_stores() -> None:
    """2.6: there is no pool any more; a lot without money would break M1-2's law."""
    counter = counter_with(prize_kind="VCH", concession_bp=2000, free_rate_bp=1000)
    counter.sell(1, 10_000)
    counter.wait(days=7)
    counter.close("L")
    before = counter.book.balance("SRC:S1")
    counter.wait(days=366)

    assert (before, counter.book.balance("SRC:S1")) == (-1000, 0)
    assert [counter.book.balance(name) for name in ("VCH:1", "POOL:L@L")] == [0, 0]
    check_laws(counter.book)

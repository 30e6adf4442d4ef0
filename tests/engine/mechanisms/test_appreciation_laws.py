"""M5-1 over random histories, and what a return, a void and an end of M5 must do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.domain.program import Program
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.appreciation import NavFund
from tests.engine.counter import Counter
from tests.engine.events import Event, History, Voided
from tests.engine.histories import events, play
from tests.engine.laws import check_laws
from tests.engine.pool_programs import appreciations


@st.composite
def histories_of_one_fund(draw: st.DrawFn) -> History:
    """Histories of an appreciation program alone; a void takes the price back with it."""
    happened: list[Event] = draw(st.lists(events(), min_size=10, max_size=40))
    return History(
        (draw(appreciations(longest_hold=3)),),
        tuple(each for each in happened if not isinstance(each, Voided)),
    )


@settings(max_examples=200)
@given(histories_of_one_fund())
def test_the_price_of_a_unit_never_falls(history: History) -> None:
    """M5-1: whoever waits must not lose by what others do."""
    seen = [(0, 0)]

    def check(counter: Counter, settled: object) -> None:
        fund = counter.book.get(NavFund, 1) or NavFund(1)
        value, units = counter.book.balance("POOL:N@N"), fund.units
        value_before, units_before = seen[-1]
        if units and units_before:
            assert value * units_before >= value_before * units
        seen.append((value, units))
        check_laws(counter.book)

    play(history, MemoryBook(), after=check)


def counter_with(**changes: object) -> Counter:
    """A counter with an appreciation program that settles at once."""
    counter = Counter(MemoryBook())
    counter.adopt("N", "M5", changes={"hold_days": 0, **changes})
    return counter


def test_the_reserve_never_mints_again_and_goes_home_at_the_end() -> None:
    """1.12: what is left without units belongs to the stores, not to the next buyer."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.redeem("N", 1, 2_100_000)
    reserve = counter.book.balance("FUND:N:reserve@N")
    counter.sell(2, 100_000)
    pool = counter.book.balance("POOL:N@N")
    counter.close("N")

    assert (reserve, pool) == (1500, 30_000)
    assert counter.book.balance("FUND:N:reserve@N") == 0
    assert counter.book.balance("VCH:2") == 30_000
    assert counter.book.balance("SRC:S1") == -(28_500 + 30_000)


def test_at_the_end_all_units_are_redeemed_without_fee() -> None:
    """7.8: a program that ends owes nobody anything."""
    counter = counter_with(cap_bp=0, fee_bp=3000)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.close("N")
    paid = [counter.book.balance(f"VCH:{member}") for member in (1, 2)]
    fund = counter.book.get(NavFund, 1)
    program = counter.book.get(Program, 1)

    assert sum(paid) == 60_000
    assert fund is not None
    assert fund.units == 0
    assert program is not None
    assert program.closed_at is not None


def test_a_return_after_the_end_goes_to_the_stores() -> None:
    """2.6: the pool is no more; what is taken back must not be stranded in it."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.close("N")
    counter.take_back(1, 50_000)

    assert counter.book.balance("POOL:N@N") == 0
    assert counter.book.balance("VCH:1") == 15_000
    assert counter.book.balance("SRC:S1") == -15_000


def test_an_expired_voucher_lifts_the_price_of_those_who_wait() -> None:
    """1.7: it returns to the pool it came from, never to the platform."""
    counter = counter_with(cap_bp=0, validity_days=30)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.redeem("N", 1, 1_000_000)
    before = counter.book.balance("POOL:N@N")
    paid = counter.book.balance("VCH:1")
    counter.wait(days=32)

    assert counter.book.balance("VCH:1") == 0
    assert counter.book.balance("POOL:N@N") == before + paid

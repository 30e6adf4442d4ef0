"""The ten mistakes of the seeds, each as what must not happen (rulebook 11.5)."""

import pytest

from pos_app.domain.files.strict_json import NotStrict, read_strict
from pos_app.domain.transfer import TRANSFERS, Account
from pos_app.engine.adopt import HoldTooShort, check_version
from pos_app.engine.book import Book
from pos_app.engine.errand_refusals import UnitsTooFew
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.draw import LARGEST_PRIZE, DrawParameters
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.program import (
    ParameterOutOfRange,
    ParametersDisagree,
    read_parameters,
)
from pos_app.engine.records.appreciation import NavFund
from pos_app.engine.records.draw import DrawPot
from pos_app.engine.settle import complete
from tests.engine.counter import Counter
from tests.engine.snapshot import snapshot

NEEDED: dict[str, dict[str, object]] = {"M1b": {"seed": "s"}}


def counter_with(kind: str, **changes: object) -> Counter:
    """A counter with one program that settles at once unless it says otherwise."""
    counter = Counter(MemoryBook())
    named = {"hold_days": 0, **NEEDED.get(kind, {}), **changes}
    counter.adopt("X", kind, changes=named)
    return counter


def book_of(counter: Counter) -> MemoryBook:
    """The counter's book, as one that can be looked through."""
    assert isinstance(counter.book, MemoryBook)
    return counter.book


def moved(book: Book) -> int:
    """How many transfers there are."""
    return sum(1 for _ in book.scan(TRANSFERS))


@pytest.mark.parametrize("written", ["19.99", "1e3", "NaN", "-0.0"])
def test_1_money_is_never_a_fraction(written: str) -> None:
    """Seed 000 kept amounts as Float; a tenth of a yuan is no binary number."""
    with pytest.raises(NotStrict) as refused:
        read_strict(f'{{"amount": {written}}}')

    assert refused.value.why == "fraction"


@pytest.mark.parametrize("kind", KINDS)
def test_1_no_parameter_is_a_fraction(kind: str) -> None:
    """Seed 001 had 0.3 and 0.7; rates are whole basis points."""
    first = next(iter(type(read_parameters(kind, changes=NEEDED.get(kind))).RANGES))

    with pytest.raises(ParameterOutOfRange):
        read_parameters(kind, changes={**NEEDED.get(kind, {}), first: 0.3})


def test_2_points_never_claim_more_than_their_pool_holds() -> None:
    """Seed 001 minted 2100 for 30 yuan against 900 in the pool: 2.3 times too much."""
    counter = counter_with("M5", fee_bp=0)
    counter.sell(1, 3000)
    fund = counter.book.get(NavFund, 1)
    assert fund is not None
    paid = counter.redeem("X", 1, fund.units).paid

    assert paid == 900


def test_3_a_reward_comes_once_however_many_purchases_follow() -> None:
    """Seed 001 paid the whole sum of thirds again at every purchase (R7)."""
    counter = counter_with("M2", min_order=1000)
    counter.sell(1, 3000)
    for friend in (2, 3, 4):
        counter.sell(friend, 3000, sponsor=1)
    paid = counter.book.balance("CASH:1")
    for _ in range(3):
        counter.sell(2, 3000, sponsor=1)
        counter.sell(1, 3000)

    assert paid == 3000
    assert counter.book.balance("CASH:1") == paid


def test_4_no_draw_without_a_promise_and_none_above_the_law() -> None:
    """Seeds 001 and 002 drew by a hidden chance, unpublished, without a cap."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M1b")
    with pytest.raises(ParameterOutOfRange):
        read_parameters("M1b", changes={"seed": "s", "prize_cap": LARGEST_PRIZE + 1})
    promised = read_parameters("M1b", changes={"seed": "s"})

    assert refused.value.rule == "SEED_MISSING"
    assert isinstance(promised, DrawParameters)
    assert len(promised.commitment) == 64


def test_5_a_prize_comes_out_of_the_pool_and_is_never_more() -> None:
    """Seed 002 set a purchase refunded and asked nobody for the money."""
    counter = counter_with("M1b", concession_bp=1000, withhold_bp=0)
    counter.sell(1, 10_000)
    nothing = counter.end_period("X")
    for member in range(2, 12):
        counter.sell(member, 10_000)
    prize = counter.end_period("X")
    pot = counter.book.get(DrawPot, 1)

    assert pot is not None
    assert (nothing, prize) == (0, 10_000)
    assert counter.book.balance("POOL:L@X") == 11 * 1000 - 10_000
    assert counter.book.balance("SRC:S1") == -11_000


def test_6_a_redemption_takes_the_whole_and_asks_what_there_is() -> None:
    """Seed 003 took only the net amount off the balance, and never looked at it."""
    counter = counter_with("M5")
    counter.sell(1, 100_000)
    with pytest.raises(UnitsTooFew):
        counter.redeem("X", 1, 2_100_001)
    redeemed = counter.redeem("X", 1, 1_000_000)
    fund = counter.book.get(NavFund, 1)
    assert fund is not None

    assert fund.units == 1_100_000
    assert redeemed.gross == redeemed.paid + redeemed.fee


@pytest.mark.parametrize("kind", KINDS)
def test_7_asking_twice_for_a_reward_changes_nothing(kind: str) -> None:
    """Seed 000 could be asked to calculate as often as one liked (INV-7)."""
    counter = counter_with(kind)
    counter.sell(1, 20_000)
    sale = counter.sell(2, 20_000, sponsor=1)
    before = snapshot(book_of(counter))
    again = complete(counter.book, sale, decisions=counter.last_decisions)

    assert again == ()
    assert snapshot(book_of(counter)) == before


@pytest.mark.parametrize("kind", KINDS)
def test_8_nothing_moves_while_goods_may_still_come_back(kind: str) -> None:
    """The seeds gave rewards with the purchase; a return then took nothing back."""
    counter = counter_with(kind, hold_days=7)
    for member in (1, 2, 3):
        counter.sell(member, 20_000, sponsor=member - 1 or None)
    counter.wait(days=6)
    for number in (1, 2, 3):
        counter.take_back(number, 20_000)
    counter.wait(days=2)

    assert moved(counter.book) == 0


def test_8_a_hold_covers_the_published_return_window() -> None:
    """A program that pays earlier is refused before the first sale (1.3)."""
    with pytest.raises(HoldTooShort):
        check_version(MemoryBook(), None, parameters=read_parameters("M5"), return_window_days=8)


def test_9_a_purchase_of_ones_own_is_no_referral() -> None:
    """Seed 001 counted the member's own purchases and called it refer three."""
    counter = counter_with("M2", min_order=1000)
    for _ in range(6):
        counter.sell(1, 3000)
    counter.sell(1, 3000, sponsor=1)

    assert counter.book.balance("CASH:1") == 0
    assert counter.book.balance("SRC:S1") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_10_every_fen_conceded_is_somewhere(kind: str) -> None:
    """Seeds 001 and 003 set 30 % aside and wrote nowhere who gets it (INV-3, INV-4)."""
    counter = counter_with(kind)
    for member in (1, 2, 3, 4):
        counter.sell(member, 33_333, sponsor=member - 1 or None)
    counter.wait(days=40)
    book = book_of(counter)
    balances = [account.balance for account in book.records(Account)]
    conceded = -counter.book.balance("SRC:S1")

    assert sum(balances) == 0
    assert sum(balance for balance in balances if balance > 0) == conceded

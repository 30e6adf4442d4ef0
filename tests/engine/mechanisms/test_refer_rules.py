"""M2 beyond its examples: what the rulebook says in words only (4.3, 4.5, 4.7)."""

import pytest

from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.accounts import cycle_fund
from pos_app.engine.debts import debt_of
from pos_app.engine.enrol import enrol
from pos_app.engine.leaving import close_program
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.program import ParametersDisagree, read_parameters
from pos_app.engine.records.refer import EXPIRED, OPEN, OwnPurchase, ReferCycle, Referral
from pos_app.engine.records.shared import SKIPPED, Enrolment
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import OPENING, Counter


def counter_with(**changes: object) -> Counter:
    """A counter with a refer-three program, without a hold unless one is named."""
    counter = Counter(MemoryBook())
    counter.adopt("R", "M2", changes={"hold_days": 0, **changes})
    return counter


def cash(counter: Counter, member: int = 1) -> int:
    """A member's reward balance."""
    return counter.book.balance(f"CASH:{member}")


def fund(counter: Counter, number: int = 1) -> int:
    """What is in a cycle of the first member."""
    return counter.book.balance(cycle_fund("R", 1, number=number))


def cycle(counter: Counter, number: int = 1) -> ReferCycle:
    """A cycle of the first member."""
    found = counter.book.get(ReferCycle, 1, 1, number)
    assert found is not None
    return found


def refer(counter: Counter, *bases: int, first: int = 2) -> None:
    """Sell to new members whom the first one brought."""
    for member, base in enumerate(bases, start=first):
        counter.sell(member, base, sponsor=1)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"concession_bp": 3333}, ("STAGE_NOT_FUNDED", 9999, 10_000)),
        ({"cum": [3500, 5000, 10_000]}, ("STAGE_NOT_FUNDED", 3400, 3500)),
        ({"cum": [2000, 10_000]}, ("STAGES", 2, 3)),
        ({"cum": [3000, 2000, 10_000]}, ("STAGES_FALL", 2000, 3000)),
        ({"own_order_needed": False}, ("OWN_ORDER_NEEDED", 0, 1)),
        ({"after_cycle": "FIXED_BP", "fixed_bp": 3401}, ("FIXED_ABOVE_CONCESSION", 3401, 3400)),
    ],
)
def test_a_program_that_is_not_funded_is_refused_with_the_figure(
    changes: dict[str, object], refusal: tuple[str, int, int]
) -> None:
    """The theorem of 4.3 is what keeps every stage paid by its own referrals."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M2", changes=changes)

    assert str(refused.value) == str(ParametersDisagree(*refusal))


def test_the_theorem_binds_the_smallest_of_the_cycle_only() -> None:
    """Any other basis may fall short; the fund caps it and the short part is shown."""
    counter = counter_with(basis="OWN", concession_bp=1000)
    counter.sell(1, 20_000)
    refer(counter, 10_000)
    referral = counter.book.get(Referral, 1, 2)

    assert referral is not None
    assert (cash(counter), referral.short) == (1000, 3000)


def test_each_referral_pays_its_own_stage_of_its_own_price() -> None:
    """REFERRED_EACH: 20 % of the first, 30 % of the second, half of the third."""
    counter = counter_with(basis="REFERRED_EACH")
    counter.sell(1, 50_000)
    refer(counter, 10_000, 20_000, 12_000)

    assert cash(counter) == 2000 + 6000 + 6000


def test_the_latest_own_price_counts_where_the_owner_says_so() -> None:
    """LATEST_OWN: the second purchase of the sponsor sets the price of his cycle."""
    counter = counter_with(basis="LATEST_OWN")
    counter.sell(1, 10_000)
    counter.sell(1, 15_000)
    refer(counter, 20_000)

    assert (cash(counter), cycle(counter).target) == (3000, 15_000)


def test_a_cycle_ends_after_its_days_and_gives_the_rest_to_the_store() -> None:
    """What was paid stays; the fund goes back at 00:00 after the last valid day."""
    counter = counter_with(cycle_expiry_days=30)
    counter.sell(1, 10_000)
    refer(counter, 10_000)
    counter.wait(days=30)
    before = fund(counter)
    counter.wait(days=1)

    assert (before, fund(counter), cycle(counter).state) == (1400, 0, EXPIRED)
    assert (cash(counter), counter.book.balance("SRC:S1")) == (2000, -2000)


def test_a_referee_counts_once_unless_the_owner_says_otherwise() -> None:
    """A friend's second purchase is his own business."""
    once, again = counter_with(), counter_with(count_repeat=True)
    for counter in (once, again):
        counter.sell(1, 10_000)
        refer(counter, 10_000)
        counter.sell(2, 10_000, sponsor=1)
    kept = once.book.get(Enrolment, 3, 1)

    assert kept is not None
    assert (kept.state, kept.reason, kept.concession) == (SKIPPED, "ALREADY_COUNTED", 0)
    assert (cash(once), cash(again)) == (2000, 5000)


def test_a_fixed_share_after_the_cycle_comes_out_of_the_same_sale() -> None:
    """FIXED_BP: 10 % of each further referral, and nothing before a cycle was closed."""
    counter = counter_with(after_cycle="FIXED_BP", fixed_bp=1000)
    counter.sell(1, 10_000)
    refer(counter, 10_000, 10_000, 10_000)
    refer(counter, 20_000, first=5)
    counter.take_back(5, 10_000)

    assert cash(counter) == 10_000 + 1000
    assert counter.book.balance("SRC:S1") == -11_000


def test_an_own_purchase_counts_when_its_hold_is_over() -> None:
    """Nobody's reward moves while goods may still come back."""
    counter = counter_with(hold_days=7)
    counter.sell(1, 10_000)
    counter.wait(days=1)
    refer(counter, 10_000)
    counter.wait(days=6)
    waiting = cash(counter)
    counter.wait(days=1)

    assert (waiting, cash(counter)) == (0, 2000)


def test_a_return_in_the_hold_leaves_no_entry() -> None:
    """Nothing was paid, so nothing is taken back; what is left may still qualify."""
    counter = counter_with(hold_days=7)
    counter.sell(1, 20_000)
    counter.take_back(1, 15_000)
    counter.sell(1, 20_000)
    counter.take_back(2, 5000)
    counter.wait(days=7)
    purchases = [counter.book.get(OwnPurchase, 1, sale) for sale in (1, 2)]

    assert [purchase.base if purchase else None for purchase in purchases] == [None, 15_000]
    assert counter.book.balance("SRC:S1") == 0


def test_a_purchase_skipped_for_want_of_a_sponsor_may_be_voided_in_its_hold() -> None:
    """What was to be noted later must not come true after the sale was undone."""
    counter = counter_with(hold_days=7)
    counter.sell(1, 20_000)
    counter.void(1)
    counter.wait(days=8)

    assert counter.book.get(OwnPurchase, 1, 1) is None


def test_the_last_referral_voided_is_the_state_before_it() -> None:
    """A cycle that had just closed is open again, with the same money in it."""
    counter = counter_with()
    counter.sell(1, 10_000)
    refer(counter, 10_000, 10_000)
    before = (cash(counter), fund(counter), counter.book.balance("SRC:S1"), cycle(counter).paid)
    refer(counter, 30_000, first=4)
    counter.void(4)
    after = (cash(counter), fund(counter), counter.book.balance("SRC:S1"), cycle(counter).paid)

    assert (after, cycle(counter).state) == (before, OPEN)


def test_a_void_is_refused_when_the_sponsor_has_spent_it() -> None:
    """The till offers a return, which makes a debt."""
    counter = counter_with()
    counter.sell(1, 10_000)
    refer(counter, 10_000)
    counter.pay_out(1, "CASH", 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(2)

    assert refused.value.facts == {"why": "SPENT", "account": "CASH:1"}


def test_the_refund_of_the_own_purchase_is_netted_when_it_was_spent() -> None:
    """It was the store's money for this very purchase; bad goods are refunded whole."""
    for reason, netted, absorbed in (("voluntary", 2000, 0), ("defect", 0, 2000)):
        counter = counter_with()
        counter.sell(1, 10_000)
        refer(counter, 10_000)
        counter.pay_out(1, "CASH", 2000)
        (taken,) = counter.take_back(1, 10_000, reason=reason)

        assert (taken.from_wallet, taken.netted, taken.absorbed) == (0, netted, absorbed)
        assert (taken.to_merchant, debt_of(counter.book, 1, member=1)) == (1400, 0)


def test_each_store_gets_its_own_money_back() -> None:
    """The fund keeps a lot of each referral; the rest goes back to whose it was."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1, store="S1")
    counter.sell(3, 10_000, sponsor=1, store="S2")
    counter.sell(4, 10_000, sponsor=1, store="S2")

    assert counter.book.balance("SRC:S1") == -3400
    assert counter.book.balance("SRC:S2") == -6600


def test_the_end_of_the_program_gives_every_fund_back() -> None:
    """What was paid stays; a referral after the end pays nobody."""
    counter = counter_with()
    counter.sell(1, 10_000)
    refer(counter, 10_000)
    counter.close("R")
    again = counter.book.get(Program, 1)
    assert again is not None
    close_program(counter.book, again)

    assert (cash(counter), fund(counter), cycle(counter).state) == (2000, 0, EXPIRED)


def test_other_goods_do_not_count_where_goods_are_designated() -> None:
    """A reward for a product cannot be bought with another one."""
    counter = counter_with(products=["wine"])
    reasons = [
        enrol(counter.book, _asked(*skus, sponsor=sponsor))[0].reason
        for sponsor in (None, 1)
        for skus in (["wine"], ["wine", "rice"])
    ]

    assert reasons == ["NO_SPONSOR", "NOT_DESIGNATED", "NO_OWN_PURCHASE", "NOT_DESIGNATED"]


@pytest.mark.parametrize("barred", [False, True], ids=["no sponsor", "household"])
def test_an_own_purchase_that_is_too_small_says_so(*, barred: bool) -> None:
    """Told to bring a referrer, a buyer would do it for a purchase that never counts."""
    counter = counter_with()
    counter.sell(1, 9999, sponsor=2 if barred else None, barred=barred)

    assert [each.reason for each in counter.last_decisions] == ["BELOW_MINIMUM"]
    assert counter.book.get(OwnPurchase, 1, 1) is None


def _asked(*skus: str, sponsor: int | None) -> SaleAsk:
    return SaleAsk(
        store="S1",
        member=2,
        sponsor=sponsor,
        base=Fen(20_000),
        costs=(None,),
        at=OPENING,
        day=business_day(OPENING),
        max_total_concession_bp=7000,
        max_margin_share_bp=8000,
        skus=skus,
    )


@pytest.mark.parametrize("sale", [1, 2], ids=["own purchase", "referral"])
def test_a_return_that_brings_nothing_back_does_not_touch_the_cycle(sale: int) -> None:
    """The same return twice takes once, and a void afterwards is still exact (1.6)."""
    counter = counter_with()
    counter.sell(1, 20_000)
    refer(counter, 20_000)
    counter.take_back(sale, 5000)
    before = cycle(counter)
    counter.take_back(sale, 0)

    assert cycle(counter) == before

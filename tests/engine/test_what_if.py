"""A what-if is the same engine on the same sales, and says what it assumes."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pos_app.domain.moment import Day, Instant, day_after, start_of
from pos_app.domain.money import Fen
from pos_app.domain.refusals.program import ProgramNameTaken, ProgramOverLimit
from pos_app.domain.settings import ShopRules
from pos_app.domain.transfer import Account
from pos_app.domain.what_if_figures import (
    AS_GIVEN,
    HALVED,
    STOPPED,
    ProgramPoint,
    WhatIf,
    WhatIfProgress,
)
from pos_app.engine.adopt import HoldTooShort
from pos_app.engine.leaving import NothingToLeave
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.program import ParametersDisagree, UnknownKind
from pos_app.engine.trying.adopt import ProgramTried
from pos_app.engine.trying.synthetic_trade import STORE, read_synthetic, synthetic_trade
from pos_app.engine.trying.trade import Trade, TradeLeaving, TradeReturn, TradeSale
from pos_app.engine.what_if import NoProgramTried, RedLineOutside, WhatIfStopped, what_if
from pos_app.errors import Refusal
from tests.engine.counter import Counter
from tests.engine.trying import RULES, tried_on

MADE = {"sales_a_day": 6, "days": 45, "return_bp": 1500, "leave_bp": 1500, "seed": 7}
TRIED = {
    "M0": ProgramTried("P", "M0"),
    "M1": ProgramTried("P", "M1", "V5_DEFAULT", {"min_order": 1000}),
    "M1b": ProgramTried("P", "M1b", None, {"concession_bp": 1000, "seed": "s"}),
    "M2": ProgramTried("P", "M2", None, {"min_order": 1000}),
    "M3": ProgramTried("P", "M3", None, {"lock_bp": 2000}),
    "M4": ProgramTried("P", "M4", "REFERRAL", {"fee_bp": 100}),
    "M5": ProgramTried("P", "M5"),
    "M6": ProgramTried("P", "M6", "REFERRAL"),
}
TOGETHER = (
    ProgramTried("points", "M0", None, {}, 10),
    ProgramTried("queue", "M1", "V2B", {"min_order": 1000}, 20),
    ProgramTried("green", "M4", None, {}, 30),
)


def tried(*programs: ProgramTried) -> WhatIf:
    """The programs on the trade of these tests."""
    return what_if(synthetic_trade(read_synthetic(MADE)), programs, rules=RULES)


def sales_only(trade: Trade, kept: Iterable[int]) -> Trade:
    """The trade with some of its sales, and with all returns."""
    numbers = set(kept)
    events = [
        each for each in trade.events if not isinstance(each, TradeSale) or each.number in numbers
    ]
    return replace(trade, events=events)


def at_the_counter(*programs: ProgramTried) -> dict[str, int]:
    """The same trade at a counter on a full book, where members spend all at once."""
    trade = synthetic_trade(read_synthetic(MADE))
    book = MemoryBook()
    first = next(iter(trade.events))
    counter = Counter(book, at=first.at)
    for each in programs:
        counter.adopt(
            each.name, each.kind, priority=each.priority, preset=each.preset, changes=each.params
        )
    for event in trade.events:
        counter.at = event.at
        counter.wait()
        spend_all(book, counter)
        if isinstance(event, TradeSale):
            counter.sell(event.member, event.base, sponsor=event.sponsor)
        elif isinstance(event, TradeReturn):
            counter.take_back(event.sale, event.base)
        elif isinstance(event, TradeLeaving):
            leave(counter, event.sale)
        spend_all(book, counter)
    counter.at = Instant(start_of(day_after(trade.last, 8)) - 1)
    counter.wait()
    spend_all(book, counter)
    return {each.name: each.balance for each in book.records(Account) if each.balance}


def leave(counter: Counter, sale: int) -> None:
    """Leave the queue if there is anything to leave."""
    try:
        counter.leave(sale)
    except NothingToLeave:
        return


def spend_all(book: MemoryBook, counter: Counter) -> None:
    """Draw every purse down."""
    for account in book.records(Account):
        kind, _, holder = account.name.partition(":")
        if kind in {"CASH", "VCH", "POINTS"} and account.balance and holder.isdigit():
            counter.pay_out(int(holder), kind, account.balance)


@pytest.mark.parametrize("programs", [(each,) for each in TRIED.values()] + [TOGETHER], ids=str)
def test_the_what_if_moves_what_the_till_would_move(programs: tuple[ProgramTried, ...]) -> None:
    """It forgets to save memory; a fen that went another way would make it a guess."""
    last = [each.last for each in tried(*programs).scenario(AS_GIVEN).programs]
    balances = at_the_counter(*programs)

    assert sum(each.funded for each in last) == -balances[f"SRC:{STORE}"]
    assert sum(each.pool for each in last) == sum(
        balance for name, balance in balances.items() if name.startswith(("POOL", "FUND"))
    )
    assert sum(each.kept for each in last) == sum(
        balances.get(name, 0) for name in ("FEE", "OUT:tax")
    )


@pytest.mark.parametrize("kind", TRIED)
def test_what_was_funded_is_paid_or_still_there(kind: str) -> None:
    """INV-3 on every day of every scenario: a curve that leaks is no estimate."""
    answer = tried(TRIED[kind])

    assert [
        (each.name, day.day)
        for each in answer.scenarios
        for day in each.days
        for point in day.programs
        if point.funded != point.paid + point.pool + point.kept
        or min(point.paid, point.pool, point.kept, point.owed, point.waiting) < 0
    ] == []


def test_the_same_question_has_the_same_answer() -> None:
    """Whoever shows a curve to a partner must be able to show it again."""
    assert tried(*TOGETHER) == tried(*TOGETHER)


def test_the_red_line_is_the_same_past_with_other_sales_afterwards() -> None:
    """Halved and stopped are tried from the red line on; before it nothing differs."""
    answer = tried(TRIED["M1"])
    before = {
        name: [day for day in answer.scenario(name).days if day.day < answer.red_from]
        for name in (AS_GIVEN, HALVED, STOPPED)
    }
    after = {
        name: sum(day.sales for day in answer.scenario(name).days if day.day >= answer.red_from)
        for name in (AS_GIVEN, HALVED, STOPPED)
    }

    assert answer.red_from == "2026-01-23"
    assert before[AS_GIVEN] == before[HALVED] == before[STOPPED]
    assert after == {AS_GIVEN: 138, HALVED: 69, STOPPED: 0}


def test_halved_is_every_second_sale_left_out() -> None:
    """The owner can work it out by hand: from sale 133 on the odd ones remain."""
    trade = synthetic_trade(read_synthetic(MADE))
    odd = [number for number in range(1, trade.sales + 1) if number <= 132 or number % 2]
    by_hand = what_if(sales_only(trade, odd), [TRIED["M1"]], rules=RULES)

    assert by_hand.scenario(AS_GIVEN).days == tried(TRIED["M1"]).scenario(HALVED).days


def test_when_sales_stop_nobody_is_paid_any_more() -> None:
    """Table 2.10 turned red: the last in the queue wait for ever."""
    made = {"sales_a_day": 10, "days": 20, "amounts": [10_000], "member_bp": 10_000}
    made |= {"new_bp": 10_000, "sponsor_bp": 0, "return_bp": 0}
    stopped = tried_on("M1", preset="V1", params={"hold_days": 0}, made=made).scenario(STOPPED)
    (program,) = stopped.programs

    assert program.last == ProgramPoint(
        funded=Fen(200_000),
        paid=Fen(200_000),
        owed=Fen(800_000),
        pool=Fen(0),
        kept=Fen(0),
        repaid=20,
        waiting=80,
    )
    assert (program.waiting_members, program.not_covered) == (80, 800_000)
    assert program.repaid_bp == 2000


def test_the_median_wait_is_counted_in_days_and_in_sales() -> None:
    """Rulebook 9.2: with one sale a day at 20 % the n-th waits four days longer each."""
    made = {"sales_a_day": 1, "days": 26, "amounts": [10_000], "member_bp": 10_000}
    made |= {"new_bp": 10_000, "sponsor_bp": 0, "return_bp": 0}
    answer = tried_on("M1", preset="V1", params={"hold_days": 0}, made=made)
    (program,) = answer.scenario(AS_GIVEN).programs

    # Purchases 1 to 5 are filled by sales 5, 10, 15, 20 and 25.
    assert program.last.repaid == 5
    assert (program.median_days, program.median_sales) == (12, 12)


def test_a_referral_costs_what_stores_conceded_for_it() -> None:
    """Rulebook 9.2: what each new customer who was brought has cost."""
    first = next(iter(synthetic_trade(read_synthetic(MADE)).events))
    sale = TradeSale(1, first.at, STORE, 1, None, Fen(20_000))
    brought = [replace(sale, number=number, member=number, sponsor=1) for number in (2, 3, 4)]
    trade = Trade(Day("2026-01-01"), Day("2026-01-01"), 4, [sale, *brought])
    tried_program = ProgramTried("P", "M2", None, {"hold_days": 0})
    answer = what_if(trade, [tried_program], rules=RULES, red_from=Day("2026-01-01"))
    (program,) = answer.scenario(AS_GIVEN).programs

    # R5 of the rulebook: 6800 thrice, of which 400 go back at the close.
    assert (program.referrals, program.last.funded, program.last.repaid) == (3, 20_000, 1)
    assert program.cost_per_referral == 6666


def test_sales_that_do_not_join_are_counted_once_by_reason() -> None:
    """Skipped enrolments by reason (9.2), also what M2 takes note of all the same."""
    made = {"sales_a_day": 10, "days": 3, "sponsor_bp": 0, "return_bp": 0, "seed": 7}
    answer = tried_on("M2", params={"min_order": 1000}, made=made)
    (program,) = answer.scenario(AS_GIVEN).programs

    assert program.skipped == (("NO_MEMBER", 13), ("NO_SPONSOR", 17))


def test_progress_is_told_and_a_no_stops_the_trial() -> None:
    """A year of sales takes minutes; the owner may have seen enough."""
    told: list[WhatIfProgress] = []

    def watch(now: WhatIfProgress) -> bool:
        told.append(now)
        return len(told) < 3

    trade = synthetic_trade(read_synthetic(MADE))
    with pytest.raises(WhatIfStopped):
        what_if(trade, [TRIED["M0"]], rules=RULES, watch=watch)

    assert [each.sales for each in told] == [0, 48, 93]
    assert {each.of for each in told} == {270}


@pytest.mark.parametrize(
    ("programs", "rules", "refusal"),
    [
        ((), RULES, NoProgramTried),
        ((TRIED["M0"], TRIED["M1"]), RULES, ProgramNameTaken),
        ((TRIED["M2"],), ShopRules(), ProgramOverLimit),
        ((TRIED["M0"],), ShopRules(return_window_days=7), HoldTooShort),
        ((ProgramTried("P", "M9"),), RULES, UnknownKind),
        ((ProgramTried("P", "M1", None, {"w_head": 1}),), RULES, ParametersDisagree),
    ],
)
def test_what_could_not_be_adopted_is_not_tried(
    programs: tuple[ProgramTried, ...], rules: ShopRules, refusal: type[Refusal]
) -> None:
    """An estimate of a program that nobody may run would only mislead."""
    with pytest.raises(refusal):
        what_if(synthetic_trade(read_synthetic(MADE)), programs, rules=rules)


def test_the_red_line_lies_within_the_trade() -> None:
    """A day mistyped by a year would show three equal curves."""
    trade = synthetic_trade(read_synthetic(MADE))

    with pytest.raises(RedLineOutside):
        what_if(trade, [TRIED["M0"]], rules=RULES, red_from=day_after(trade.last, 1))

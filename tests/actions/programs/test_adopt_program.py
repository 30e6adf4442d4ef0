"""Programs: adopt, switch_program, close, list_programs, preview_program."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.premises.show_rules import show_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.programs.switch_program import switch_program
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.money import Fen
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.program import (
    ProgramClosedForGood,
    ProgramConsentMissing,
    ProgramHoldTooShort,
    ProgramNameTaken,
    ProgramOverLimit,
    TypedSentenceWrong,
)
from pos_app.domain.refusals.settings import SettingOutOfRange
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopRules
from pos_app.domain.staff import OWNER
from pos_app.engine.adopt import HoldTooShort
from pos_app.engine.program import (
    ParameterOutOfRange,
    UnknownKind,
    UnknownParameter,
    UnknownPreset,
)
from pos_app.engine.records.shared import ENROLMENTS
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

POINTS = ProgramAsk("积分", "M0")
QUEUE = ProgramAsk("排队", "M1", "V2B", consent_by="周满")
REFERRAL = replace(QUEUE, preset="V5_DEFAULT", typed_sentence=TYPED_SENTENCES["zh_CN"])


def shown(shop: Shop) -> list[tuple[int, str, int, bool, str]]:
    """Number, name, version, enabled and risk of every program, in the order tried."""
    return [
        (each.program.number, each.program.name, each.program.version, each.program.enabled,
         each.risk)
        for each in list_programs(shop)
    ]  # fmt: skip


def test_goods_may_not_come_back_for_longer_than_a_program_holds(shop: Shop) -> None:
    """A reward paid before the goods are back is money that nobody gives back (1.3)."""
    params = {"hold_days": 3}
    adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk("积分", "M0", params=params))
    before = show_rules(shop)
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(return_window_days=3))
    with pytest.raises(ProgramHoldTooShort) as refused:
        set_rules(shop, make.OWNER_SEAT, rules=ShopRules(return_window_days=4))

    assert before.return_window_days == 0
    assert show_rules(shop).return_window_days == 3
    assert refused.value.facts == {"program": "积分", "hold_days": 3, "return_window_days": 4}


def test_points_need_no_more_than_the_owners_hand(shop: Shop) -> None:
    """Points are green: nobody waits or is paid for another (rulebook 10.10)."""
    number = adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)

    assert number == 1
    assert shown(shop) == [(1, "积分", 1, True, "green")]


def test_a_queue_needs_somebody_who_accepted_the_disclosure(shop: Shop) -> None:
    """Who answers for it must stand in the audit log by name."""
    with pytest.raises(ProgramConsentMissing) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=replace(QUEUE, consent_by=" "))
    adopt_tried(shop, make.OWNER_SEAT, ask=QUEUE)

    with shop.storage.read() as seen:
        (entry,) = seen.book.scan(ENTRIES_OF_KIND, "program_adopted")
    fact = json.loads(entry.body)["fact"]
    assert refused.value.risk == "yellow"
    assert shown(shop) == [(1, "排队", 1, True, "yellow")]
    assert (fact["consent_by"], fact["version"]) == ("周满", 1)
    assert json.loads(fact["params"])["w_every"] == 5000


def test_a_program_that_pays_sponsors_needs_its_sentence_typed(shop: Shop) -> None:
    """Red: a two-level setting alone has cost a shop a fine (rulebook 10.1)."""
    with pytest.raises(TypedSentenceWrong) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=replace(REFERRAL, typed_sentence="好的"))
    adopt_tried(shop, make.OWNER_SEAT, ask=REFERRAL)

    assert refused.value.sentences == tuple(TYPED_SENTENCES.values())
    assert shown(shop) == [(1, "排队", 1, True, "red")]


def test_a_start_without_a_name_changes_the_program_that_runs(shop: Shop) -> None:
    """In a shop whose queue has a name of its own no second queue may begin."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(QUEUE, name="老街排队"))
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(QUEUE, name=""))
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(QUEUE, name="新街排队"))

    assert shown(shop) == [
        (1, "老街排队", 2, True, "yellow"),
        (2, "新街排队", 1, True, "yellow"),
    ]


def test_a_start_after_the_end_takes_the_next_name(shop: Shop) -> None:
    """A program stopped for good keeps its name: old receipts speak of it."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, name=""))
    close_program(shop, make.OWNER_SEAT, program=1)
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, name=""))

    assert [each[:3] for each in shown(shop)] == [(1, "积分", 1), (2, "积分 2", 1)]


def test_the_shop_itself_counts_as_the_owners_consent(shop: Shop) -> None:
    """A replay stands for a consent given long ago, and says who it was."""
    seat = Seat(0, "replay", OWNER, store="S1", till="1")
    adopt_tried(shop, seat, ask=replace(REFERRAL, typed_sentence="", consent_by="replay"))

    (program,) = list_programs(shop)
    assert program.program.consent_by == "replay"


def test_a_program_switched_off_needs_no_consent_yet(shop: Shop) -> None:
    """Looking at a program must not need a signature; starting it does."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(QUEUE, enabled=False, consent_by=""))

    with pytest.raises(ProgramConsentMissing):
        switch_program(shop, make.OWNER_SEAT, program=1, enabled=True)
    switch_program(shop, make.OWNER_SEAT, program=1, enabled=True, consent_by="周满")

    assert shown(shop) == [(1, "排队", 2, True, "yellow")]


def test_a_version_counts_for_later_sales_only(shop: Shop) -> None:
    """The rules may not change under a customer who has paid (rulebook 1.11)."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, params={"earn_bp": 100}))
    member = make.member(shop)
    seat = make.seat_with_shift(shop)
    product = make.product(shop, price=10_000)
    line = replace(make.line(10_000, product=product, name="可口可乐 500ml"), sku="6954767412573")
    complete_sale(shop, seat, make.draft(shop, line, tenders=(make.cash(10_000),), member=member))

    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, params={"earn_bp": 500}))
    complete_sale(shop, seat, make.draft(shop, line, tenders=(make.cash(10_000),), member=member))

    with shop.storage.read() as seen:
        versions = [each.version for sale in (1, 2) for each in seen.book.scan(ENROLMENTS, sale)]
    assert versions == [1, 2]
    assert show_member(shop, member).points == 100 + 500
    assert verify_books(shop.storage) == []


def test_a_new_version_keeps_what_was_not_said(shop: Shop) -> None:
    """Changing a rate must not move a program in the line or switch it on."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, priority=7, enabled=False))
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, params={"earn_bp": 200}))

    (program,) = list_programs(shop)
    assert (program.program.priority, program.program.enabled) == (7, False)
    assert program.params["earn_bp"] == 200


def test_programs_are_tried_by_priority_and_then_by_age(shop: Shop) -> None:
    """The first program takes its share of the limit first (rulebook 1.5)."""
    for name, priority in (("甲", 5), ("乙", 1), ("丙", None), ("丁", 5)):
        adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk(name, "M0", priority=priority))

    assert [name for _, name, _, _, _ in shown(shop)] == ["乙", "甲", "丁", "丙"]


def test_switching_to_what_it_is_changes_nothing(shop: Shop) -> None:
    """A version for each click would say nothing."""
    adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)
    switch_program(shop, make.OWNER_SEAT, program=1, enabled=True)
    switch_program(shop, make.OWNER_SEAT, program=1, enabled=False)

    assert shown(shop) == [(1, "积分", 2, False, "green")]


def test_a_closed_program_never_runs_again(shop: Shop) -> None:
    """Its tickets were paid out and its money given back; nothing is left to go on."""
    adopt_tried(shop, make.OWNER_SEAT, ask=QUEUE)
    close_program(shop, make.OWNER_SEAT, program=1)
    close_program(shop, make.OWNER_SEAT, program=1)

    with pytest.raises(ProgramClosedForGood) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=QUEUE)
    with pytest.raises(ProgramClosedForGood):
        switch_program(shop, make.OWNER_SEAT, program=1, enabled=True, consent_by="周满")

    (program,) = list_programs(shop)
    assert refused.value.name == "排队"
    assert (program.program.enabled, program.program.closed_at) == (False, make.OPENING)
    assert verify_books(shop.storage) == []


def test_only_an_owner_decides_about_programs(shop: Shop) -> None:
    """A program promises the owner's money."""
    for errand in (
        lambda: adopt_tried(shop, make.MANAGER_SEAT, ask=POINTS),
        lambda: switch_program(shop, make.MANAGER_SEAT, program=1, enabled=True),
        lambda: close_program(shop, make.MANAGER_SEAT, program=1),
        lambda: set_rules(shop, make.MANAGER_SEAT, rules=ShopRules()),
    ):
        with pytest.raises(NotAllowed) as refused:
            errand()

        assert refused.value.action == "program"


def test_a_program_that_alone_is_above_the_limit_is_refused_with_the_figure(shop: Shop) -> None:
    """It would be skipped on every sale, and nobody would know why (rulebook 1.5)."""
    ask = replace(QUEUE, preset="W532")
    with pytest.raises(ProgramOverLimit) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(max_total_concession_bp=4000))
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)

    assert refused.value.facts == {"name": "排队", "rate": 4000, "limit": 3000}
    assert shown(shop) == [(1, "排队", 1, True, "yellow")]


def test_a_hold_shorter_than_the_return_window_is_refused(shop: Shop) -> None:
    """Rewards would be paid for goods that may still come back (rulebook 1.3)."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(return_window_days=7))

    with pytest.raises(HoldTooShort) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)

    assert refused.value.facts == {"hold_days": 0, "return_window_days": 7}


def test_what_no_program_can_be_is_refused_by_name(shop: Shop) -> None:
    """An owner who mistypes a parameter must be told which."""
    adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)
    cases: list[tuple[ProgramAsk, type[Exception]]] = [
        (ProgramAsk("x", "M9"), UnknownKind),
        (ProgramAsk("x", "M1", "V9"), UnknownPreset),
        (ProgramAsk("x", "M0", params={"earn": 1}), UnknownParameter),
        (ProgramAsk("x", "M0", params={"earn_bp": 2001}), ParameterOutOfRange),
        (ProgramAsk("x@y", "M0"), NameUnusable),
        (ProgramAsk(" ", "M0"), NameUnusable),
        (replace(QUEUE, name="积分"), ProgramNameTaken),
        (replace(QUEUE, name="积分/S1"), ProgramNameTaken),
    ]
    for ask, refusal in cases:
        with pytest.raises(refusal):
            adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    with pytest.raises(NotFound):
        switch_program(shop, make.OWNER_SEAT, program=9, enabled=True)
    with pytest.raises(NotFound):
        close_program(shop, make.OWNER_SEAT, program=9)

    assert len(list_programs(shop)) == 1


def test_words_that_promise_are_not_a_programs_name(shop: Shop) -> None:
    """Receipts name the program, and such words are forbidden there (rulebook 10.8)."""
    with pytest.raises(NameUnusable) as refused:
        adopt_tried(shop, make.OWNER_SEAT, ask=replace(POINTS, name="稳赚积分"))

    assert refused.value.why == "promises"


def test_rules_keep_to_the_rulebooks_ranges(shop: Shop) -> None:
    """A concession of everything would sell at a loss by a slip of the finger."""
    for rules in (
        ShopRules(max_total_concession_bp=7001),
        ShopRules(max_margin_share_bp=10_001),
        ShopRules(return_window_days=61),
        ShopRules(cutoff_minutes=361),
        ShopRules(cutoff_minutes=-1),
        ShopRules(payout_least=Fen(0)),
        ShopRules(payout_fee_bp=501),
        ShopRules(member_day_sales=101),
        ShopRules(expected_redemption_bp=10_001),
    ):
        with pytest.raises(SettingOutOfRange):
            set_rules(shop, make.OWNER_SEAT, rules=rules)

    with shop.storage.read() as seen:
        assert seen.book.get(ShopRules, 1) == ShopRules()

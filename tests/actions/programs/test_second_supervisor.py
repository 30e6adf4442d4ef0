"""Who confirms a red program besides: adopt_program, switch_program, set_rules."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.programs.switch_program import switch_program
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.staff.approve import approve
from pos_app.domain.approval import Approval
from pos_app.domain.program_consent import TYPED_SENTENCES, risk_of
from pos_app.domain.refusals.program import SecondSupervisorMissing
from pos_app.domain.settings import ShopRules
from pos_app.domain.staff import SECOND
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

SENTENCE = TYPED_SENTENCES["zh_CN"]
CHAIN = ProgramAsk("链动", "M3", consent_by="周满", typed_sentence=SENTENCE)


def adopted(shop: Shop) -> list[dict[str, object]]:
    """Every adoption as the journal keeps it."""
    with shop.storage.read() as seen:
        return [
            json.loads(each.body)["fact"]
            for each in seen.book.scan(ENTRIES_OF_KIND, "program_adopted")
        ]


@pytest.mark.parametrize(
    ("kind", "params", "risk"),
    [
        ("M0", {}, "green"),
        ("M4", {}, "green"),
        ("M4", {"ref_points_bp": 500}, "yellow"),
        ("M1", {"w_ref": 0}, "yellow"),
        ("M1", {"w_ref": 1}, "red"),
        ("M1b", {}, "yellow"),
        ("M2", {}, "red"),
        ("M3", {}, "red"),
        ("M5", {}, "yellow"),
        ("M6", {}, "yellow"),
    ],
)
def test_every_kind_has_the_risk_class_of_the_rulebook(
    kind: str, params: dict[str, object], risk: str
) -> None:
    """How much is asked before a program starts follows from it (10.10)."""
    assert risk_of(kind, params) == risk


def test_who_works_alone_answers_with_name_sentence_and_date(shop: Shop) -> None:
    """Sentence, name and date; an owner who works alone has nobody to ask (10.10)."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(second_supervisor=False))
    adopt_tried(shop, make.OWNER_SEAT, ask=CHAIN, confirmed=False)
    (fact,) = adopted(shop)

    assert (fact["consent_by"], fact["typed_sentence"], fact["approved_by"]) == (
        "周满",
        SENTENCE,
        None,
    )


def test_another_supervisor_confirms_what_is_red(shop: Shop) -> None:
    """One hand alone starts no chain; the journal names both (10.10)."""
    own = replace(make.OWNER_SEAT, approvals=(Approval(SECOND, make.OWNER_SEAT.staff, 0),))
    for seat in (make.OWNER_SEAT, own):
        with pytest.raises(SecondSupervisorMissing):
            adopt_tried(shop, seat, ask=CHAIN, confirmed=False)
    approval = approve(shop, make.MANAGER_PIN, right=SECOND, asked=0)
    confirmed_by_pin = replace(make.OWNER_SEAT, approvals=(approval,))
    adopt_tried(shop, confirmed_by_pin, ask=CHAIN, confirmed=False)

    assert [each["approved_by"] for each in adopted(shop)] == [make.MANAGER_SEAT.staff]
    assert verify_books(shop.storage) == []


def test_switching_a_red_program_on_needs_the_second_one_too(shop: Shop) -> None:
    """Adopting it switched off must not be the way round."""
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(CHAIN, enabled=False), confirmed=False)
    with pytest.raises(SecondSupervisorMissing):
        switch_program(
            shop,
            make.OWNER_SEAT,
            program=1,
            enabled=True,
            consent_by="周满",
            typed_sentence=SENTENCE,
        )

    assert [each.program.enabled for each in list_programs(shop)] == [False]


def test_a_yellow_program_needs_no_second_supervisor(shop: Shop) -> None:
    """More asked than the rulebook asks would be signed without reading."""
    adopt_tried(
        shop, make.OWNER_SEAT, ask=ProgramAsk("增值", "M5", consent_by="周满"), confirmed=False
    )

    assert [each.program.enabled for each in list_programs(shop)] == [True]

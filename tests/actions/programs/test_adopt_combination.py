"""Combinations of programs, adopted whole: adopt_combination."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.actions.programs.adopt_combination import (
    CombinationAsk,
    adopt_combination,
    asks_of,
    combinations,
)
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.refusals.program import (
    CalculatorRunMissing,
    ProgramConsentMissing,
    ProgramNameTaken,
    TypedSentenceWrong,
)
from pos_app.engine.combinations import UnknownCombination
from pos_app.errors import NotAllowed
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.adopting import note_tried, with_second

STORES_AND_CHAIN = CombinationAsk("seed-000", consent_by="周满")
SENTENCE = TYPED_SENTENCES["zh_CN"]


def running(shop: Shop) -> list[tuple[str, str, int, bool]]:
    """Name, kind, priority of every program in the order tried, and whether it runs."""
    return [
        (each.program.name, each.program.kind, each.program.priority, each.program.enabled)
        for each in list_programs(shop)
    ]


def test_the_chain_of_a_combination_stays_off_until_it_is_acknowledged(shop: Shop) -> None:
    """Rulebook 9.1: many stores run at once, the chain waits for its sentence."""
    note_tried(shop, *asks_of(shop, STORES_AND_CHAIN))

    assert adopt_combination(shop, make.OWNER_SEAT, ask=STORES_AND_CHAIN) == (1, 2)

    assert running(shop) == [("绿色积分", "M4", 100, True), ("链动", "M3", 110, False)]
    assert verify_books(shop.storage) == []


def test_with_its_sentence_typed_the_whole_combination_runs(shop: Shop) -> None:
    """The budgets of a title are tried in the sequence of the rulebook."""
    ask = replace(CombinationAsk("seed-001", consent_by="周满"), typed_sentence=SENTENCE)
    note_tried(shop, *asks_of(shop, ask))
    adopt_combination(shop, with_second(make.OWNER_SEAT), ask=ask)

    assert running(shop) == [
        ("排队返还", "M1", 100, True),
        ("推三返一", "M2", 110, True),
        ("消费增值", "M5", 120, True),
    ]


def test_a_program_of_a_combination_may_have_another_name(shop: Shop) -> None:
    """A shop has one name for what it already explains to its customers."""
    ask = replace(STORES_AND_CHAIN, names={"M4": "我店积分"})

    assert [each.name for each in asks_of(shop, ask)] == ["我店积分", "链动"]


@pytest.mark.parametrize(
    ("ask", "refusal"),
    [
        (CombinationAsk("seed-003"), ProgramConsentMissing),
        (CombinationAsk("seed-003", consent_by="周满"), CalculatorRunMissing),
        (replace(STORES_AND_CHAIN, typed_sentence="好"), TypedSentenceWrong),
        (CombinationAsk("seed-009", consent_by="周满"), UnknownCombination),
    ],
)
def test_a_combination_is_adopted_whole_or_not_at_all(
    shop: Shop, ask: CombinationAsk, refusal: type[Exception]
) -> None:
    """Half a combination would concede what nobody meant."""
    adopt_program(shop, make.OWNER_SEAT, ask=ProgramAsk("积分", "M0"))
    with pytest.raises(refusal):
        adopt_combination(shop, make.OWNER_SEAT, ask=ask)

    assert running(shop) == [("积分", "M0", 100, True)]


def test_a_name_that_another_kind_has_takes_the_whole_combination_back(shop: Shop) -> None:
    """The queue before it was adopted in the same commit, and is undone with it."""
    adopt_program(shop, make.OWNER_SEAT, ask=ProgramAsk("积分", "M0"))
    ask = CombinationAsk("seed-002", {"M4": "积分"}, "周满", SENTENCE)
    note_tried(shop, *asks_of(shop, ask))
    with pytest.raises(ProgramNameTaken):
        adopt_combination(shop, with_second(make.OWNER_SEAT), ask=ask)

    assert running(shop) == [("积分", "M0", 100, True)]


def test_only_an_owner_adopts_a_combination(shop: Shop) -> None:
    """A program promises the owner's money."""
    with pytest.raises(NotAllowed):
        adopt_combination(shop, make.MANAGER_SEAT, ask=STORES_AND_CHAIN)

    assert running(shop) == []


def test_titles_are_those_of_the_seeds() -> None:
    """The owner finds the title that he has read about."""
    say = Wording(Language.ZH_CN).text

    assert [say(each.title) for each in combinations()] == [
        "众店模式与链动3+1",
        "消费增值模式与推三返一 + 排队免单",
        "排队免单与众店",
        "消费增值融合众店",
        "推三返一与链动3+1",
        "排队免单与消费增值",
        "排队免单与链动2+1",
        "链动3+1与排队免单5.0",
        "众店与排队免单",
        "循环购融合众店",
        "共享门店与排队免单",
    ]

"""Why parameters cannot run is said in words, at a terminal too."""

import ast
import re
from pathlib import Path

import pytest

from pos_app.actions.premises.customer_words import refuse_promises
from pos_app.domain.files.replay_history import MalformedLine
from pos_app.domain.moment import Day
from pos_app.domain.money import Units
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.engine.errand_refusals import NothingToConvert, UnitsTooFew
from pos_app.engine.program import ParametersDisagree
from pos_app.errors import ShopError
from pos_app.sentences.rules import BROKEN_RULES
from pos_app.sentences.told import sentence_of

ENGINE = Path(__file__).resolve().parent.parent / "pos_app" / "engine"


def rules_of_the_validators() -> set[str]:
    """Every rule that a validator returns, as it stands in its code."""
    return {
        str(node.value)
        for path in (ENGINE / "parameters").glob("*.py")
        for returned in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(returned, ast.Return)
        for node in ast.walk(returned)
        if isinstance(node, ast.Constant) and re.fullmatch("[A-Z_]{5,}", str(node.value))
    }


def test_every_rule_of_a_validator_has_its_words() -> None:
    """A rule named by its code helps neither the owner nor whoever wrote the file."""
    assert rules_of_the_validators() == set(BROKEN_RULES)


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (
            ParametersDisagree("WEIGHTS_SUM", 5001, 10_000),
            "The shares make 50.01% together; they must make 100%. The program was not started.",
            "各份合计 50.01%，须为 100%。方案没有启用。",
        ),
        (
            ParametersDisagree("UNIT_BELOW_MINIMUM", 4000, 5000),
            "Tickets of 40.00 are too small; the least is 50.00. The program was not started.",
            "每张 40.00 太小，最少 50.00。方案没有启用。",
        ),
        (
            UnitsTooFew(Units(0), Units(105_000), Day("2026-11-25")),
            (
                "0 points can be redeemed now, asked 10.5; more from 25 Nov 2026 on. Nothing was "
                "redeemed."
            ),
            "现在可兑换 0 积分，要兑换 10.5；2026-11-25 起可再兑换一部分。没有兑换。",
        ),
        (
            NothingToConvert("N"),
            "The program N has no points to convert. Nothing was turned into vouchers.",
            "",
        ),
        (
            MalformedLine(7, "id", named="program"),
            (
                "Line 7 of the history cannot be read: the field program is no name of 1 to 64 "
                "signs. The lines before it stand."
            ),
            "历史文件第 7 行读不懂：字段 program 不是 1 到 64 个字符的名称。之前的行已入账。",
        ),
    ],
)
def test_a_refusal_says_what_it_is_about(error: ShopError, english: str, chinese: str) -> None:
    """In units a person uses, with the names of the file, and with what was not done."""
    assert sentence_of(error, "en") == english
    assert sentence_of(error, "zh_CN") == chinese or not chinese


def test_a_name_that_promises_is_refused_with_the_word() -> None:
    """Who is not told which word was wrong tries the next one (rulebook 10.8)."""
    with pytest.raises(NameUnusable) as refused:
        refuse_promises("稳赚商场", of="store")

    assert sentence_of(refused.value, "en") == (
        "This name cannot be used: 稳赚商场 (no shop may promise: 稳赚). Nothing was saved."
    )

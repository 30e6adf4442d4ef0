"""What every kind tells its customers, in both languages (rulebook 10.8, 10.10)."""

import pytest

from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import FORBIDDEN, forbidden_words, mandatory, rules_text
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.kinds import KINDS, PRESETS
from pos_app.engine.program import read_parameters
from pos_app.wording import Language, Wording

NEEDED: dict[str, dict[str, object]] = {"M1b": {"seed": "demo-4"}}


def every_program() -> list[Parameters]:
    """Each kind with its defaults and every preset, and every other wording."""
    found = [read_parameters(kind, changes=NEEDED.get(kind)) for kind in KINDS]
    found += [read_parameters(kind, preset=preset) for kind in PRESETS for preset in PRESETS[kind]]
    more: list[tuple[str, dict[str, object]]] = [
        ("M0", {"expiry_months": 12}),
        ("M1", {"target_cap": 7000}),
        ("M1", {"late_return_policy": "CLAWBACK_BENEFICIARIES"}),
        ("M6", {"late_return_policy": "RESERVE_ABSORBS", "late_reserve_bp": 50}),
        ("M1b", {"carry_entries": False}),
        ("M1b", {"round": "DAILY"}),
        ("M1b", {"round": "MONTHLY"}),
        ("M1b", {"round": "EVERY_N"}),
        ("M1b", {"prize_kind": "VCH"}),
        ("M5", {"payout_kind": "CASH"}),
        ("M5", {"lock_days": 30}),
        ("M0", {"unit": 100, "hold_days": 7}),
        ("M1", {"hold_days": 0}),
        ("M2", {"basis": "OWN", "after_cycle": "FIXED_BP", "fixed_bp": 500, "count_repeat": True}),
        ("M2", {"basis": "REFERRED_EACH", "products": ["tea"]}),
        ("M2", {"basis": "LATEST_OWN"}),
        ("M6", {"payout_bp": 1000, "hold_days": 0}),
    ]
    return [
        *found,
        *(read_parameters(kind, changes={**NEEDED.get(kind, {}), **c}) for kind, c in more),
    ]


def said(each: Disclosure, language: Language) -> str:
    """A sentence as a customer reads it."""
    return Wording(language).text(each.text, **dict(each.fields))


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_whole_in_both_languages(language: Language) -> None:
    """A sentence with a brace left in it, or with the id for a text, informs nobody."""
    told = [said(each, language) for form in every_program() for each in rules_text(form)]

    assert [text for text in told if not text or "{" in text or "}" in text] == []


def test_no_rule_in_either_language_uses_a_forbidden_word() -> None:
    """Only the queue's mandatory sentence may say "no guaranteed" (10.8, 1.13)."""
    found = {
        (form.KIND, word)
        for language in Language
        for form in every_program()
        for each in rules_text(form)
        for word in forbidden_words(said(each, language))
    }

    assert found == {("M1", "guaranteed")}


def test_every_kind_tells_what_is_obligatory() -> None:
    """Who pays, out of what, uncertain, expiry, exit, return, where to look (10.8)."""
    themes = {
        "pays": "store pays",
        "uncertain": ("promise", "guaranteed", "no fixed value", "Nobody can say", "pays 1 cent"),
        "out of what": ("% of later sales", "% of the purchases", "of each 100 yuan"),
        "expiry": ("valid for", "not expire"),
        "exit": ("leave the queue at any time", "ends whenever you wish"),
        "return": "come back",
        "ledger": "at the till and on your receipt",
    }
    lacking = [
        (form.KIND, theme)
        for form in every_program()
        for theme, words in themes.items()
        if not any(
            word in " ".join(said(each, Language.EN) for each in rules_text(form))
            for word in ((words,) if isinstance(words, str) else words)
        )
        if not (form.KIND == "M0" and theme in {"expiry", "exit"})
    ]

    assert lacking == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_mandatory_sentence_leads_the_rules(kind: str) -> None:
    """What stands on receipt and screen must be what the rules page begins with."""
    form = read_parameters(kind, changes=NEEDED.get(kind))

    assert rules_text(form)[0] == mandatory(form)


@pytest.mark.parametrize(
    ("changes", "cents"),
    [
        ({"rebate_bp": 1000}, "10"),
        ({"rebate_bp": 1000, "merchant_points_bp": 10_000}, "5"),
        ({"rebate_bp": 1000, "fee_bp": 1000}, "9"),
        ({"rebate_bp": 1000, "ref_points_bp": 500}, "9.52"),
    ],
)
def test_green_points_tell_what_a_yuan_brings(changes: dict[str, object], cents: str) -> None:
    """About one conceded cent, half of that if merchants hold points too (6.9)."""
    sentence = mandatory(read_parameters("M4", changes=changes))

    assert dict(sentence.fields) == {"x": cents}


def test_refer_three_tells_how_few_can_be_refunded() -> None:
    """Among N members at most (N - 1) / 3 can ever be refunded (4.8)."""
    assert dict(mandatory(read_parameters("M2")).fields) == {"c": "34", "n": "3", "m": "33"}


def test_a_draw_publishes_its_commitment_and_never_its_seed() -> None:
    """Whoever knows the seed knows the winner (3.3)."""
    told = [
        said(each, Language.EN)
        for each in rules_text(read_parameters("M1b", changes={"seed": "demo-4"}))
    ]
    commitment = "9c10e84ca14bf15c2d6765040f20719d1615aa685557e63dea4b766825ecd0ef"

    assert [text.endswith(commitment) for text in told].count(True) == 1
    assert not [text for text in told if "demo-4" in text]


def test_the_forbidden_words_are_the_rulebooks() -> None:
    """Section 10.8 lists them; none may be dropped."""
    assert FORBIDDEN == (
        "稳赚", "保本", "躺赚", "分红", "理财", "投资", "只涨不跌", "必免单", "100%返", "全返",
        "零风险", "官方认证", "国家支持", "guaranteed", "investment", "dividend", "risk-free",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("carries", "told"),
    [
        (True, "A purchase that did not win takes part in three more rounds."),
        (False, "A purchase takes part in one round only."),
    ],
)
def test_a_draw_says_before_how_long_an_entry_counts_and_where_the_rest_goes(
    carries: bool,  # noqa: FBT001 - a row of the table
    told: str,
) -> None:
    """3.2, 3.3: both change what an entry is worth, so both are stated beforehand."""
    form = read_parameters("M1b", changes={**NEEDED["M1b"], "carry_entries": carries})
    sentences = [said(each, Language.EN) for each in rules_text(form)]

    assert told in sentences
    assert (
        "What is left in the prize pool when the program ends goes back to the store." in sentences
    )


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        ("M0", {}, "Points pay at most 50% of a purchase."),
        ("M0", {"unit": 100}, "Points pay at most 50% of a purchase, 100 at a time."),
        ("M0", {}, "The store pays the points, 1 of each 100 yuan; they count at once."),
        (
            "M1",
            {},
            "Purchases of 50.00 to 5,000.00 yuan get a place in the queue, at most 3 of one",
        ),
        (
            "M1",
            {},
            "It is valid for 365 days and pays at most 50% of a purchase.",
        ),
        ("M1", {"hold_days": 0}, "A purchase joins the queue at once."),
        (
            "M2",
            {},
            "It is reckoned on the smallest purchase, yours and theirs taken together.",
        ),
        (
            "M2",
            {"basis": "OWN"},
            "It is reckoned on your purchase; what the money put aside does not reach is not owed.",
        ),
        ("M2", {}, "Each person whom you brought counts once."),
        (
            "M2",
            {"after_cycle": "FIXED_BP", "fixed_bp": 500},
            "After that you receive 5% of each purchase of people whom you brought.",
        ),
        ("M2", {"products": ["tea"]}, "Only some goods count; the store says which."),
        ("M3", {}, "Head of a team is whose people have bought for 998.00 yuan together."),
        (
            "M3",
            {},
            "The bonuses of a month are at most 30% of its sales; what would be more is not paid.",
        ),
        (
            "M4",
            {},
            "In a calendar month at most 200% of what you spent in it is released to you; in a",
        ),
        (
            "M5",
            {"lock_days": 30},
            "You may redeem points 30 days after you received them, 1 or more; 5% stays in the",
        ),
        (
            "M5",
            {},
            "You may redeem points when you like, 1 or more; 5% stays in the pool for the others.",
        ),
        ("M6", {"hold_days": 0}, "A purchase counts at once."),
        (
            "M6",
            {"payout_bp": 1000},
            "Each day 10% of the pool is shared out; the rest waits.",
        ),
    ],
)
def test_a_condition_that_lessens_what_one_gets_is_told(
    kind: str, changes: dict[str, object], told: str
) -> None:
    """A condition kept back is a promise that is not kept (10.2)."""
    rules = rules_text(read_parameters(kind, changes=changes))

    assert [told in said(each, Language.EN) for each in rules].count(True) == 1


def test_who_must_buy_to_be_paid_is_not_told_that_it_is_free() -> None:
    """Free is only what asks for no purchase of a size (10.1)."""
    free = "Taking part is free"
    safe, sourced = (
        " ".join(said(each, Language.EN) for each in rules_text(read_parameters("M3", preset=name)))
        for name in ("SAFE30", "sourced 2+1")
    )

    assert (free in safe, free in sourced) == (True, False)
    assert "Only who has bought for 499.00 yuan or more at one time receives bonuses" in sourced


def test_a_chain_tells_each_bonus_and_each_wait_where_there_is_one() -> None:
    """Peer bonus, slide, blocked part, the wait for a purchase; the default has none."""
    parts = (
        "another 10%",
        "Of the head's part 20%",
        "20% of a team head's",
        "further ones wait",
    )
    safe, sourced = (
        " ".join(said(each, Language.EN) for each in rules_text(read_parameters("M3", preset=name)))
        for name in ("SAFE30", "sourced 2+1")
    )

    assert [part for part in parts if part in safe] == []
    assert [part for part in parts if part not in sourced] == []


def test_what_comes_back_of_a_circle_is_a_ceiling() -> None:
    """A store's own weight, energy and what waits in the pool make it less (8.8)."""
    assert "On average at most 10 of 100 yuan come back." in said(
        mandatory(read_parameters("M6")), Language.EN
    )

"""What a program's rewards are to the tax office: a word of each program (10.7)."""

import json
from collections.abc import Mapping

import pytest

from pos_app.domain.tax_treatment import (
    INCIDENTAL_INCOME,
    LABOUR_INCOME,
    OTHER_INCOME,
    PRICE_DISCOUNT,
    TAX_TREATMENTS,
)
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.program import (
    ParameterNotAChoice,
    ParametersDisagree,
    parameters_from,
    parameters_text,
    read_parameters,
    trial_digest,
)

SEEDS: Mapping[str, Mapping[str, object]] = {"M1b": {"seed": "demo-4"}}
USUAL = {
    **dict.fromkeys(("M0", "M1", "M4", "M5", "M6"), PRICE_DISCOUNT),
    "M1b": INCIDENTAL_INCOME,
    **dict.fromkeys(("M2", "M3"), LABOUR_INCOME),
}
"""Discounts and points gifts are not taxed, draws are, commissions are pay (10.7)."""
DIGEST_OF_POINTS = "0674adf84e920dcfc375539b150e9d13a517a548659c382fca15c8771d7116ab"
"""Of a trial as it was noted before there was a treatment."""


def seeded(kind: str, **changes: object) -> Mapping[str, object]:
    """Changes to a kind that can be adopted."""
    return {**SEEDS.get(kind, {}), **changes}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_who_chooses_nothing_gets_what_the_rulebook_finds_likely(kind: str) -> None:
    """A queue's refund is likely a discount; draws and commissions are settled."""
    assert read_parameters(kind, changes=seeded(kind)).tax_treatment == USUAL[kind]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_version_from_before_the_choice_reads_as_it_was_written(kind: str) -> None:
    """Its bytes are in the journal; a replay must write the same ones again."""
    usual = read_parameters(kind, changes=seeded(kind))
    text = parameters_text(usual)

    assert "tax_treatment" not in json.loads(text)
    assert parameters_from(kind, text) == usual


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_another_choice_is_kept_with_the_version(kind: str) -> None:
    """The books say for ever under which treatment a reward was given."""
    chosen = read_parameters(kind, changes=seeded(kind, tax_treatment=OTHER_INCOME))
    text = parameters_text(chosen)

    assert json.loads(text)["tax_treatment"] == OTHER_INCOME
    assert parameters_from(kind, text) == chosen


def test_a_word_that_is_no_treatment_is_refused_by_name() -> None:
    """A file from outside may say only what a statement can tell."""
    with pytest.raises(ParameterNotAChoice) as refused:
        read_parameters("M1", changes={"tax_treatment": "free"})

    assert (refused.value.name, refused.value.value) == ("tax_treatment", "free")
    assert refused.value.choices == TAX_TREATMENTS


def test_no_tax_is_kept_back_from_a_price_discount() -> None:
    """10.7: a discount is not taxed; a draw that withholds says that it is income."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M1b", changes=seeded("M1b", tax_treatment=PRICE_DISCOUNT))
    without = seeded("M1b", tax_treatment=PRICE_DISCOUNT, withhold_bp=0)

    assert (refused.value.rule, refused.value.found, refused.value.needed) == (
        "TAX_ON_DISCOUNT",
        2000,
        0,
    )
    assert read_parameters("M1b", changes=without).tax_treatment == PRICE_DISCOUNT


def test_another_treatment_asks_for_no_new_trial() -> None:
    """No figure of a trial depends on it, and the trials of before still count."""
    digests = {
        trial_digest(read_parameters("M0", changes={"tax_treatment": each}))
        for each in TAX_TREATMENTS
    }

    assert digests == {DIGEST_OF_POINTS}

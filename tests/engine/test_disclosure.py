"""What a customer must be told, and the words no customer text may use."""

import pytest

from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import (
    POINTS_EXPIRY_SENTENCE,
    POINTS_SENTENCE,
    QUEUE_PART_SENTENCE,
    QUEUE_SENTENCE,
    disclosures,
    forbidden_words,
    mandatory,
)
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.telling.parts import percent
from tests.engine.test_enrol import book_with


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        (QueueParameters(), Disclosure(QUEUE_SENTENCE, (("c", "20"),))),
        (
            QueueParameters(concession_bp=1250, free_rate_bp=5000),
            Disclosure(QUEUE_PART_SENTENCE, (("c", "12.5"), ("f", "50"), ("n", "25"))),
        ),
        (
            QueueParameters(target_cap=7000),
            Disclosure(QUEUE_PART_SENTENCE, (("c", "20"), ("f", "100"), ("n", "20"))),
        ),
        (PointsParameters(), Disclosure(POINTS_SENTENCE)),
        (
            PointsParameters(expiry_months=12),
            Disclosure(POINTS_EXPIRY_SENTENCE, (("months", "12"),)),
        ),
    ],
)
def test_the_mandatory_sentence_names_the_programs_own_figures(
    parameters: Parameters, expected: Disclosure
) -> None:
    """Honest numbers: of what is conceded, at most so much can come back (0.4)."""
    assert mandatory(parameters) == expected


def test_the_sentence_is_the_rulebooks_own() -> None:
    """Section 2.10 writes it down; nobody may soften it."""
    assert QUEUE_SENTENCE == (
        "Of each 100 yuan sold the store puts {c} yuan into the queue. On average at most {c} "
        "of 100 orders can be refunded in full. There is no guaranteed time or amount."
    )


def test_only_programs_that_run_are_told_of() -> None:
    """A sentence about a program that is off would puzzle the customer."""
    book = book_with(PointsParameters(), QueueParameters())

    assert [each.text for each in disclosures(book)] == [POINTS_SENTENCE, QUEUE_SENTENCE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("满 100 元参加排队", ()),
        ("排队必免单，稳 赚不赔", ("稳赚", "必免单")),
        ("１００％返 现", ("100%返",)),
        ("An INVESTMENT, risk free", ("investment", "risk-free")),
        ("no promise of time or amount", ()),
    ],
)
def test_forbidden_words_are_found_however_they_are_written(
    text: str, found: tuple[str, ...]
) -> None:
    """Spaces and full-width letters are the usual way round a checker."""
    assert forbidden_words(text) == found


@pytest.mark.parametrize(
    ("rate", "text"), [(2000, "20"), (1250, "12.5"), (1, "0.01"), (0, "0"), (333, "3.33")]
)
def test_rates_are_shown_without_idle_zeros(rate: int, text: str) -> None:
    """A figure such as 20.00 looks exact where nothing is."""
    assert percent(rate) == text

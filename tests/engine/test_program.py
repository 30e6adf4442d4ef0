"""Parameters of a program: presets, ranges, rules between them, and their bytes."""

import pytest

from pos_app.domain.money import WHOLE_BP
from pos_app.domain.program import Program, ProgramVersion
from pos_app.engine.adopt import HoldTooShort, ScopeMayNotChange, check_version
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.kinds import PRESETS
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import (
    ParameterNotAChoice,
    ParameterOutOfRange,
    ParametersDisagree,
    UnknownKind,
    UnknownParameter,
    UnknownPreset,
    parameters_from,
    parameters_of,
    parameters_text,
    read_parameters,
)
from pos_app.errors import Refusal

ELEVEN = [1] * 11


def queue(preset: str) -> QueueParameters:
    """A preset of the queue."""
    parameters = read_parameters("M1", preset=preset)
    assert isinstance(parameters, QueueParameters)
    return parameters


@pytest.mark.parametrize(
    ("preset", "weights", "rest"),
    [
        ("V1", (0, 0, 0, 0, 10_000, 0), {}),
        ("V2A", (0, 0, 0, 0, 2000, 8000), {}),
        ("V2B", (0, 0, 0, 0, 5000, 5000), {"window": 5}),
        ("V3", (0, 0, 1000, 0, 5000, 4000), {"window": 5}),
        ("V4", (0, 0, 1000, 0, 5000, 4000), {}),
        ("V5_DEFAULT", (0, 500, 1000, 0, 5000, 3500), {}),
        ("V5_ALLIANCE", (0, 500, 1000, 0, 5000, 3500), {"scope": "ALLIANCE"}),
        (
            "W532",
            (0, 0, 0, 0, 10_000, 0),
            {"concession_bp": 4000, "head_weights": (5000, 3000, 2000)},
        ),
    ],
)
def test_a_preset_changes_what_it_names_and_nothing_else(
    preset: str, weights: tuple[int, ...], rest: dict[str, object]
) -> None:
    """The rest of a preset, the unit too, is the table's default (rulebook 2.3)."""
    parameters = queue(preset)
    changed = {**dict(zip(QueueParameters.WEIGHTS, weights, strict=True)), **rest}

    assert parameters == QueueParameters(**changed)  # type: ignore[arg-type]


def test_every_preset_fulfils_the_validator() -> None:
    """A preset that cannot be adopted would be a button that does nothing."""
    for kind, presets in PRESETS.items():
        for preset in presets:
            assert read_parameters(kind, preset=preset).disagreement() is None


@pytest.mark.parametrize(
    ("kind", "preset", "changes", "refusal"),
    [
        ("M9", None, {}, UnknownKind("M9")),
        ("M1", "V6", {}, UnknownPreset("M1", "V6")),
        ("M0", "V1", {}, UnknownPreset("M0", "V1")),
        ("M1", None, {"speed": 1}, UnknownParameter("M1", "speed")),
        (
            "M1",
            None,
            {"concession_bp": 4001},
            ParameterOutOfRange("concession_bp", "4001", 300, 4000),
        ),
        (
            "M1",
            None,
            {"concession_bp": "2000"},
            ParameterOutOfRange("concession_bp", "2000", 300, 4000),
        ),
        ("M1", None, {"window": True}, ParameterOutOfRange("window", "True", 0, 1000)),
        ("M1", None, {"hold_days": 1.0}, ParameterOutOfRange("hold_days", "1.0", 0, 60)),
        (
            "M1",
            None,
            {"free_rate_bp": 10_001},
            ParameterOutOfRange("free_rate_bp", "10001", 1000, WHOLE_BP),
        ),
        ("M1", None, {"head_weights": 5}, ParameterOutOfRange("head_weights", "5", 0, WHOLE_BP)),
        (
            "M1",
            None,
            {"head_weights": [-1]},
            ParameterOutOfRange("head_weights", "-1", 0, WHOLE_BP),
        ),
        (
            "M1",
            None,
            {"head_weights": ELEVEN},
            ParameterOutOfRange("head_weights", str(ELEVEN), 0, WHOLE_BP),
        ),
        (
            "M1",
            None,
            {"scope": "WORLD"},
            ParameterNotAChoice("scope", "WORLD", ("STORE", "ALLIANCE")),
        ),
        ("M1", None, {"w_head": 4999}, ParametersDisagree("WEIGHTS_SUM", 9999, WHOLE_BP)),
        ("M1", None, {"head_weights": [0, 0]}, ParametersDisagree("NO_HEAD_WEIGHT", 0, 1)),
        ("M1", None, {"unit": 4999}, ParametersDisagree("UNIT_BELOW_MINIMUM", 4999, 5000)),
        (
            "M1",
            None,
            {"unit": 9000, "min_order": 9001},
            ParametersDisagree("UNIT_BELOW_MINIMUM", 9000, 9001),
        ),
        ("M1", None, {"max_order": 4999}, ParametersDisagree("MAXIMUM_BELOW_MINIMUM", 4999, 5000)),
        ("M0", None, {"tier_bp": 9999}, ParameterOutOfRange("tier_bp", "9999", 10_000, 50_000)),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(
    kind: str, preset: str | None, changes: dict[str, object], refusal: Refusal
) -> None:
    """The owner must be told which figure to change, and within what it may lie."""
    with pytest.raises(type(refusal)) as refused:
        read_parameters(kind, preset=preset, changes=changes)

    assert str(refused.value) == str(refusal)


def test_the_kept_text_is_canonical_and_reads_back() -> None:
    """A version's hash must be the same on every machine."""
    parameters = read_parameters("M0", changes={"unit": 10})
    text = parameters_text(parameters)

    assert text == (
        '{"earn_bp":100,"expiry_months":0,"hold_days":0,'
        '"points_max_bp":5000,"tier_bp":10000,"unit":10}'
    )
    assert parameters_from("M0", text) == parameters


def test_lists_read_back_as_they_were() -> None:
    """JSON has no tuples; the parameters have nothing else."""
    parameters = queue("W532")

    assert parameters_from("M1", parameters_text(parameters)) == parameters


def test_a_version_that_was_never_adopted_is_a_bug() -> None:
    """Enrolments name versions that exist; another one is a damaged file."""
    with pytest.raises(LookupError, match="no ProgramVersion"):
        parameters_of(MemoryBook(), "M1", program=1, version=2)


def test_a_hold_is_at_least_the_published_return_window() -> None:
    """Else rewards move while goods may still come back (rulebook 1.3)."""
    with pytest.raises(HoldTooShort):
        check_version(
            MemoryBook(), None, parameters=QueueParameters(hold_days=6), return_window_days=7
        )


def test_a_queue_keeps_its_scope() -> None:
    """Tickets in a store's own queue would wait for money that goes to the alliance."""
    book = MemoryBook()
    now = Program(1, "Q", "M1", 1, 1, enabled=True)
    book.put(ProgramVersion(1, 1, book.effective_at, parameters_text(QueueParameters())))
    check_version(book, now, parameters=QueueParameters(unit=0), return_window_days=0)
    check_version(book, now, parameters=PointsParameters(), return_window_days=0)

    with pytest.raises(ScopeMayNotChange) as refused:
        check_version(book, now, parameters=QueueParameters(scope="ALLIANCE"), return_window_days=0)

    assert refused.value.facts == {"program": "Q", "now": "STORE", "asked": "ALLIANCE"}

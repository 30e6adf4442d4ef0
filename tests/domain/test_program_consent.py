"""Which programs need how much consent (rulebook 10.10)."""

from __future__ import annotations

import pytest

from pos_app.domain.program_consent import TYPED_SENTENCES, is_typed_right, risk_of


@pytest.mark.parametrize(
    ("kind", "params", "risk"),
    [
        ("M0", {"earn_bp": 100}, "green"),
        ("M1", {"w_ref": 0}, "yellow"),
        ("M1", {"w_ref": 1}, "red"),
        ("M1b", {}, "yellow"),
        ("M2", {}, "red"),
        ("M3", {}, "red"),
        ("M4", {}, "green"),
        ("M4", {"ref_points_bp": 500}, "yellow"),
        ("M5", {}, "yellow"),
        ("M6", {}, "yellow"),
    ],
)
def test_the_risk_is_that_of_the_rulebook(kind: str, params: dict[str, object], risk: str) -> None:
    """Green for what pays nobody else, red for what pays a sponsor."""
    assert risk_of(kind, params) == risk


def test_the_sentence_is_typed_and_not_clicked() -> None:
    """Typing makes people read; spaces are no reason to type it again."""
    chinese, english = TYPED_SENTENCES["zh_CN"], TYPED_SENTENCES["en"]

    assert is_typed_right(f"  {chinese} ")
    assert is_typed_right(english.replace(" ", "  "))
    assert not is_typed_right(english[:-1])
    assert not is_typed_right("")

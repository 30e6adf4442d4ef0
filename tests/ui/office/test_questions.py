"""What a parameter says on a sheet: its unit, one or several, and what a 0 means."""

import pytest

from pos_app.actions.programs.program_form import program_form
from ui.office.programs.questions import questions_of, value_text
from ui.wording import Language, LiveWording


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        ("M0", "expiry_months", 0, "never at all"),
        ("M0", "expiry_months", 1, "1 month"),
        ("M0", "expiry_months", 24, "24 months"),
        ("M0", "hold_days", 0, "no waiting"),
        ("M0", "hold_days", 7, "7 days"),
        ("M0", "unit", 1, "1"),
        ("M1", "window", 0, "all of them"),
        ("M1", "unit", 0, "not cut"),
        ("M1", "target_cap", 0, "no limit"),
        ("M1", "target_cap", 100_000, "1,000.00 yuan"),
        ("M3", "threshold", 0, "any purchase"),
        ("M4", "member_month_cap_bp", 0, "no limit"),
        ("M4", "member_month_cap_bp", 20_000, "200%"),
    ],
)
def test_a_value_says_its_unit_and_what_none_means(
    kind: str, name: str, value: int, said: str
) -> None:
    """An owner who reads "expire after 0 months" would think that points die at once."""
    asked = next(each for each in questions_of(program_form(kind)) if each.name == name)

    assert value_text(asked, value, LiveWording(Language.EN)) == said

"""Dates as people read them: each page has the style of its language only."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands
from ui.office.office_pages import PAGES
from ui.office.widgets.office_table import OfficeTable
from ui.widgets.text_label import TextLabel
from ui.wording import Language

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d|\b\d\d-\d\d\b")
ENGLISH_DAY = re.compile(r"\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def read(hands: OfficeHands) -> set[str]:
    """Everything that stands on the screen now."""
    shown = [each for each in hands.screen.findChildren(QWidget) if each.isVisible()]
    told = {
        text for each in shown for text in (each.accessibleName(), each.accessibleDescription())
    }
    told |= {each.text() for each in shown if isinstance(each, TextLabel)}
    tables = [each for each in shown if isinstance(each, OfficeTable)]
    return told | {cell for each in tables for row in each.model.rows for cell in row.cells}


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize(
    ("language", "other"), [(Language.EN, ISO_DAY), (Language.ZH_CN, ENGLISH_DAY)]
)
def test_a_page_has_the_dates_of_its_language_only(
    office: MakeOffice, name: str, *, language: Language, other: re.Pattern[str]
) -> None:
    """Two styles beside each other make a reader ask what the difference means."""
    told = read(office(name, language=language))

    assert [text for text in told if other.search(text)] == []

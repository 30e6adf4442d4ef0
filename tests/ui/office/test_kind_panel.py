"""The list of what may be started: every kind, every combination, read whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.programs.rules_page import RulesPage
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("limit", [10_000, 1000], ids=["all may start", "few may start"])
def test_every_row_of_what_may_be_started_is_read_whole(
    office: MakeOffice, *, language: Language, limit: int
) -> None:
    """The last rows lie below the edge, where a picture of the page does not see them."""
    hands = office("rules", language=language)
    kinds = page_of(hands, RulesPage).starts.kinds
    hands.press(Qt.Key.Key_Insert)
    kinds.show_limit(limit)
    with watching_cut_texts() as cut:
        for row in range(len(kinds.table.model.rows)):
            kinds.table.view.setCurrentIndex(kinds.table.model.index(row, 0))
            hands.screen.grab()

    assert list(cut) == []

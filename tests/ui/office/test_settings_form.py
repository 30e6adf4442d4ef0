"""The settings form: keys on buttons shown or not, and room for a notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.settings.settings_page import SettingsPage
from ui.theme import theme
from ui.widgets.canvas import watching_cut_texts
from ui.widgets.text_measure import keycap_width


@pytest.mark.parametrize("language", [0, 1], ids=["zh", "en"])
def test_the_keys_on_buttons_go_at_once_and_come_back(
    office: MakeOffice, shop: Shop, tmp_path: Path, *, language: int
) -> None:
    """Who has no keyboard reads names of keys that are not there (look.md 8)."""
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    page.form.language.choose(language)
    page.form.keys.choose(1)
    page.form.wished.emit()
    hands.wait()
    hidden = [shop.settings.shows_keys, theme().shows_keys, bool(keycap_width("F10"))]
    with watching_cut_texts() as cut:
        hands.screen.grab().save(str(tmp_path / "hidden.png"))
    page.form.keys.choose(0)
    page.form.wished.emit()
    hands.wait()
    shown = [shop.settings.shows_keys, theme().shows_keys, bool(keycap_width("F10"))]

    assert hidden == [False] * 3
    assert shown == [True] * 3
    assert list(cut) == []


def test_a_notice_pushes_no_field_under_the_button_that_saves(office: MakeOffice) -> None:
    """Each Save brings one, just where somebody looks at what was saved."""
    hands = office("settings")
    form = page_of(hands, SettingsPage).form
    form.wished.emit()
    hands.wait()

    assert hands.screen.notice.isVisible()
    assert form.moved.geometry().bottom() < form.main.geometry().top()

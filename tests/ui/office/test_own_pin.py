"""Whoever sits in the office changes the own PIN there, by keys and alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.staff.check_pin import check_pin
from pos_app.actions.staff.staff_list import staff_list
from pos_app.domain.refusals.staff import WrongPin
from pos_app.shop import Shop
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.settings.staff_page import StaffPage
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

ENTER = Qt.Key.Key_Return
OLD, NEW = "20468135", "correct horse"
"""The sample shop's owner has the first."""


def pin_is(shop: Shop, pin: str) -> bool:
    """Whether a PIN is the owner's."""
    owner = next(each for each in staff_list(shop) if each.number == OWNER_SEAT.staff)
    try:
        check_pin(shop, pin, of=(owner,), lock=0)
    except WrongPin:
        return False
    return True


def type_pins(hands: OfficeHands, *pins: str) -> None:
    """Type PINs, each with its Enter."""
    for pin in pins:
        hands.type(pin)
        hands.press(ENTER)


def test_the_own_pin_is_changed_in_the_office(office: MakeOffice, shop: Shop) -> None:
    """A PIN that somebody saw is changed at once; an owner seldom opens a shift."""
    hands = office("staff")
    panel = page_of(hands, StaffPage).own_pin.panel
    hands.press(Qt.Key.Key_F6)
    type_pins(hands, OLD, NEW, NEW)

    assert pin_is(shop, NEW)
    assert not panel.isVisible()
    assert [each.text() for each in (panel.old, panel.new, panel.again)] == ["", "", ""]
    assert hands.screen.notice.text == "The PIN is changed. From now on only the new one works."


def test_what_is_refused_is_typed_anew_in_its_field(office: MakeOffice, shop: Shop) -> None:
    """A slip of the finger would lock its owner out."""
    hands = office("staff")
    panel = page_of(hands, StaffPage).own_pin.panel
    hands.press(Qt.Key.Key_F6)
    type_pins(hands, OLD, NEW, "correct house")
    differing = (hands.screen.notice.text, panel.again.text(), panel.again.field.edit.hasFocus())
    type_pins(hands, NEW)
    hands.press(Qt.Key.Key_F6)
    type_pins(hands, OLD, OLD, OLD)
    wrong = panel.old.field.edit.hasFocus()

    assert differing == ("The two are not the same. Type the new PIN again.", "", True)
    assert wrong
    assert pin_is(shop, NEW)


@pytest.mark.parametrize("language", list(Language))
def test_the_panel_of_the_own_pin_is_read_whole(
    office: MakeOffice, tmp_path: Path, *, language: Language
) -> None:
    """In either language, with its button on the page before."""
    hands = office("staff", language=language)
    with watching_cut_texts() as cut:
        hands.screen.grab().save(str(tmp_path / "page.png"))
        hands.press(Qt.Key.Key_F6)
        hands.screen.grab().save(str(tmp_path / "panel.png"))

    assert list(cut) == []

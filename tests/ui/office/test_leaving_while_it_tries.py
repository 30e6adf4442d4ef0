"""Back to the till while a what-if still runs: it ends, and takes nothing with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from tests.ui.office.test_rules_page import start
from ui.office.programs.rules_page import RulesPage
from ui.office.trying.trial import Trial
from ui.office.trying.what_if_page import WhatIfPage


def leave(hands: OfficeHands) -> None:
    """Let another one sit here, so that the pages are taken down between events."""
    hands.screen.begin(replace(OWNER_SEAT, staff=2, name="郑店长"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def trials(hands: OfficeHands) -> list[Trial]:
    """Every trial that still lives beside the shop's worker."""
    return hands.background.findChildren(Trial)


@pytest.mark.parametrize("page", ["what-if", "rules"])
def test_a_trial_left_behind_ends_without_a_word(office: MakeOffice, page: str) -> None:
    """Its thread spoke through a page that was gone, and the till fell over."""
    hands = office(page)
    if page == "rules":
        start(hands, "M5")
        page_of(hands, RulesPage).starts.form.consent.set_text("He")
    else:
        page_of(hands, WhatIfPage).form.figures["days"].set_text("3000")
    hands.press(Qt.Key.Key_F10)
    running = [each.is_running for each in trials(hands)]
    leave(hands)
    hands.qtbot.waitUntil(lambda: not trials(hands), timeout=60_000)

    assert running == [True]

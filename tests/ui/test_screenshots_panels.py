"""Pictures of the office's panels, and of a member of many programs.

They lie in docs/screens. A text that did not fit its place fails the test.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from tests import make
from tests.actions.holding import ITSELF, PROGRAMS, RULES
from tests.ui.office.conftest import MakeOffice, office, shop
from tests.ui.till.conftest import OIL, on_shift, start_programs, stock
from ui.till.panels.holdings_panel import HoldingsPanel
from ui.till.panels.rules_panel import RulesPanel
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

__all__ = ["office", "shop"]

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
LOOKS = (
    (Language.ZH_CN, False, ""),
    (Language.EN, False, "-english"),
    (Language.ZH_CN, True, "-dark"),
)
ENTER, DOWN, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F9
PANELS = {
    "keys": ("settings", (Qt.Key.Key_F6, ENTER)),
    "stores": ("settings", (Qt.Key.Key_F7,)),
    "scale": ("settings", (Qt.Key.Key_F8,)),
    "declares": ("members", (DOWN, Qt.Key.Key_F5)),
    "kinds": ("rules", (Qt.Key.Key_Insert,)),
    "month": ("reports", (Qt.Key.Key_F8,)),
    "why": ("sales", (Qt.Key.Key_F9,)),
    "watch": ("sales", (Qt.Key.Key_F8, Qt.Key.Key_Left)),
    "key-sheet": ("members", (Qt.Key.Key_F1,)),
}
NAMES = {"M4": "绿色积分", "M5": "消费增值", "M6": "循环购"}


@pytest.mark.parametrize("panel", list(PANELS))
@pytest.mark.parametrize(
    ("language", "dark", "ending"), LOOKS, ids=["zh-light", "en-light", "zh-dark"]
)
def test_every_panel_over_a_page_is_drawn_whole(
    office: MakeOffice, panel: str, *, language: Language, dark: bool, ending: str
) -> None:
    """A panel is a screen like any other: nothing may be cut off in either language."""
    page, keys = PANELS[panel]
    hands = office(page, language=language, dark=dark)
    hands.press(*keys)

    with watching_cut_texts() as cut:
        hands.screen.grab().save(str(SCREENS / f"office-{panel}{ending}.png"))

    assert list(cut) == []


@pytest.mark.parametrize(
    ("language", "dark", "ending"), LOOKS, ids=["zh-light", "en-light", "zh-dark"]
)
def test_a_member_of_many_programs_is_told_everything(
    qapp: QApplication, tmp_path: Path, *, language: Language, dark: bool, ending: str
) -> None:
    """Five programs at once: a line for each, and each mandatory sentence by one key."""
    shop = make.shop(tmp_path)
    stock(shop)
    start_programs(shop)
    settings = replace(shop.settings, language=language.value, dark=dark)
    save_settings(shop, make.OWNER_SEAT, settings=settings)
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    for kind, name in NAMES.items():
        params = {**PROGRAMS[kind], "hold_days": 0}
        adopt_program(shop, ITSELF, ask=ProgramAsk(name, kind, params=params))
    with on_shift(qapp, shop) as till:
        till.scan(OIL)
        till.press(F9)
        till.enter("6021")
        till.press(ENTER, times=2)
        make.pass_time(shop, days=1)
        settle_due(shop)
        till.scan(OIL)
        till.press(F9)
        till.enter("6021")
        cut = till.take_picture(SCREENS / f"till-programs{ending}.png")
        till.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        cut += till.take_picture(SCREENS / f"till-rules{ending}.png")
        rules = till.window.till.screen.panel
        till.press(Qt.Key.Key_Escape)
        till.press(F9)
        till.press(DOWN, times=2)
        till.press(ENTER)
        cut += till.take_picture(SCREENS / f"till-holdings{ending}.png")
        shown = till.window.till.screen.panel

        assert cut == []
        assert isinstance(rules, RulesPanel)
        assert isinstance(shown, HoldingsPanel)

"""The demo's evening at the till: looks, lock, and the close of the shift."""

from PySide6.QtCore import Qt

from pos_app.domain.figures import money_typed
from pos_app.domain.money import Fen
from pos_app.domain.staff import CASHIER
from ui.demo.stage import Stage, Step
from ui.demo.steps_till import MILK
from ui.wording import N_

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def show_keys(stage: Stage) -> None:
    """F1: the keys that work now."""
    stage.hands.press(Qt.Key.Key_F1)
    stage.see(stage.say("Find a product by name or code"))


def turn_language(stage: Stage) -> None:
    """The other language, while a bill is open."""
    stage.hands.press(Qt.Key.Key_Escape)
    stage.hands.scan(MILK[0])
    before = stage.say("Every line saved")
    stage.hands.press(Qt.Key.Key_L, CONTROL_SHIFT)
    stage.see_gone(before)
    stage.see(stage.say("Every line saved"), MILK[1])


def turn_dark(stage: Stage) -> None:
    """The dark screen for the evening."""
    stage.hands.press(Qt.Key.Key_D, CONTROL_SHIFT)
    stage.see_that("dark", is_so=lambda: stage.hands.whole.shop.settings.dark)


def turn_back(stage: Stage) -> None:
    """And as in the morning again."""
    stage.hands.press(Qt.Key.Key_L, CONTROL_SHIFT)
    stage.hands.press(Qt.Key.Key_D, CONTROL_SHIFT)
    stage.see(stage.say("Every line saved"), MILK[1])


def lock(stage: Stage) -> None:
    """The bill is covered until the PIN is typed."""
    stage.hands.press(Qt.Key.Key_L, CONTROL)
    stage.see(stage.say("Unlock"))
    stage.see_gone(MILK[1])


def unlock(stage: Stage) -> None:
    """It is where it was; then it is thrown away, because the till asks first."""
    stage.hands.enter(stage.person(CASHIER).pin)
    stage.see_lines((MILK[1], "1", "55.00"))
    stage.hands.press(Qt.Key.Key_Escape)
    stage.see_bar(stage.say("Throw this bill away?"))


def throw_away(stage: Stage) -> None:
    """Delete answers the question."""
    stage.hands.press(Qt.Key.Key_Delete)
    stage.see_lines()
    stage.see_bar(stage.say("Ready to scan"))


def count_drawer(stage: Stage) -> None:
    """The count is typed without seeing what should be there; one yuan is missing."""
    stage.hands.press(Qt.Key.Key_F11)
    stage.see(stage.say("Count the drawer and type the sum."))
    counted = stage.cash - 100
    stage.hands.enter(money_typed(Fen(counted)))
    stage.see(stage.say("Difference"), "−1.00")


def close_shift(stage: Stage) -> None:
    """It closes with any difference, which is kept; the slip has a number."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.beginning("Shift closed, Z {number}"), "−1.00")


EVENING_STEPS = (
    Step("16:00", "keys", N_("F1 shows the keys that work now."), show_keys),
    Step("18:30", "language", N_("The other language, while a bill is open."), turn_language),
    Step("18:31", "dark", N_("The dark screen."), turn_dark),
    Step("18:32", "as-before", N_("And both as they were."), turn_back),
    Step("18:40", "locked", N_("The till is locked."), lock),
    Step("18:44", "unlocked", N_("Unlocked; Esc asks before a bill goes."), unlock),
    Step("18:44", "thrown-away", N_("Delete throws it away."), throw_away),
    Step("21:02", "count", N_("The drawer is counted: one yuan is missing."), count_drawer),
    Step("21:02", "closed", N_("The shift is closed with its Z slip."), close_shift),
)

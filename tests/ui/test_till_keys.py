"""One table of keys: the keyboard, the function row and the key sheet all read it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.till_keys import (
    ROW_AFTER_PAYING,
    ROW_ON_A_BILL,
    TILL_KEYS,
    Act,
    KeyTable,
    Moment,
    TillKey,
)

PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier


def pressed(key: Qt.Key, text: str = "", *, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    """A key as the system tells it."""
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


def pairs() -> Iterator[tuple[TillKey, TillKey]]:
    """Every two lines of the table."""
    for number, first in enumerate(TILL_KEYS):
        for second in TILL_KEYS[number + 1 :]:
            yield first, second


def test_no_key_means_two_things_at_one_moment() -> None:
    """A key that voids a sale where it should put a line back is a loss."""
    double = [
        (first.act, second.act)
        for first, second in pairs()
        if set(first.keys) & set(second.keys) and first.works & second.works
    ]

    assert double == []


def test_every_key_of_the_function_rows_is_in_the_table() -> None:
    """A key that is shown must do something."""
    table = KeyTable()

    assert [table.line(act).act for act in ROW_ON_A_BILL] == list(ROW_ON_A_BILL)
    assert [table.line(act).act for act in ROW_AFTER_PAYING] == list(ROW_AFTER_PAYING)


@pytest.mark.parametrize(
    ("event", "act"),
    [
        (pressed(Qt.Key.Key_F2), Act.FIND),
        (pressed(Qt.Key.Key_F9), Act.MEMBER),
        (pressed(Qt.Key.Key_F3), Act.MEMBER),
        (pressed(Qt.Key.Key_Enter, "\r", modifiers=PAD), Act.PAY),
        (pressed(Qt.Key.Key_Return, "\r"), Act.PAY),
        (pressed(Qt.Key.Key_F12), Act.PAY),
        (pressed(Qt.Key.Key_Equal, "=", modifiers=PAD), Act.PAY),
        (pressed(Qt.Key.Key_Plus, "+", modifiers=PAD), Act.MORE),
        (pressed(Qt.Key.Key_Plus, "+", modifiers=Qt.KeyboardModifier.ShiftModifier), Act.MORE),
        (pressed(Qt.Key.Key_Insert), Act.ADD),
    ],
)
def test_the_keys_of_cashiers_habit_are_known_on_pad_and_keyboard(
    event: QKeyEvent, act: Act
) -> None:
    """Everything is reachable on the pad plus one row (till.md 5.1)."""
    assert KeyTable().acts_of(event) == (act,)


def test_a_key_bound_anew_works_and_shows_its_new_name() -> None:
    """A till with a keyboard of its own has its own keys; the old one does nothing."""
    table = KeyTable({"pay": "F12", "hold": "Ctrl+H"})

    assert table.cap(Act.HOLD) == "Ctrl+H"
    assert table.acts_of(pressed(Qt.Key.Key_F4)) == ()
    assert table.acts_of(pressed(Qt.Key.Key_H, modifiers=Qt.KeyboardModifier.ControlModifier)) == (
        Act.HOLD,
    )


def test_a_binding_of_nothing_known_changes_nothing() -> None:
    """Settings of a newer version must not stop an older till."""
    assert KeyTable({"dance": "F4"}).lines == TILL_KEYS


def test_before_a_bill_nothing_can_be_held_or_paid() -> None:
    """What is shown as working works."""
    idle = {line.act for line in KeyTable().working(Moment.IDLE)}

    assert idle & {Act.HOLD, Act.PAY, Act.DELETE, Act.DISCOUNT, Act.PRICE} == set()
    assert {Act.FIND, Act.RECALL, Act.MEMBER, Act.RETURN, Act.SHIFT} <= idle


def test_help_back_and_lock_work_always() -> None:
    """Whoever is lost finds help, the way back, and the way to go."""
    for moment in Moment:
        working = {line.act for line in KeyTable().working(moment)}

        assert {Act.KEYS, Act.BACK, Act.LOCK} <= working


def test_the_cap_is_what_stands_on_the_keyboard() -> None:
    """Qt says Return and Ins; keyboards say Enter and Insert."""
    table = KeyTable()
    shown = replace(table.line(Act.ADD), shown="")

    assert (table.cap(Act.PAY), table.cap(Act.ADD), shown.cap) == ("Enter", "Insert", "Ins")

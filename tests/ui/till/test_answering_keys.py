"""Every refusal and fault at the till says what happened and what to press."""

import dataclasses
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import Qt

from pos_app.domain.moment import Day
from pos_app.errors import Fault, ShopError
from pos_app.faults import CommitUnknown, ShopFileBusy, ShopFileUnreachable
from pos_app.sentences.told import SENTENCES
from pos_app.shop import Shop
from pos_app.wording import Language
from tests.storage.disk_fault import failing_disk
from tests.test_sentences import all_situations
from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands
from ui.till.answering_keys import ANSWERS
from ui.till.bar_messages import at_risk_bar, is_at_risk, refusal_bar
from ui.till.widgets.message_bar import Refused
from ui.till_keys import KeyTable
from ui.wording import LiveWording

ENTER = Qt.Key.Key_Return
MOST_KEYS = 3


def example_of(kind: type[ShopError]) -> ShopError:
    """A situation of a class, with facts that say nothing."""
    hints = get_type_hints(kind)
    facts: dict[str, Any] = {
        each.name: _fact_of(hints[each.name])
        for each in dataclasses.fields(kind)  # type: ignore[arg-type]  # each is a dataclass
    }
    return kind(**facts)


def _fact_of(hint: Any) -> Any:
    if hint in {Day, Day | None}:
        return Day("2026-11-21")
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if "tuple" in str(hint):
        return ()
    return 1 if "int" in str(hint) or hint is bool else "x"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", sorted(all_situations()))
def test_every_situation_says_what_to_press(name: str, language: Language) -> None:
    """Errors state what happened, what was not done, what to press (till.md 5.3)."""
    error = example_of(all_situations()[name])
    words, keys = LiveWording(language), KeyTable()
    at_risk = isinstance(error, Fault) and is_at_risk(error)
    bar = (
        at_risk_bar(error, words, keys, backup="")
        if isinstance(error, Fault) and at_risk
        else refusal_bar(error, words, keys)
    )

    assert isinstance(bar, Refused)
    assert bar.head != ""
    assert 1 <= len(bar.hints) <= MOST_KEYS
    assert all(hint.key and hint.text for hint in bar.hints)
    assert bar.hints[-1].key == ("Ctrl+Q" if at_risk else "Esc")


def test_every_fault_says_what_was_not_done() -> None:
    """When the world fails the first question is: was it booked?"""
    faults = [name for name, kind in all_situations().items() if issubclass(kind, Fault)]

    assert [name for name in faults if not SENTENCES[name][1]] == []


def test_keys_are_named_only_for_situations_that_exist() -> None:
    """A line for a class that is gone would be kept for ever."""
    assert set(ANSWERS) - set(all_situations()) == set()


def test_a_full_disk_says_under_the_sum_what_to_press(till: Hands, shop: Shop) -> None:
    """The payment covers the bar: its own field must say the whole sentence."""
    till.scan(COLA)
    till.press(ENTER)
    with failing_disk(shop.storage.path, "/dev/full"):
        till.press(ENTER)
        told = till.descriptions()

    assert told == ["磁盘已满。这一单没有入账，账单还在。腾出空间后按 Enter 再试。"]


@pytest.mark.parametrize(
    ("error", "leads_out"),
    [
        (CommitUnknown("f", "x"), True),
        (ShopFileUnreachable("f", "x"), True),
        (ShopFileBusy("f"), False),
    ],
)
def test_only_what_puts_the_books_at_risk_leads_out_of_the_till(
    error: Fault, *, leads_out: bool
) -> None:
    """A file held by another program is free again in a minute."""
    assert is_at_risk(error) == leads_out


def test_after_an_unknown_outcome_one_key_leads_out(till: Hands, shop: Shop) -> None:
    """Frozen, with nothing that can be pressed, a till looks broken for good."""
    till.scan(COLA)
    till.press(ENTER)
    with failing_disk(shop.storage.path, "/dev/null"):
        till.press(ENTER)
    told = till.bar()
    till.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

    assert "Ctrl+Q" in told
    assert not till.window.isVisible()

"""One worker, answers on the screen's thread, nothing lost and nothing run twice."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pos_app.faults import DiskFull
from ui.background import Background
from ui.change_feed import ChangeFeed


class Screen(QObject):
    """Something that asks for work and is told the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: list[int] = []

    def take(self, answer: object) -> None:
        """Keep an answer, and on which thread it came."""
        self.told.append(answer)
        self.threads.append(threading.get_ident())

    def tidy_up(self) -> None:
        """Be ready for the next piece of work."""
        self.told.append("tidy")


@pytest.fixture
def background(qapp: QApplication) -> Background:
    """A worker that has done nothing yet."""
    return Background()


def test_answers_come_in_turn_on_the_thread_of_the_screen(background: Background) -> None:
    """A line painted second must not be saved first."""
    screen = Screen()
    for number in range(20):
        background.run(lambda number=number: number, screen.take)  # type: ignore[misc]
    background.finish()

    assert screen.told == list(range(20))
    assert set(screen.threads) == {threading.get_ident()}


def test_what_was_raised_is_told_and_the_worker_goes_on(background: Background) -> None:
    """A full disk at one line must not silence the next."""
    screen = Screen()
    error = DiskFull("shop.sqlite")

    def fail() -> None:
        raise error

    background.run(fail, screen.take, otherwise=screen.take)
    background.run(lambda: "next", screen.take)
    background.finish()

    assert screen.told == [error, "next"]


@pytest.mark.parametrize("error", [ValueError("no"), DiskFull("shop.sqlite")], ids=["bug", "fault"])
def test_an_error_nobody_asked_about_reaches_the_hook(
    background: Background, qtbot: QtBot, *, error: Exception
) -> None:
    """Silence would hide a bug until the books are compared."""

    def fail() -> None:
        raise error

    with qtbot.capture_exceptions() as raised:
        background.run(fail)
        background.finish()

    assert [told for _kind, told, _trace in raised] == [error]


def test_a_bug_reaches_the_hook_past_who_asked_about_refusals(
    background: Background, qtbot: QtBot
) -> None:
    """A screen has a sentence for a refusal only; but it may sell on after a bug."""
    screen = Screen()
    error = ValueError("no")

    def fail() -> None:
        raise error

    with qtbot.capture_exceptions() as raised:
        background.run(fail, screen.take, otherwise=screen.take, broken=screen.tidy_up)
        background.finish()

    assert screen.told == ["tidy"]
    assert [told for _kind, told, _trace in raised] == [error]


def test_a_closed_screen_hears_nothing_and_nothing_breaks(background: Background) -> None:
    """A panel may be gone before its answer comes (style.md 3.8)."""
    screen = Screen()
    told = screen.told
    background.run(lambda: "late", screen.take)
    Shiboken.delete(screen)
    background.finish()

    assert told == []


def test_what_comes_after_the_end_is_dropped(background: Background) -> None:
    """A till that closes is taken down; nothing may be told to what is left of it."""
    screen = Screen()
    background.run(lambda: "late", screen.take)
    background.close()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()

    assert screen.told == []


def test_topics_of_a_commit_arrive_on_the_screens_thread(
    qapp: QApplication, background: Background
) -> None:
    """The worker commits; a screen must never be touched from there."""
    screen = Screen()
    feed = ChangeFeed()
    feed.changed.connect(screen.take, Qt.ConnectionType.DirectConnection)
    background.run(lambda: feed.announce(["sale", "transfer"]))
    background.finish()
    QCoreApplication.processEvents()

    assert screen.told == [frozenset({"sale", "transfer"})]
    assert set(screen.threads) == {threading.get_ident()}

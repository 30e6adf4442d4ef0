"""A fresh shop for each test of an errand, on a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_app.clock import StoppedClock
from pos_app.domain.moment import read_instant
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.terminal.replay import replay_file
from tests import make
from tests.replays.worked_examples import History, write_history

Replayed = Callable[..., Shop]
"""Takes a history and, by `at`, the time at which its shop is opened."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an owner, a manager and a cashier; its clock stands."""
    opened = make.shop(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def replayed(tmp_path: Path) -> Iterator[Replayed]:
    """Opens the shop that a history leaves behind."""
    opened: list[Shop] = []

    def replay(history: History, *, at: str = "2026-01-05T10:00:00+08:00") -> Shop:
        file = write_history(tmp_path / "history.jsonl", history)
        replay_file(file, out=tmp_path / "result.json", folder=tmp_path / "shop")
        opened.append(open_shop(tmp_path / "shop", clock=StoppedClock(read_instant(at))))
        return opened[-1]

    yield replay
    for each in opened:
        each.close()

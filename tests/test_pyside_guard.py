"""A call into Qt must not lose a reference to None, as PySide6 6.12.0 does."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_that_returns_nothing_gives_none_back_whole() -> None:
    """After some 5,000 lost references the till dies in the middle of a sale."""
    thing = QObject()
    thing.setObjectName("once, so that what is made only once is made")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("again")
    lost = before - sys.getrefcount(None)

    # Others may take or give back a few meanwhile; the fault loses one for each call.
    assert abs(lost) < CALLS // 10

"""A fresh shop for each test of an errand, on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.shop import Shop
from tests import make


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an owner, a manager and a cashier; its clock stands."""
    opened = make.shop(tmp_path)
    yield opened
    opened.close()

"""A sale is whole or absent wherever the power goes, and the basket comes back."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.storage.till_day import after

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cuts(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What was left of a sale after a kill at each step, by real processes."""
    folder = tmp_path_factory.mktemp("power-cut")
    command = [sys.executable, "-m", "tests.storage.power_cut", str(folder)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in told.splitlines()]


def test_every_step_was_killed_until_a_sale_got_through(cuts: list[dict[str, Any]]) -> None:
    """A statement, a row or a commit that no kill has met would prove nothing."""
    assert [cut["steps"] for cut in cuts] == list(range(len(cuts)))
    assert [cut["killed"] for cut in cuts] == [True] * (len(cuts) - 1) + [False]
    # Statements alone are some twenty; rows and both sides of each statement are more.
    assert len(cuts) > 50


def test_a_killed_sale_is_whole_or_absent(cuts: list[dict[str, Any]]) -> None:
    """Half a sale would be money without goods, or goods without money."""
    kinds = {whole_or_absent(cut["left"], before=index) for index, cut in enumerate(cuts)}

    assert kinds == {"whole", "absent"}


def whole_or_absent(left: dict[str, int], *, before: int) -> str:
    """Say which of the two a file is; anything else is half."""
    states = {"whole": after(before + 1, open_baskets=0), "absent": after(before, open_baskets=1)}
    return next((name for name, rows in states.items() if rows == left), f"half: {left}")


def test_the_same_basket_is_sold_once_after_the_cut(cuts: list[dict[str, Any]]) -> None:
    """The cashier presses Pay again: the sale is there, or is made now, never twice."""
    for index, cut in enumerate(cuts):
        assert (cut["sale"], cut["again"]) == (index + 1, after(index + 1, open_baskets=0))

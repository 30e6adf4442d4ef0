"""What a till seldom needs is not loaded before its first screen is painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Each of these costs more than the till's own start, or brings something that does.
SELDOM_NEEDED = {
    "PIL",
    "alembic",
    "escpos",
    "numpy",
    "openpyxl",
    "reportlab",
    "sqlalchemy.orm",
    "xlsxwriter",
    "zxingcpp",
}


@pytest.mark.parametrize("begun", ["main", "pos_app.startup", "ui.main_window, ui.till.till"])
def test_the_start_loads_nothing_that_it_does_not_show(begun: str) -> None:
    """A cashier who switches the till on has a customer waiting."""
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {begun}; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert SELDOM_NEEDED & set(told.stdout.split()) == set()

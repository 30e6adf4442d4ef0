"""The bench runs whole and says what it measured; no test asks how fast."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ui.bench.command import main

ROWS = [
    "sale",
    "sale_large",
    "report",
    "settlement",
    "engine",
    "settle_m1",
    "settle_m1b",
    "settle_m2",
    "settle_m3",
    "settle_m4",
    "settle_m5",
    "settle_m6",
    "period_m4",
    "period_m6",
    "period_memory",
    "what_if",
    "scan",
    "search",
    "start",
    "memory",
    "growth",
]
COLUMNS = [
    "what",
    "unit",
    "median",
    "p95",
    "baseline_median",
    "ratio",
    "bound",
    "samples",
    "met",
]


def told_by(capsys: pytest.CaptureFixture[str]) -> Any:
    """What the bench printed, as JSON."""
    return json.loads(capsys.readouterr().out)


def test_every_promised_figure_is_measured(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A promise nobody can measure is forgotten with the first slow commit."""
    code = main(["--quick", "--folder", str(tmp_path)])
    rows = told_by(capsys)["rows"]

    assert (code, list(rows)) == (0, ROWS)
    assert {name: list(row) for name, row in rows.items()} == dict.fromkeys(ROWS, COLUMNS)
    assert list(tmp_path.iterdir()) == []


def test_one_row_can_be_measured_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever makes a sale faster need not wait for a million others."""
    main(["--quick", "--folder", str(tmp_path), "--rows", "settlement"])
    told = told_by(capsys)

    assert list(told["rows"]) == ["settlement"]
    assert told["machine"]["sqlite"].startswith(("pysqlite3", "sqlite3"))


def test_an_unknown_row_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row mistyped would else be half an hour of measuring nothing."""
    code = main(["--quick", "--folder", str(tmp_path), "--rows", "sail"])

    assert code == 2
    assert "sail" in capsys.readouterr().err

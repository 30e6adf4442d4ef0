"""Each import contract, seen to fail on an import planted in a copy of the tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

UNDER = "The screens sit on the shop, never under it"
LAYERS = "The shop is built in these layers, and a new package must choose one"
APART = "The till, the office and the display do not know each other"
PURE = "The pure half touches nothing outside itself"
HEADLESS = "The shop runs without a screen"
SQL = "Only storage speaks SQL"
DRAWING = "Only documents draw"
PRINTING = "Only devices speak to a printer"
ACTIONS = "Screens reach the shop's records and devices only through an action"
CIRCLES = "No circles"

PLANTS = [
    ("pos_app/actions/planted.py", "import ui.till", UNDER),
    ("pos_app/documents/planted.py", "import ui", UNDER),
    ("pos_app/domain/planted.py", "import pos_app.engine", LAYERS),
    ("pos_app/engine/planted.py", "import pos_app.ledger", LAYERS),
    ("pos_app/ledger/planted.py", "import pos_app.journal", LAYERS),
    ("pos_app/journal/planted.py", "import pos_app.engine", LAYERS),
    ("pos_app/engine/planted.py", "import pos_app.reports", LAYERS),
    ("pos_app/reports/planted.py", "import pos_app.storage", LAYERS),
    ("pos_app/storage/planted.py", "import pos_app.documents", LAYERS),
    ("pos_app/documents/planted.py", "import pos_app.devices", LAYERS),
    ("pos_app/devices/planted.py", "import pos_app.storage", LAYERS),
    ("pos_app/storage/planted.py", "import pos_app.actions", LAYERS),
    ("pos_app/planted.py", "", LAYERS),
    ("ui/till/planted.py", "import ui.office", APART),
    ("ui/office/planted.py", "import ui.display", APART),
    ("ui/display/planted.py", "import ui.till", APART),
    ("pos_app/domain/planted.py", "import time", PURE),
    ("pos_app/engine/planted.py", "from pos_app import clock", PURE),
    ("pos_app/reports/planted.py", "import pos_app.wording", PURE),
    ("pos_app/engine/planted.py", "import random", PURE),
    ("pos_app/engine/mechanisms/planted.py", "from pathlib import Path", PURE),
    ("pos_app/ledger/planted.py", "import sqlite3", PURE),
    ("pos_app/journal/planted.py", "import os", PURE),
    ("pos_app/reports/planted.py", "import sqlalchemy", PURE),
    ("pos_app/documents/planted.py", "from PySide6.QtGui import QImage", HEADLESS),
    ("pos_app/actions/planted.py", "import PySide6.QtCore", HEADLESS),
    ("ui/office/planted.py", "import sqlalchemy", SQL),
    ("pos_app/actions/planted.py", "from sqlalchemy import select", SQL),
    ("pos_app/documents/planted.py", "import sqlite3", SQL),
    ("pos_app/actions/planted.py", "import pysqlite3", SQL),
    ("ui/till/planted.py", "import qrcode", DRAWING),
    ("pos_app/actions/planted.py", "from reportlab.pdfgen import canvas", DRAWING),
    ("pos_app/devices/planted.py", "import qrcode", DRAWING),
    ("pos_app/documents/planted.py", "import escpos.printer", PRINTING),
    ("pos_app/actions/planted.py", "import escpos", PRINTING),
    ("ui/till/planted.py", "import pos_app.storage", ACTIONS),
    ("ui/till/planted.py", "import pos_app.devices", ACTIONS),
    ("ui/office/planted.py", "import pos_app.documents", ACTIONS),
    ("ui/office/planted.py", "import pos_app.ledger", ACTIONS),
    ("ui/display/planted.py", "import pos_app.engine", ACTIONS),
    ("ui/planted.py", "import pos_app.journal", ACTIONS),
    ("pos_app/domain/planted/one.py", "import pos_app.domain.planted_too.two", CIRCLES),
    ("ui/till/planted/one.py", "import ui.till.planted_too.two", CIRCLES),
    ("pos_app/actions/books/planted.py", "import pos_app.actions.selling.ring_up", CIRCLES),
    ("ui/widgets/planted.py", "import ui.windows.plain_window", CIRCLES),
]


@pytest.mark.parametrize(("place", "planted", "contract"), PLANTS)
def test_a_planted_import_breaks_its_contract(
    tmp_path: Path, place: str, planted: str, contract: str
) -> None:
    """A contract that nothing breaks protects nothing: it may be misspelt."""
    for package in ("pos_app", "ui"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    plant(tmp_path / place, planted)
    if contract == CIRCLES:
        plant(tmp_path / place.replace("planted/one", "planted_too/two"), way_back(planted))

    assert contract in broken_contracts(tmp_path)


def test_every_contract_has_a_planted_import() -> None:
    """A new contract is tried before it is trusted."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}

    assert {contract for _, _, contract in PLANTS} == named


def plant(place: Path, words: str) -> None:
    """Write a module that holds one import, in a new package if need be."""
    if not place.parent.exists():
        place.parent.mkdir()
        (place.parent / "__init__.py").touch()
    place.write_text(f"{words}\n", "utf-8")


def way_back(planted: str) -> str:
    """The import that closes the circle which the planted one opens."""
    return planted.replace("planted_too.two", "planted.one")


def broken_contracts(tree: Path) -> set[str]:
    """The contracts that this tree breaks, as the gate itself names them."""
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    told = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache", "--no-logo"],
        cwd=tree,
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return set(re.findall(r"^(.+) BROKEN\b", told.stdout, re.MULTILINE))

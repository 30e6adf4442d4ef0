"""Texts that were looked at once and must not change unseen.

A test compares with the file; run the tests with ACCEPT_GOLDEN=1 to take what the
program says now, and read the difference before it is committed.
"""

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def golden(name: str, text: str) -> str:
    """Return the text that was accepted under a name."""
    path = _FOLDER / f"{name}.txt"
    if os.environ.get("ACCEPT_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")

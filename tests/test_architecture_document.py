"""The map of the program names only places that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_every_path_in_the_architecture_document_exists() -> None:
    """A map that names a street that was torn down leads a newcomer astray."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:pos_app|ui|tests|docs|resources)/[\w/.]+)`", text))

    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []

"""The map of the program names only places that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_index_of_decisions_names_each_with_its_title() -> None:
    """Nobody finds a reason that is in no list: number, file and title of each."""
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("[0-9]*.md"))
    lines = []
    for each in records:
        title = re.sub(r"^# (\d+\. )?", "", each.read_text("utf-8").splitlines()[0])
        lines.append(f"- [{each.name[:4]}]({each.name}) {title}")
    told = (folder / "README.md").read_text("utf-8").splitlines()

    assert [line for line in told if line.startswith("- ")] == lines


def test_every_path_in_the_architecture_document_exists() -> None:
    """A map that names a street that was torn down leads a newcomer astray."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:pos_app|ui|tests|docs|resources)/[\w/.]+)`", text))

    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []

"""What the repository keeps besides the program, and what it must not keep."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pos_app

ROOT = Path(__file__).resolve().parents[1]

LINES_ON_A_PAGE = 60
INDEX = ROOT / "docs" / "decisions" / "README.md"


def test_every_decision_is_named_as_a_sentence_and_fits_a_page() -> None:
    """Whoever asks why finds it by reading the list of files."""
    records = sorted(set((ROOT / "docs" / "decisions").glob("*")) - {INDEX})
    unnamed = [
        record.name
        for record in records
        if not re.fullmatch(r"\d{4}(-[a-z0-9]+){4,}\.md", record.name)
    ]
    numbers = [record.name[:4] for record in records]
    long = [
        record.name
        for record in records
        if len(record.read_text("utf-8").splitlines()) > LINES_ON_A_PAGE
    ]

    assert unnamed == []
    assert sorted(set(numbers)) == numbers
    assert long == []


def test_nothing_tracked_names_a_registry_or_a_place_on_one_machine() -> None:
    """A clone must set itself up wherever it is, from whichever registry serves there."""
    traces = re.compile(
        r"https?://[\w.:-]+/(simple|packages)/|--(extra-)?index-url|--find-link[s]"
        r"|pypi\.org|pythonhosted\.org|registry\.npmjs"
        r"|(?<![\w.~*-])/(home|root|Users|work|opt)/\w|[A-Z]:\\Users"
    )
    told = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = [
        f"{name}: {match.group()}"
        for name in told.stdout.split("\0")
        if name and (ROOT / name).is_file()
        for match in traces.finditer((ROOT / name).read_bytes().decode("utf-8", "replace"))
    ]

    assert found == []


def test_the_lock_pins_everything_by_hash() -> None:
    """What is installed tomorrow is what was tested today."""
    lock = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", "")
    pins = [line for line in lock.splitlines() if line and not line.lstrip().startswith("#")]
    loose = [pin for pin in pins if not re.match(r"[\w.-]+==[\w.]+ .*--hash=sha256:", pin)]

    assert loose == []


def test_the_changelog_begins_with_this_version() -> None:
    """A shop owner who asks what is new must find the version that is running."""
    notes = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert re.findall(r"^## (\S+)", notes, re.MULTILINE)[0] == pos_app.__version__

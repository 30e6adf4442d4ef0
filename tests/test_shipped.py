"""What a shop installs is what the repository holds: the wheel forgets nothing."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_holds_every_file_of_the_program(tmp_path: Path) -> None:
    """A font or a migration left behind is missed by the first shop, not by the tests."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        shipped = set(opened.namelist())

    assert set(tracked("pos_app", "ui", "resources", "main.py")) - shipped == set()


def tracked(*places: str) -> list[str]:
    """The files there that belong to the repository and have not been deleted since."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--", *places],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()]

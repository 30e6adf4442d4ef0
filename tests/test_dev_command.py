"""The project's own commands, run in a copy that holds nothing but them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]

# Answers as the till would, and tells what it was asked.
MAIN = """\
import os, sys
print("main.py", *sys.argv[1:], "on", os.environ.get("QT_QPA_PLATFORM", "a screen"))
sys.exit(7)
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said, and how it ended."""

    words: str
    code: int


@dataclass(frozen=True, slots=True)
class Clone:
    """A folder with the commands, an empty lock and a till that only answers."""

    folder: Path

    def told(self, *arguments: str, **environment: str) -> Told:
        """Call dev.py here, with the Python that runs the tests."""
        without_screen = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        }
        done = subprocess.run(
            [sys.executable, "dev.py", *arguments],
            cwd=self.folder,
            env=without_screen | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Told(done.stdout, done.returncode)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """One clone for all tests: to make its .venv takes seconds."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "requirements.lock").write_text("# nothing\n", "ascii")
    (folder / "main.py").write_text(MAIN, "ascii")
    for package in ("pos_app", "ui"):
        (folder / package).mkdir()
    made = Clone(folder)
    made.told("setup")
    return made


def test_setup_makes_the_environment_once(clone: Clone) -> None:
    """The second start must not cost what the first did."""
    again = clone.told("setup")

    assert again == Told(f"Ready: {clone.folder / '.venv'}\n", 0)


def test_another_lock_is_installed_anew(clone: Clone) -> None:
    """Whoever pulls a change of the lock must not run on yesterday's packages."""
    lock = clone.folder / "requirements.lock"
    lock.write_text("# nothing, said otherwise\n", "ascii")

    assert "Installing what requirements.lock names" in clone.told("setup").words
    assert "Installing what requirements.lock names" not in clone.told("setup").words


def test_half_an_environment_is_made_anew(clone: Clone) -> None:
    """An interrupted setup needs nobody who knows which folder to delete."""
    (clone.folder / ".venv" / "installed-from").unlink()
    Path(clone.folder / ".venv" / "bin" / "python").unlink()
    told = clone.told("setup")

    assert "Making .venv" in told.words
    assert told.code == 0


def test_without_a_screen_a_day_is_played(clone: Clone) -> None:
    """A till that cannot open a window says so and shows itself in pictures instead."""
    told = clone.told("run", "--folder", "shop")

    assert "There is no screen here" in told.words
    assert told.words.endswith("main.py demo --folder shop on offscreen\n")


def test_on_a_screen_the_till_opens_and_its_exit_code_comes_back(clone: Clone) -> None:
    """Whoever starts the till by a script must learn how it ended."""
    told = clone.told("run", QT_QPA_PLATFORM="vnc")

    assert told == Told("main.py on vnc\n", 7)


def test_a_command_without_a_window_needs_no_screen(clone: Clone) -> None:
    """A report over a remote terminal is no reason to play a day."""
    told = clone.told("run", "--folder", "shop", "report", "day", "2026-11-21")

    assert told == Told("main.py --folder shop report day 2026-11-21 on a screen\n", 7)


def test_help_is_the_programs_own(clone: Clone) -> None:
    """Whoever asks `run --help` wants the till's commands, not a played day."""
    assert clone.told("run", "--help") == Told("main.py --help on a screen\n", 7)


def test_what_is_missing_is_said_in_one_line_to_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but root may install, so the line to type must stand there whole."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Stop) as stop:
        dev.bring({"libgl1", "libegl1"})

    assert str(stop.value).splitlines()[-1] == (
        "  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1'"
    )


def test_root_installs_after_asking_for_the_newest_lists(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A fresh machine has no package lists, or old ones that lead nowhere."""
    notes = tmp_path / "notes"
    stand_in = tmp_path / "apt-get"
    stand_in.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $@" >> {notes}\n', "ascii")
    stand_in.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    dev.bring({"libgl1", "libegl1"})

    assert notes.read_text("ascii").splitlines() == [
        "noninteractive update",
        "noninteractive install -y --no-install-recommends libegl1 libgl1",
    ]


def test_a_library_that_does_not_come_stops_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An installation that brought nothing must not end in a traceback."""
    stand_in = tmp_path / "apt-get"
    stand_in.write_text("#!/bin/sh\n", "ascii")
    stand_in.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(dev.Stop, match="libnowhere"):
        dev.set_up({"libnowhere.so.1": "libnowhere1"})


def test_what_is_there_is_not_installed() -> None:
    """The second start calls no package manager, so it needs no right to."""
    lacking = dev.lacking(
        {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"},
        {"sh": "dash", "nowhere-to-be-found": "nowhere"},
    )

    assert lacking == {"libnowhere1", "nowhere"}

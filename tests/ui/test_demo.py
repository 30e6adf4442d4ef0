"""The demo plays a day by keys, leaves what it promised, and stops where it must."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.demo import day as demo
from ui.demo.stage import NotShown, Stage, Step
from ui.wording import Language, Wording

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-20"
FEW_DAYS = "9"
"""Enough for a queue that moves; the demo itself has forty."""


def play(folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Play the day as a terminal without a screen does."""
    screenless = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANG", "LC_ALL"}
    asked = ["--folder", str(folder), "--language", language, "--day", DAY, "--days", FEW_DAYS]
    return subprocess.run(
        [sys.executable, "main.py", "demo", *asked],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in screenless},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def verify(folder: Path) -> int:
    """Check the books that the day has left."""
    asked = [sys.executable, "main.py", "verify", "--folder", str(folder)]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_whole_day_is_played_by_keys(tmp_path: Path, language: str) -> None:
    """Every step is looked at: a screen that lies, or cuts a word, ends the day."""
    played = play(tmp_path / "day", language)
    told = played.stdout.splitlines()
    pictures = sorted(path.name for path in (tmp_path / "day" / "screens").iterdir())
    papers = sorted(path.name for path in (tmp_path / "day" / "papers").iterdir())

    assert (played.returncode, played.stderr) == (0, ""), told[-5:]
    assert pictures == [
        f"{number:02}-{step.name}.png" for number, step in enumerate(demo.STEPS, start=1)
    ]
    assert [
        re.sub(r"^\d{8}-\d{6}-|-1-\d+", "", name) for name in papers if "receipt" not in name
    ] == [
        "2026-11-20-rewards.csv",
        "2026-11-20-rewards.pdf",
        "return.pdf",
        "void.pdf",
        "leaving.pdf",
        "payout.pdf",
        "slip.pdf",
        "card-13.pdf",
        "member-cards.pdf",
    ]
    assert [name for name in papers if name.endswith("copy-1.pdf")] != []
    assert verify(tmp_path / "day" / "shop") == 0
    assert len(told) == 1 + 1 + len(demo.STEPS) + 4
    words = Wording(Language(language))
    assert told[-3:] == [
        f"  {words.text(what)}: {tmp_path / 'day' / name}"
        for name, what in (
            ("screens", "Pictures of the screens"),
            ("papers", "Receipts, cards, slip and report"),
            ("shop", "The shop itself"),
        )
    ]


def test_a_step_that_does_not_show_what_it_must_ends_the_day(
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A demo that went on over a fault would be a proof of nothing."""

    def look(stage: Stage) -> None:
        raise NotShown("¥128.00")

    def never(stage: Stage) -> None:
        raise AssertionError(stage)

    steps = (Step("09:00", "broken", "It breaks.", look), Step("09:01", "after", "Not.", never))
    monkeypatch.setattr(demo, "STEPS", steps)
    monkeypatch.setenv("LC_ALL", "C")
    code = demo.main(["--folder", str(tmp_path / "day"), "--day", DAY, "--days", FEW_DAYS])

    assert code == 1
    assert "Step broken did not show: ¥128.00" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "day" / "screens").iterdir()] == ["01-broken.png"]


def test_a_folder_that_holds_a_shop_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's shop is no playground."""
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "shop.sqlite").write_bytes(b"somebody's")

    assert demo.main(["--folder", str(tmp_path)]) == 1
    assert (tmp_path / "shop" / "shop.sqlite").read_bytes() == b"somebody's"
    assert f"{tmp_path} is not empty" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["shop"]


@pytest.mark.parametrize("asked", [["--day", "xx"], ["--days", "-3"], ["--days", "7"]])
def test_what_is_no_day_is_said_before_anything_is_made(
    tmp_path: Path, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a shop in a folder would keep the next try out of it."""
    with pytest.raises(SystemExit) as ended:
        demo.main(["--folder", str(tmp_path / "day"), *asked])

    assert ended.value.code == 2
    assert f"{asked[1]} is not a" in capsys.readouterr().err
    assert not (tmp_path / "day").exists()

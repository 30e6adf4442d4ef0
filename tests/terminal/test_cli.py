"""The shop from a terminal: what each command does, says and answers."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.clock import StoppedClock
from pos_app.devices.recovery_code import new_recovery_code
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER
from tests import make

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    "report", "store", "why", "backup", "restore", "keys", "new-code", "replay", "verify",
    "what-if", "draws", "check-draws", "accept-time", "sample", "demo", "bench",
)  # fmt: skip


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal speaks English in these tests, wherever they run."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A shop's folder, closed."""
    return str(make.folder(tmp_path))


def test_help_shows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not in the help does not exist for whoever needs it at night."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--help"])

    told = capsys.readouterr().out
    assert stopped.value.code == 0
    assert [name for name in COMMANDS if f"\n    {name} " not in told] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_a_folder(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A machine may hold a training shop beside the real one."""
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])

    assert "--folder" in capsys.readouterr().out


def test_verify_says_that_all_is_well(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Silence would leave the owner wondering whether anything was looked at."""
    code = cli.main(["verify", "--folder", folder])

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    assert told.out == "Chain, books and every row are as the journal says.\n"


def test_verify_names_what_was_changed(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Table, row and column: whoever edits the file is found out to the cell."""
    connection = DRIVER.module.connect(str(Path(folder) / FILE_NAME), isolation_level=None)
    connection.execute("UPDATE staff SET name = '别人' WHERE number = 3")
    connection.close()

    code = cli.main(["--folder", folder, "verify"])

    first, last = capsys.readouterr().out.splitlines()
    assert code == 1
    assert first == "staff 3 name: '别人' / '林小梅'"
    assert last.startswith("Not as the journal says: 1.")


def test_a_backup_goes_out_and_comes_back(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The two commands an owner needs when the till is gone."""
    backup, elsewhere = str(tmp_path / "b.posbackup"), str(tmp_path / "elsewhere")
    made = cli.main(["backup", "--to", backup, "--folder", folder])
    code = make.prepared()[1]
    back = cli.main(["restore", backup, "--folder", elsewhere, "--code", code])

    told = capsys.readouterr()
    again = open_shop(Path(elsewhere), clock=StoppedClock(make.OPENING))
    findings = verify_books(again.storage)
    again.close()
    assert (made, back, told.err, findings) == (0, 0, "", [])
    assert told.out.splitlines()[0].startswith(f"Backup of {make.SHOP_NAME}, ")
    assert told.out.splitlines()[1].endswith(f" is in {elsewhere}.")


def test_a_wrong_code_is_one_sentence_and_no_shop(
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The code may come through a pipe; a wrong one must leave no half shop behind."""
    backup, elsewhere = str(tmp_path / "b.posbackup"), tmp_path / "elsewhere"
    cli.main(["backup", "--to", backup, "--folder", folder])
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO(new_recovery_code() + "\n"))

    code = cli.main(["restore", backup, "--folder", str(elsewhere)])

    told = capsys.readouterr()
    assert (code, told.out, elsewhere.exists()) == (1, "", False)
    assert len(told.err.strip().splitlines()) == 1


def test_a_report_is_written_where_asked(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The accountant's machine asks for files, not for screens."""
    pdf, csv = tmp_path / "day.pdf", tmp_path / "day.csv"
    asked = ["report", "day", "2026-11-21", "--folder", folder]

    code = cli.main([*asked, "--pdf", str(pdf), "--csv", str(csv)])

    assert (code, capsys.readouterr().out) == (0, f"{pdf}\n{csv}\n")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert csv.stat().st_size > 0


def test_a_report_without_a_place_goes_to_the_shops_folder(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked for nothing in particular, a PDF is what people open."""
    code = cli.main(["report", "day", "2026-11-21", "--folder", folder])

    told = Path(capsys.readouterr().out.strip())
    assert (code, told.parent.parent, told.suffix) == (0, Path(folder), ".pdf")


def test_the_language_that_is_typed_decides_for_the_paper_too(folder: str, tmp_path: Path) -> None:
    """Who asks in English reads English; without it a paper is in the shop's language."""
    asked, own, english = ["report", "day", "2026-11-21"], tmp_path / "own", tmp_path / "en"
    cli.main([*asked, "--folder", folder, "--csv", str(own)])
    cli.main([*asked, "--folder", folder, "--language", "en", "--csv", str(english)])

    assert own.read_text("utf-8-sig").startswith('"奖励日结"')
    assert english.read_text("utf-8-sig").startswith('"Day\'s reward report"')


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A report of 31 February would be empty and believed."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(["report", "day", "2026-02-31"])

    assert stopped.value.code == 2
    assert "not a day" in capsys.readouterr().err


def test_a_folder_without_a_shop_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped folder must not become a new and empty shop."""
    code = cli.main(["verify", "--folder", str(tmp_path / "none")])

    assert code == 1
    assert str(tmp_path / "none") in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_a_replay_without_a_folder_leaves_the_users_shop_alone(tmp_path: Path) -> None:
    """A history tried out must never land among today's sales."""
    history = tmp_path / "history.jsonl"
    history.write_text('{"event": "time", "at": "2026-01-05T08:00:00+08:00"}\n', "utf-8")
    out = tmp_path / "result.json"

    code = cli.main(["replay", str(history), "--out", str(out)])

    assert code == 0
    assert json.loads(out.read_text("utf-8"))["sales"] == 0
    assert not cli.default_folder().exists()


def test_what_needs_screens_is_handed_in(capsys: pytest.CaptureFixture[str]) -> None:
    """The shop knows no screens; whoever starts the program brings them."""
    seen: list[list[str]] = []

    def demo(arguments: list[str]) -> int:
        seen.append(arguments)
        return 7

    without = cli.main(["demo"])
    told = capsys.readouterr().out
    with_it = [
        cli.main(["demo", "--out", "x"], with_screens={"demo": demo}),
        cli.main(["--folder", "y", "demo", "--out", "x"], with_screens={"demo": demo}),
    ]

    assert (without, told) == (1, "This installation has no screens, and demo needs them.\n")
    assert with_it == [7, 7]
    assert seen == [["--out", "x"], ["--folder", "y", "--out", "x"]]


def test_the_terminal_speaks_chinese_where_the_machine_does(
    folder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner reads Chinese on the screen and shall on the terminal."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    cli.main(["verify", "--folder", folder])

    told = capsys.readouterr().out
    assert any("\u4e00" <= sign <= "\u9fff" for sign in told)


def test_the_program_itself_runs_a_command(folder: str) -> None:
    """From a real process, as a person starts it."""
    done = subprocess.run(
        [sys.executable, "main.py", "verify", "--folder", folder],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped name is no bug of the program, and must not look like one."""
    history = tmp_path / "none.jsonl"
    code = cli.main(["replay", str(history), "--out", str(tmp_path / "result.json")])

    assert code == 1
    assert capsys.readouterr().err == (
        f"{history} cannot be read: there is no such file or folder. Nothing was done.\n"
    )
    assert not (tmp_path / "result.json").exists()


def test_who_stops_reading_is_told_no_more(folder: str) -> None:
    """`| head` is a usual way to read a long answer."""
    asked = [sys.executable, "main.py", "--folder", folder, "verify"]
    reading, writing = os.pipe()
    os.close(reading)
    told = subprocess.run(
        asked, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    os.close(writing)

    assert (told.returncode, told.stderr) == (0, "")

"""The terminal in careless or hostile hands: one sentence, nothing half-written."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.premises.named_file import LARGEST_FILE
from pos_app.clock import StoppedClock
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME
from tests import make

ROOT = Path(__file__).resolve().parents[2]
HISTORY = "resources/examples/history.jsonl"
PROGRAM = "resources/examples/program.json"
DAY = "2026-11-21"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal speaks English in these tests, wherever they run."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop's folder, closed."""
    return make.folder(tmp_path)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with things in it that no command wants."""
    (tmp_path / "dir").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "utf16").write_bytes("{}".encode("utf-16"))
    (tmp_path / "deep").write_text("[" * 100_000)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """What a command answers with, and the one line it says beside its answer."""
    code = cli.main([str(each) for each in arguments])
    said = capsys.readouterr().err.strip()

    assert len(said.splitlines()) <= 1
    return code, said


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        ("backup", "--to"),
        ("report", "day", DAY, "--pdf"),
        ("report", "day", DAY, "--csv"),
        ("report", "month", "2026-11", "--xlsx"),
        ("replay", HISTORY, "--out"),
        ("what-if", PROGRAM, "--synthetic", "days=2", "--out"),
    ],
)
@pytest.mark.parametrize("name", [FILE_NAME, "keys.json"])
def test_nothing_takes_the_place_of_a_shops_own_files(
    folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], name: str
) -> None:
    """One name too much in a line, and a backup lay where all the sales had been."""
    before = contents(folder)
    where = () if command[0] in {"replay", "what-if"} else ("--folder", folder)
    code, said = told(capsys, *command, folder / name, *where)

    assert code == 1
    assert said == (
        f"{folder / name} cannot be written: a shop's own records lie there. Nothing was written."
    )
    assert {name: contents(folder)[name] for name in before} == before


def test_another_shops_records_are_not_written_over_either(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Under any name: a copy of the file is somebody's sales as well."""
    copy = tmp_path / "copy-of-last-year"
    copy.write_bytes((folder / FILE_NAME).read_bytes())
    code, said = told(capsys, "backup", "--to", copy, "--folder", folder)

    assert (code, "a shop's own records lie there" in said) == (1, True)
    assert copy.read_bytes() == (folder / FILE_NAME).read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        ("report", "day", DAY, "--pdf", "{dir}"),
        ("report", "day", DAY, "--csv", "{file}/x.csv"),
        ("report", "day", DAY, "--pdf", ""),
        ("report", "day", DAY, "--xlsx", "/"),
        ("backup", "--to", "{file}/b"),
        ("backup", "--to", "/proc/b"),
        ("draws", "nobody", "--out", "{dir}"),
        ("why", "sale", "0"),
        ("why", "sale", "99999999999999999999999999"),
        ("why", "member", ""),
        ("why", "pool", "' OR 1=1 --"),
        ("store", "add", "S@1", "二店"),
        ("store", "add", "", ""),
        ("keys", "--code", ""),
        ("keys", "--code", "ＡＢＣＤ"),
        ("restore", "{noise}", "--code", "X", "--replace"),
        ("restore", "{dir}", "--code", "X", "--replace"),
    ],
)
def test_a_shop_is_as_it_was_after_a_command_that_cannot_be(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """One sentence on the error output, answer 1, and not a byte of the shop changed."""
    named = {each.name: str(each) for each in place.iterdir()}
    before = contents(folder)
    code, said = told(capsys, *(each.format(**named) for each in command), "--folder", folder)

    assert (code, said != "") == (1, True)
    assert (folder / FILE_NAME).read_bytes() == before[FILE_NAME]
    assert list(folder.glob("*.part")) + list(place.glob("*.part")) == []


@pytest.mark.parametrize(
    "command",
    [
        ("check-draws", "{noise}"),
        ("check-draws", "{dir}"),
        ("check-draws", "{deep}"),
        ("check-draws", "{utf16}"),
        ("replay", "{noise}", "--out", "{out}"),
        ("replay", "{dir}", "--out", "{out}"),
        ("replay", "{deep}", "--out", "{out}"),
        ("replay", HISTORY, "--out", "{dir}"),
        ("replay", HISTORY, "--out", "{out}", "--events", "{file}"),
        ("replay", HISTORY, "--out", "{out}", "--folder", "{file}"),
        ("replay", HISTORY, "--out", "{out}", "--folder", "{file}/shop"),
        ("what-if", "{noise}", "--synthetic", "days=2", "--out", "{out}"),
        ("what-if", "{dir}", "--synthetic", "days=2", "--out", "{out}"),
        ("what-if", "{deep}", "--synthetic", "days=2", "--out", "{out}"),
        ("what-if", "{file}", "--synthetic", "days=2", "--out", "{out}"),
        ("what-if", PROGRAM, "--synthetic", "days=x", "--out", "{out}"),
        ("what-if", PROGRAM, "--synthetic", "days=-1", "--out", "{out}"),
        ("what-if", PROGRAM, "--history", "{noise}", "--out", "{out}"),
        ("what-if", PROGRAM, "--synthetic", "days=2", "--out", "{dir}"),
        ("restore", "{file}", "--folder", "{new}", "--code", "X"),
        ("verify", "--folder", "{file}"),
        ("verify", "--folder", "{file}/shop"),
        ("report", "day", DAY, "--folder", "{dir}"),
        ("sample", "--days", "1", "--folder", "{file}/shop"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_leaves_nothing(
    place: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """Noise, folders, other encodings, a thousand brackets: never a page of Python."""
    before = sorted(each.name for each in place.iterdir())
    named = {each: str(place / each) for each in (*before, "out", "new")}
    code, said = told(capsys, *(each.format(**named) for each in command))

    assert (code, said != "") == (1, True)
    assert sorted(each.name for each in place.iterdir()) == before


@pytest.mark.parametrize(
    "command",
    [
        ("report", "day", "9999-12-31"),
        ("report", "day", "２０２６-11-21"),
        ("report", "month", "9999-12"),
        ("report", "month", "2026-13"),
        ("sample", "--days", "99999999999"),
        ("sample", "--days", "-1"),
        ("nonsense",),
        ("backup",),
        ("--language", "xx", "verify"),
    ],
)
def test_a_mistake_on_the_line_is_explained_with_the_usage(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """Before any shop is opened: whoever mistypes a day hears of the day."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(list(command))

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: main.py")


@pytest.mark.parametrize(
    "command",
    [
        ("check-draws", "/dev/zero"),
        ("replay", "/dev/zero", "--out", "{out}"),
        ("what-if", "/dev/zero", "--synthetic", "days=2", "--out", "{out}"),
    ],
)
def test_a_file_without_an_end_is_given_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """It must not take the memory of the machine that sells beside it."""
    out = tmp_path / "out.json"
    code, said = told(capsys, *(each.format(out=out) for each in command))

    assert (code, said != "") == (1, True)
    assert LARGEST_FILE < 2**30
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_knows_few_signs_ends_no_command(folder: Path, tmp_path: Path) -> None:
    """The shop's name is Chinese, and the machine of the accountant is not."""
    target = tmp_path / "b.posbackup"
    done = subprocess.run(
        [sys.executable, "main.py", "backup", "--to", str(target), "--folder", str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "LANGUAGE": "en"},
        capture_output=True,
        check=False,
    )
    again = open_shop(folder, clock=StoppedClock(make.OPENING))
    again.close()

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.dumps(make.SHOP_NAME).strip('"').encode() in done.stdout
    assert target.exists()

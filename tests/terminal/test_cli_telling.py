"""Commands that only tell write nothing; what was typed wrongly is named."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.devices.recovery_code import read_recovery_code
from pos_app.journal.entry import Entry
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.unit_of_work import open_storage
from tests import make

SALE = {
    "event": "sale",
    "at": "2026-01-05T10:00:00+08:00",
    "sale": "s1",
    "member": "A",
    "lines": [{"sku": "x", "name": "x", "price_fen": 10_000, "quantity_milli": 1000}],
}
HISTORY = (
    {"event": "program", "at": "2026-01-05T09:00:00+08:00", "program": "排队", "kind": "M1"},
    {"event": "member", "at": "2026-01-05T09:00:00+08:00", "member": "A"},
    SALE,
    {**SALE, "sale": "s2"},
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal speaks English in these tests, wherever they run."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def behind(tmp_path: Path) -> str:
    """A shop that was closed since January: what its two sales earn is long due."""
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(each)}\n" for each in HISTORY), "utf-8")
    folder = tmp_path / "behind"
    cli.main(["replay", str(history), "--out", str(tmp_path / "r.json"), "--folder", str(folder)])
    return str(folder)


def entries(folder: str) -> int:
    """How many entries the journal of a closed shop has."""
    storage = open_storage(Path(folder))
    with storage.read() as view:
        last = view.book.last_number(Entry)
    storage.close()
    return last


@pytest.mark.parametrize(
    "asked",
    [
        ("report", "day", "2026-01-05"),
        ("report", "month", "2026-01"),
        ("report", "clearing", "2026-01"),
        ("why", "sale", "s1"),
        ("why", "member", "A"),
        ("why", "pool", "排队"),
        ("store", "list"),
    ],
)
def test_looking_books_nothing_and_says_what_is_not_in_it(
    asked: tuple[str, ...], behind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An accountant who prints January must not pay out February (decision 0072)."""
    before = entries(behind)
    capsys.readouterr()
    code = cli.main([*asked, "--folder", behind])

    told = capsys.readouterr()
    assert (code, entries(behind)) == (0, before)
    assert told.err == (
        "What is due since 2026-01-12 10:00 is not in this yet; opening the till books it.\n"
    )


@pytest.mark.parametrize("asked", [("verify",), ("what-if", "{p}", "--folder-history", "--out")])
def test_what_is_checked_as_it_lies_writes_nothing_either(
    asked: tuple[str, ...], behind: str, tmp_path: Path
) -> None:
    """To verify books by changing them first would prove nothing."""
    program = tmp_path / "p.json"
    program.write_text('{"kind": "M0"}', "utf-8")
    before = entries(behind)
    typed = [each.format(p=program) for each in asked]
    more = [str(tmp_path / "o.json")] if len(asked) > 1 else []
    code = cli.main(["--folder", behind, *typed, *more])

    assert (code, entries(behind)) == (0, before)


def test_a_replay_says_how_many_events_there_were(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty file that passed in silence would be taken for an import."""
    empty, out = tmp_path / "empty.jsonl", tmp_path / "r.json"
    empty.write_bytes(b"")
    shop = tmp_path / "new"
    code = cli.main(["replay", str(empty), "--out", str(out), "--folder", str(shop)])

    assert code == 0
    assert capsys.readouterr().out == (
        f"A new shop was made in {shop}.\n0 events replayed, 0 of them refused: {out}\n"
    )


def test_a_replay_that_has_nowhere_to_write_does_not_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The books would be changed, and the answer lost."""
    history, shop = tmp_path / "h.jsonl", tmp_path / "new"
    history.write_text(json.dumps(HISTORY[1]), "utf-8")
    out = tmp_path / "none" / "r.json"
    code = cli.main(["replay", str(history), "--out", str(out), "--folder", str(shop)])

    assert code == 1
    assert capsys.readouterr().err == (
        f"{tmp_path / 'none'} cannot be written: there is no such file or folder. "
        "Nothing was written.\n"
    )
    assert not shop.exists()


@pytest.mark.parametrize("asked", [("backup", "--to"), ("report", "day", "2026-11-20", "--pdf")])
def test_a_folder_that_is_not_there_is_named_and_not_made(
    asked: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy in a mistyped folder is one that nobody finds when it is needed."""
    target = tmp_path / "none" / "a"
    code = cli.main([*asked, str(target), "--folder", str(make.folder(tmp_path))])

    assert code == 1
    assert capsys.readouterr().err == (
        f"{target} cannot be written: there is no such file or folder. Nothing was written.\n"
    )
    assert not target.parent.exists()


def test_a_backup_into_a_folder_has_todays_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stick is a folder; nobody thinks of a name for each evening."""
    stick = tmp_path / "stick"
    stick.mkdir()
    code = cli.main(["backup", "--to", str(stick), "--folder", str(make.folder(tmp_path))])

    (made,) = stick.iterdir()
    assert code == 0
    assert made.name.endswith("-1.posbackup")
    assert capsys.readouterr().out.endswith(f"checked: {made}\n")


def test_a_file_that_is_no_backup_is_said_before_a_code_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody fetches the paper from the safe for a wrong file."""
    wrong = tmp_path / "README.md"
    wrong.write_text("not a backup")
    unread = io.StringIO("a code\n")
    monkeypatch.setattr(sys, "stdin", unread)
    code = cli.main(["restore", str(wrong), "--folder", str(tmp_path / "new")])

    assert (code, unread.read()) == (1, "a code\n")
    assert capsys.readouterr().err == (
        "This holds no sound shop: it is no backup of this program. Nothing was changed.\n"
    )


def test_no_code_at_all_is_called_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter pressed too early is no mistyped code."""
    folder = str(make.folder(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    code = cli.main(["keys", "--folder", folder])

    assert code == 1
    assert capsys.readouterr().err == "No recovery code was given. Nothing was changed.\n"


@pytest.mark.parametrize(("typed", "more", "done"), [("yes", (), 1), ("no", (), 0), ("", (), 0),
                                                     ("", ("--yes",), 1)])  # fmt: skip
def test_time_is_accepted_only_by_who_says_yes(
    typed: str,
    more: tuple[str, ...],
    done: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is due by then is booked for good."""
    folder = str(make.folder(tmp_path))
    before = entries(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    code = cli.main(["accept-time", "--folder", folder, *more])

    assert (code, entries(folder) - before) == (1 - done, done)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("why", "sale", "999999"), "There is no sale 999999."),
        (("why", "pool", "1"), "No program is called 1."),
        (("draws", "X", "--out", "x"), "No program is called X."),
    ],
)
def test_what_is_not_there_is_one_plain_sentence(
    asked: tuple[str, ...], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was asked to be paid back, so nothing is said of it."""
    code = cli.main([*asked, "--folder", str(make.folder(tmp_path))])

    assert (code, capsys.readouterr().err) == (1, f"{told}\n")


def test_a_program_that_draws_nothing_is_not_called_missing(
    behind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`why pool` finds it by the same name: two answers would make both doubtful."""
    capsys.readouterr()
    code = cli.main(["draws", "排队", "--out", "x", "--folder", behind])

    told = capsys.readouterr().err.splitlines()[-1]
    assert (code, told) == (1, "The program 排队 draws nothing.")


def test_enter_alone_is_no_wrong_pin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A try that nobody made must not bring the lock nearer."""
    folder = str(make.folder(tmp_path))
    before = entries(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    code = cli.main(["new-code", "--folder", folder])

    assert (code, entries(folder) - before) == (1, 0)
    assert capsys.readouterr().err == (
        "No PIN was typed. Nothing was done, and no try was used up.\n"
    )


def test_a_protocol_that_is_not_there_is_no_number_of_the_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A customer checks what was published; `[Errno 2]` tells him nothing."""
    code = cli.main(["check-draws", str(tmp_path / "none")])

    told = capsys.readouterr().err
    assert (code, "Errno" in told) == (1, False)
    assert told.startswith(f"{tmp_path / 'none'} cannot be read: there is no such file")


def test_the_sample_brings_a_code_to_try_a_restore_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever tries the program wants to see the shop come back before trusting it."""
    folder, backup, again = tmp_path / "sample", tmp_path / "b", tmp_path / "again"
    made = cli.main(["sample", "--days", "1", "--folder", str(folder)])
    paper = folder / "sample-recovery-code.txt"
    code = paper.read_text("utf-8").splitlines()[-1]
    cli.main(["backup", "--to", str(backup), "--folder", str(folder)])
    back = cli.main(["restore", str(backup), "--folder", str(again), "--code", code])

    assert (made, back, read_recovery_code(code)) == (0, 0, code)
    assert "A real shop never keeps its code" in paper.read_text("utf-8")
    assert str(paper) in capsys.readouterr().out
    with connect(again / FILE_NAME, "ro") as records:
        assert records.execute("SELECT count(*) FROM staff").fetchone()[0] == 5

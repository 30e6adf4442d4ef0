"""The command what-if: a file in, curves out, whole or not at all.

What is tested here of the errands: what_if_result and what_if_tables.
"""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from pos_app.cli import main
from tests.engine.golden import queue_examples
from tests.terminal.test_cli_replay import history_of

SYNTHETIC = "sales_a_day=100,days=2,amounts=10000,member_bp=10000,new_bp=10000,return_bp=0"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A queue that pays the head only, without a hold."""
    file = tmp_path / "program.json"
    told = {"program": "queue", "kind": "M1", "preset": "V1", "params": {"hold_days": 0}}
    file.write_text(json.dumps(told), "utf-8")
    return file


def queue_history(name: str) -> str:
    """One of the worked examples of the queue as the lines of a history."""
    example = next(each for each in queue_examples() if each.name == name)
    return "".join(f"{json.dumps(each)}\n" for each in history_of(example))


def run(program: Path, *more: str, out: Path) -> int:
    """Run the command."""
    return main(["what-if", str(program), *more, "--out", str(out)])


def answer(out: Path) -> dict[str, Any]:
    """What the command wrote."""
    read: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return read


def test_made_up_sales_come_out_as_the_rulebooks_table(
    program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Table 2.10 from a terminal: 20 of 100 refunded in full, 80 still waiting."""
    out = tmp_path / "answer.json"

    assert run(program, "--synthetic", SYNTHETIC, out=out) == 0

    told = answer(out)
    (first, _) = told["scenarios"]["as_given"]["days"]
    assert first == {
        "day": "2026-01-01",
        "sales": 100,
        "sold_fen": 1_000_000,
        "programs": {
            "queue": {
                "funded_fen": 200_000,
                "paid_fen": 200_000,
                "owed_fen": 800_000,
                "pool_fen": 0,
                "kept_fen": 0,
                "repaid": 20,
                "waiting": 80,
                "price": None,
            }
        },
    }
    assert told["trade"]["figures"]["amounts"] == [10_000]
    assert told["programs"][0]["params"]["w_head"] == 10_000
    assert "promises nothing" in told["note"]
    assert capsys.readouterr().err == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answer.json", "program.json"]


def test_a_name_that_ends_in_csv_gets_a_table(program: Path, tmp_path: Path) -> None:
    """The owner's partner opens it in a spreadsheet."""
    out = tmp_path / "answer.csv"

    assert run(program, "--synthetic", SYNTHETIC, "--red-from", "2026-01-02", out=out) == 0

    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0] == '"What if","1 Jan 2026 – 2 Jan 2026"'
    assert lines[5].startswith('"As given","queue",200,4000.00,4000.00,0.00,16000.00,16000.00,40')
    assert '"2026-01-01",100,10000.00,"queue",2000.00,2000.00,0.00,8000.00,20,80,""' in lines


def test_a_history_is_tried_as_it_was_sold(program: Path, tmp_path: Path) -> None:
    """Q1 as a history: what the queue of the rulebook paid, it pays here."""
    history = tmp_path / "history.jsonl"
    history.write_text(queue_history("Q1"), "utf-8")
    out = tmp_path / "answer.json"

    assert run(program, "--history", str(history), out=out) == 0

    (queue,) = answer(out)["scenarios"]["as_given"]["programs"]
    # The end of Q1: A has 10000, B 4000, and six purchases wait.
    assert (queue["funded_fen"], queue["paid_fen"]) == (14_000, 14_000)
    assert (queue["repaid"], queue["waiting"], queue["owed_fen"]) == (1, 6, 56_000)


def test_the_shops_own_sales_are_tried(program: Path, tmp_path: Path) -> None:
    """The same sales, first replayed into a shop and then read from its books."""
    history = tmp_path / "history.jsonl"
    history.write_text(queue_history("Q5"), "utf-8")
    shop = tmp_path / "shop"
    main(["--folder", str(shop), "replay", str(history), "--out", str(tmp_path / "r.json")])
    own, other = tmp_path / "own.json", tmp_path / "other.json"

    code = main(
        ["--folder", str(shop), "what-if", str(program), "--folder-history", "--out", str(own)]
    )
    run(program, "--history", str(history), out=other)

    assert code == 0
    assert answer(own)["scenarios"] == answer(other)["scenarios"]
    assert answer(own)["shop"]["max_total_concession_bp"] == 7000


@pytest.mark.parametrize(
    ("content", "more", "sentence"),
    [
        ('{"kind": "M9"}', (), "There is no program of the kind M9."),
        ('{"kind": "M1", "x": 1}', (), "no program that can be tried: there is no field x."),
        ('{"kind": "M2"}', (), "M2 alone gives 34% of a sale; the shop's limit is 30%."),
        ('{"kind": "M0"}', ("--red-from", "2030-01-01"), "2030-01-01 is not within the sales"),
    ],
)
def test_a_refusal_is_a_sentence_and_leaves_no_file(
    content: str,
    more: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The owner types file and figures; what is wrong with them is said in words."""
    file = tmp_path / "program.json"
    file.write_text(content, "utf-8")

    assert run(file, "--synthetic", SYNTHETIC, *more, out=tmp_path / "answer.json") == 1
    assert sentence in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["program.json"]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (("--synthetic", "sales=5"), "Made-up sales have no figure sales"),
        (("--synthetic", "days=many"), "days of the made-up sales is between 1 and 3,660"),
        (("--history", "nowhere.jsonl"), "nowhere.jsonl cannot be read"),
    ],
)
def test_a_trade_that_cannot_be_had_is_said(
    source: tuple[str, ...],
    sentence: str,
    program: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A slip in a figure must not become another shop's estimate."""
    assert run(program, *source, out=tmp_path / "answer.json") == 1
    assert sentence in capsys.readouterr().err


def test_a_broken_line_of_a_history_is_named(
    program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of it is tried: half a past is another past."""
    history = tmp_path / "history.jsonl"
    history.write_text('{"event": "time", "at": "2026-01-05T10:00:00+08:00"}\n{\n', "utf-8")

    assert run(program, "--history", str(history), out=tmp_path / "answer.json") == 1
    assert "Line 2 of the history cannot be read: it is no JSON." in capsys.readouterr().err


def test_an_answer_that_cannot_be_kept_is_said_before_it_is_worked_out(
    program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A year of sales must not be tried for a folder that is not there."""
    out = tmp_path / "nowhere" / "answer.json"

    assert run(program, "--synthetic", SYNTHETIC, out=out) == 1
    told = capsys.readouterr().err
    assert "cannot be written" in told
    assert "sales" not in told


class Terminal(StringIO):
    """A terminal, not a log that is read later."""

    def isatty(self) -> bool:
        """Return what a terminal says of itself."""
        return True


class Interrupted(Terminal):
    """A terminal at which somebody presses Ctrl-C on the way."""

    def write(self, text: str) -> int:
        """Take what is told, or be interrupted."""
        if " of 200 sales" in text and not text.startswith("0"):
            raise KeyboardInterrupt
        return super().write(text)


def test_a_person_sees_how_far_it_is_and_the_answer_in_a_line_of_its_own(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each figure takes the place of the one before, the answer that of none."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    code = run(program, "--synthetic", SYNTHETIC, out=tmp_path / "answer.json")

    *told, last = terminal.getvalue().split("\r")

    assert (code, last) == (0, "\n")
    assert [each for each in told if " sales, " not in each] == []


def test_stopping_it_leaves_no_half_file(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a year taken for a whole one would be a lie; the old answer stays."""
    out = tmp_path / "answer.json"
    out.write_text("the answer of yesterday", "utf-8")
    terminal = Interrupted()
    monkeypatch.setattr("sys.stderr", terminal)

    assert run(program, "--synthetic", SYNTHETIC, out=out) == 130
    assert "Stopped. Nothing was written." in terminal.getvalue()
    assert out.read_text("utf-8") == "the answer of yesterday"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answer.json", "program.json"]

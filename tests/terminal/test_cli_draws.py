"""The commands draws and check-draws: a protocol that anybody can compute again."""

import json
from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.draws.draw_protocol import (
    ProtocolUnreadable,
    SeedNotPublished,
    check_protocol,
    read_protocol,
)
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.cli import main
from pos_app.storage.unit_of_work import open_storage
from pos_app.terminal.replay import replay_file

BASES = (3000, 5000, 4000, 20_000, 9000)
"""The first week of rulebook 3.5."""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal speaks English in these tests, wherever they run."""
    monkeypatch.setenv("LANGUAGE", "en")


def _lines(*, closed: bool) -> list[dict[str, Any]]:
    at = "2025-01-02T10:00:00+08:00"
    params = {"seed": "demo-4", "concession_bp": 1000, "withhold_bp": 2000, "hold_days": 0}
    lines: list[dict[str, Any]] = [
        {"event": "program", "at": at, "program": "L", "kind": "M1b", "params": params}
    ]
    for number, base in enumerate(BASES, start=1):
        piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": base * 1000}
        lines += [
            {"event": "member", "at": at, "member": f"m{number}"},
            {"event": "sale", "at": at, "sale": f"s{number}", "member": f"m{number}",
             "lines": [piece]},
        ]  # fmt: skip
    later = "2025-01-06T00:00:00+08:00"
    lines.append({"event": "time", "at": later})
    if closed:
        lines.append({"event": "close_program", "at": later, "program": "L"})
    return lines


def _shop(tmp_path: Path, *, closed: bool) -> dict[str, Any]:
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(each)}\n" for each in _lines(closed=closed)), "utf-8")
    return replay_file(history, out=tmp_path / "result.json", folder=tmp_path / "shop")


def _protocol(tmp_path: Path) -> Path:
    out = tmp_path / "protocol.json"
    assert main(["--folder", str(tmp_path / "shop"), "draws", "L", "--out", str(out)]) == 0
    return out


def test_the_seed_is_published_with_the_end_and_leads_to_every_winner(tmp_path: Path) -> None:
    """3.3: anybody can recompute; the books agree with the journal all the same."""
    result = _shop(tmp_path, closed=True)
    protocol = _protocol(tmp_path)
    told = json.loads(protocol.read_text("utf-8"))
    storage = open_storage(tmp_path / "shop")
    findings = verify_books(storage)
    storage.close()

    assert result["balances"] == {"CASH:m3": 3200, "OUT:tax": 800, "SRC:S1": -4000}
    assert (result["audit"], findings) == ("ok", [])
    assert told["seed"] == "demo-4"
    assert told["rounds"][0]["picks"][0]["entries"] == [["s1", 3000], ["s3", 4000]]
    assert told["rounds"][0]["picks"][0]["winner"] == "s3"
    assert main(["check-draws", str(protocol)]) == 0


def test_before_the_end_the_seed_is_nobodys(tmp_path: Path) -> None:
    """Who knows it can choose the winner; the commitment is known from the start."""
    _shop(tmp_path, closed=False)
    told = json.loads(_protocol(tmp_path).read_text("utf-8"))

    assert told["seed"] is None
    assert told["commitment"].startswith("9c10e84c")
    assert main(["check-draws", str(tmp_path / "protocol.json"), "--seed", "demo-5"]) == 1


def test_before_the_first_draw_nobody_is_accused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shop that has drawn nothing yet has broken no promise."""
    early = tmp_path / "early.json"
    early.write_text('{"commitment": "9c10e84c", "seed": null, "rounds": []}', "utf-8")
    code = main(["check-draws", str(early)])

    assert (code, capsys.readouterr().out) == (0, "No draw yet; there is nothing to compute.\n")


def test_a_round_without_a_draw_is_not_called_no_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pot smaller than every purchase is carried (3.3); the round was held."""
    carried = tmp_path / "carried.json"
    held = {"round": "2025-W01", "pool_before_fen": 10, "pool_after_fen": 10, "picks": []}
    carried.write_text(json.dumps({"commitment": "9c", "seed": None, "rounds": [held]}), "utf-8")
    code = main(["check-draws", str(carried)])

    assert code == 0
    assert capsys.readouterr().out == (
        "1 round ended without a draw: its pot was smaller than every purchase in it, or nobody "
        "took part. There is nothing to compute.\n"
    )


@pytest.mark.parametrize(
    ("part", "fen", "told"),
    [
        ("prize_fen", 4001, "2025-W01 0 The prize is larger than the purchase that won."),
        ("prize_fen", 3999, "2025-W01 0 The pot did not fall by the prizes of the round."),
    ],
)
def test_a_prize_that_was_changed_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str, fen: int, told: str
) -> None:
    """Who won comes out of the seed; what he won must come out of purchase and pot."""
    _shop(tmp_path, closed=True)
    protocol = _protocol(tmp_path)
    changed = json.loads(protocol.read_text("utf-8"))
    changed["rounds"][0]["picks"][0][part] = fen
    protocol.write_text(json.dumps(changed), "utf-8")
    capsys.readouterr()
    code = main(["check-draws", str(protocol)])

    assert code == 1
    assert told in capsys.readouterr().out.splitlines()


def test_draws_of_a_running_program_wait_for_their_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the seed nothing is proved, and nothing is disproved either."""
    _shop(tmp_path, closed=False)
    protocol = _protocol(tmp_path)
    capsys.readouterr()
    code = main(["check-draws", str(protocol)])

    assert code == 1
    assert capsys.readouterr().err == (
        "The seed of these draws is not published yet. Nothing was computed. It is published "
        "when the program is closed.\n"
    )
    with pytest.raises(SeedNotPublished):
        check_protocol(read_protocol(protocol))


def test_a_file_that_is_no_protocol_is_named(tmp_path: Path) -> None:
    """A customer checks what he was handed; a wrong file must say so."""
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]", "utf-8")

    with pytest.raises(ProtocolUnreadable):
        read_protocol(wrong)
    with pytest.raises(ProtocolUnreadable):
        check_protocol({"commitment": ""}, seed="x")
    assert main(["check-draws", str(wrong)]) == 1

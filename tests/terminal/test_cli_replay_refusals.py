"""What a history may not ask for: refused by name, the books untouched by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pos_app.domain.files.replay_history import MalformedLine
from pos_app.terminal.replay import replay_file

Line = dict[str, Any]
DAY = "2026-01-05T{:02}:{:02}:00+08:00"


def line(event: str, minute: int = 0, **fields: Any) -> Line:
    """One line of a history, on the first day unless it says otherwise."""
    return {"event": event, "at": DAY.format(9 + minute // 60, minute % 60), **fields}


def program(name: str, kind: str, **params: Any) -> Line:
    """A program that settles at once, unless it says otherwise."""
    return line("program", program=name, kind=kind, enabled=True, params={"hold_days": 0, **params})


def sale(name: str, minute: int, total: int, **fields: Any) -> Line:
    """One line of so many pieces at one fen."""
    piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": total * 1000}
    return line("sale", minute, sale=name, lines=[piece], **fields)


def back(name: str, ref: str, minute: int, quantity: int) -> Line:
    """A voluntary return of so many pieces."""
    lines = [{"line": 1, "quantity_milli": quantity * 1000}]
    return line("return", minute, sale=name, lines=lines, reason="voluntary", **{"return": ref})


def piece(price: int, quantity: int, cost: int = 0) -> Line:
    """A sale of one line, of a product that nobody had before."""
    new = {"sku": "new", "price_fen": price, "quantity_milli": quantity, "cost_fen": cost}
    return line("sale", 10, sale="s9", lines=[new])


BEGINNING = [
    line("shop", max_total_concession_bp=7000),
    program("points", "M0"),
    program("queue", "M1", w_exit=0, w_ref=0, w_head=10_000, w_every=0),
    program("growth", "M5", concession_bp=1000),
    program("circle", "M6"),
    program("draw", "M1b", seed="s", round="DAILY"),
    line("member", member="A", sponsor=None),
    line("member", member="B", sponsor="A"),
    sale("s1", 1, 10_000, member="A"),
    sale("s2", 2, 10_000, member="B"),
    line("payout", 3, member="A", account="CASH", amount_fen=4000),
    sale("s3", 4, 10_000, member="A"),
    back("s3", "r1", 5, 4000),
]
ENDING = [
    sale("s4", 50, 7000, member="B"),
    {"event": "time", "at": "2026-01-08T09:00:00+08:00"},
]


def replayed(folder: Path, lines: list[Line]) -> Line:
    """Play a history on a new shop and return its result."""
    folder.mkdir(exist_ok=True)
    history = folder / "history.jsonl"
    history.write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")
    result: Line = replay_file(history, out=folder / "result.json")
    return result


REFUSED: list[tuple[str, Line, str]] = [
    ("weights that do not sum", program("x", "M1", w_fee=1), "ParametersDisagree"),
    ("a unit below the minimum", program("x", "M1", unit=5000, min_order=6000),
     "ParametersDisagree"),
    ("an unfunded stage", program("x", "M2", concession_bp=1700), "ParametersDisagree"),
    ("falling stages", program("x", "M2", cum=[5000, 2000, 10_000]), "ParametersDisagree"),
    ("no own purchase needed", program("x", "M2", own_order_needed=False), "ParametersDisagree"),
    ("bonuses above the concession", program("x", "M3", direct_bp=2000), "ParametersDisagree"),
    ("a third level", program("x", "M3", max_paid_levels=3), "ParameterOutOfRange"),
    ("a cap below the minting", program("x", "M5", cap_bp=14_285), "ParametersDisagree"),
    ("a prize above the law", program("x", "M1b", seed="s", prize_cap=5_000_001),
     "ParameterOutOfRange"),
    ("a draw without a seed", program("x", "M1b"), "ParametersDisagree"),
    ("more than the purchase back", program("x", "M1", free_rate_bp=10_001),
     "ParameterOutOfRange"),
    ("fractions of a point", program("x", "M0", earn_bp=1.5), "MALFORMED"),
    ("a word for a number", program("x", "M0", earn_bp="1"), "ParameterOutOfRange"),
    ("a parameter nobody knows", program("x", "M0", earns=1), "UnknownParameter"),
    ("a kind nobody knows", program("x", "M9"), "UnknownKind"),
    ("a preset nobody knows", line("program", program="x", kind="M1", preset="V9"),
     "UnknownPreset"),
    ("a name with an at sign", program("x@y", "M0"), "MALFORMED"),
    ("a name that promises", program("稳赚", "M0"), "NameUnusable"),
    ("another kind under one name", program("points", "M1"), "ProgramNameTaken"),
    ("a name that the pool of a queue at S1 has", program("queue/S1", "M1"), "ProgramNameTaken"),
    ("another scope of a queue", program("queue", "M1", scope="ALLIANCE"), "ScopeMayNotChange"),
    ("a draw changed in its round", program("draw", "M1b", seed="s", winners_per_round=2),
     "RoundIsRunning"),
    ("another seed for a draw", program("draw", "M1b", seed="t"), "SeedMayNotChange"),
    ("a sponsor who is the buyer", line("member", 10, member="C", sponsor="C"), "NotFound"),
    ("a circle of sponsors", line("member", 10, member="A", sponsor="B"), "RefTaken"),
    ("a second sponsor", line("member", 10, member="B", sponsor="A"), "RefTaken"),
    ("a sponsor after the first sale", line("member", 10, member="A", sponsor="B"), "RefTaken"),
    ("an unknown sponsor", line("member", 10, member="C", sponsor="D"), "NotFound"),
    ("more units than there are", line("redeem", 10, member="A", program="growth", units=10**9),
     "UnitsTooFew"),
    ("less than one point", line("redeem", 10, member="A", program="growth", units=9999),
     "RedeemTooLittle"),
    ("units of another kind", line("redeem", 10, member="A", program="points", units=10_000),
     "NothingToRedeem"),
    ("no points to convert", line("convert", 10, member="B", program="circle"), "PointsTooFew"),
    ("points of another kind", line("convert", 10, member="A", program="growth"),
     "NothingToConvert"),
    ("more paid out than there is",
     line("payout", 10, member="A", account="CASH", amount_fen=10**6), "RewardTooSmall"),
    ("more returned than was left", back("s3", "r2", 10, 6001), "ReturnTooMuch"),
    ("a return twice under one name", back("s3", "r1", 10, 1), "IdUsed"),
    ("a void after the money was spent", line("void", 10, sale="s2"), "VoidRefused"),
    ("a void after a return", line("void", 10, sale="s3"), "VoidRefused"),
    ("a cost below nothing", piece(1000, 1000, cost=-1), "CostOutOfRange"),
    ("a cost above every amount", piece(1000, 1000, cost=2**62), "CostOutOfRange"),
    ("a price below nothing, of next to nothing", piece(-1, 1), "AmountRefused"),
    ("a price above every amount, of a tenth", piece(2 * 10**12, 100), "AmountRefused"),
    ("a period of what has none", line("period", 10, program="points"), "NotFound"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("bad", "why"), [pytest.param(bad, why, id=name) for name, bad, why in REFUSED]
)
def test_what_is_refused_leaves_the_books_as_they_were(tmp_path: Path, bad: Line, why: str) -> None:
    """Said by name and in words; the rest of the history comes out to the byte."""
    clean = replayed(tmp_path / "clean", [*BEGINNING, *ENDING])
    bad = {**bad, "at": DAY.format(9, 40)}
    if why == "MALFORMED":
        with pytest.raises(MalformedLine):
            replayed(tmp_path / "with", [*BEGINNING, bad, *ENDING])
        return
    found = replayed(tmp_path / "with", [*BEGINNING, bad, *ENDING])
    (refused,) = found.pop("refused")

    assert (refused["line"], refused["event"], refused["why"]) == (
        len(BEGINNING) + 1,
        bad["event"],
        why,
    )
    assert refused["text"]
    assert clean.pop("refused") == []
    assert found == clean
    assert found["audit"] == "ok"


def test_a_whole_return_comes_back_once_only(tmp_path: Path) -> None:
    """The second one would pay for goods that are on the shelf again."""
    whole = [*BEGINNING, back("s3", "r2", 10, 6000)]
    once = replayed(tmp_path / "once", whole)
    twice = replayed(tmp_path / "twice", [*whole, back("s3", "r3", 11, 1)])

    assert [each["why"] for each in twice.pop("refused")] == ["ReturnTooMuch"]
    assert once.pop("refused") == []
    assert twice == once


def test_time_never_runs_backwards_in_a_history(tmp_path: Path) -> None:
    """What was due has been done; a line from before would come too late."""
    with pytest.raises(MalformedLine) as refused:
        replayed(tmp_path, [*BEGINNING, *ENDING, sale("s9", 1, 100, member="A")])

    assert refused.value.line == len(BEGINNING) + len(ENDING) + 1

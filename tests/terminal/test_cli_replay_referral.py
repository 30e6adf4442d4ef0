"""R1 to R6 and C1 to C4 through the till's own errands, by replay."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.startup import open_shop
from pos_app.terminal.replay import replay_file
from tests.engine.golden_referral import ReferralExample, referral_examples

AT = "2026-01-05T10:00:00+08:00"
EXAMPLES = [("M2", each) for each in referral_examples("R")] + [
    ("M3", each) for each in referral_examples("C")
]
RETURNS = {"C4": (("s6", 24_950), ("s6", 24_950))}
"""What the table of C4 has beside the file."""


def _line(event: str, **fields: Any) -> dict[str, Any]:
    return {"event": event, "at": AT, **fields}


def history_of(kind: str, example: ReferralExample) -> Iterator[dict[str, Any]]:
    """The example as a history: limit 7000, one program, no hold."""
    params = {"hold_days": 0, **example.parameters}
    preset = params.pop("preset", None)
    chosen = {"preset": preset} if preset else {}
    yield _line("shop", max_total_concession_bp=7000)
    yield _line("program", program="P", kind=kind, enabled=True, params=params, **chosen)
    known: set[str] = set()
    for number, (event, *_) in enumerate(example.steps, start=1):
        if example.name == "C3" and number == 12:
            yield _line("period", program="P")
        yield from _told(event, known, number)
    for number, (sale, base) in enumerate(RETURNS.get(example.name, ())):
        yield _returned(sale, base, f"later-{number}")


def _told(event: list[Any], known: set[str], number: int) -> Iterator[dict[str, Any]]:
    kind, *what = event
    if kind == "spend":
        yield _line("payout", member=what[0], account="CASH", amount_fen=what[1])
    elif kind == "ret":
        yield _returned(what[0], what[1], f"r-{number}")
    else:
        sale, member, base, *sponsor = what
        if member not in known:
            known.add(member)
            yield _line("member", member=member, sponsor=sponsor[0] if sponsor else None)
        piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": base * 1000}
        yield _line("sale", sale=sale, member=member, lines=[piece])


def _returned(sale: str, base: int, ref: str) -> dict[str, Any]:
    lines = [{"line": 1, "quantity_milli": base * 1000}]
    return _line("return", sale=sale, lines=lines, reason="voluntary", **{"return": ref})


@pytest.mark.parametrize(
    ("kind", "example"), EXAMPLES, ids=lambda each: getattr(each, "name", each)
)
def test_the_worked_examples_come_out_of_replay(
    tmp_path: Path, kind: str, example: ReferralExample
) -> None:
    """Balances are the rulebook's, and the journal alone makes the same file again."""
    history = tmp_path / "history.jsonl"
    lines = history_of(kind, example)
    history.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    result = replay_file(history, out=tmp_path / "result.json", folder=tmp_path / "shop")

    assert result["refused"] == []
    assert result["balances"] == example.final
    assert result["audit"] == "ok"
    shop = open_shop(tmp_path / "shop")
    findings = verify_books(shop.storage)
    shop.close()

    assert findings == []


def test_replay_names_what_each_member_is(tmp_path: Path) -> None:
    """C1 ends with two bosses; without a chain nobody is anything."""
    found = {}
    for kind, name in (("M3", "C1"), ("M2", "R1")):
        history = tmp_path / f"{name}.jsonl"
        example = next(each for _, each in EXAMPLES if each.name == name)
        told = "".join(f"{json.dumps(line)}\n" for line in history_of(kind, example))
        history.write_text(told, encoding="utf-8")
        members = replay_file(history, out=tmp_path / "result.json")["members"]
        found[name] = {member: said["identity"] for member, said in members.items()}

    assert found["C1"] == {"A": "BOSS", "B": "BOSS", **dict.fromkeys("CDEFG", "AGENT")}
    assert set(found["R1"].values()) == {None}

"""The worked examples of the mechanisms with pools, as histories of another till."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.storage.unit_of_work import open_storage
from pos_app.terminal.replay import replay_file
from tests.engine.golden_pools import PoolExample, pool_examples

AT = "2026-01-05T10:00:00+08:00"
EXAMPLES = [each for letter in "NKG" for each in pool_examples(letter)]


def _line(event: str, **fields: Any) -> dict[str, Any]:
    return {"event": event, "at": AT, **fields}


def _program(example: PoolExample, **changes: Any) -> dict[str, Any]:
    params = {"hold_days": 0, **example.changes, **changes}
    return _line("program", program="X", kind=example.kind, enabled=True, params=params)


def history_of(example: PoolExample) -> Iterator[dict[str, Any]]:
    """The example as a history: limit 7000, one program, no hold."""
    yield _line("shop", max_total_concession_bp=7000)
    yield from ([_line("store", store="S2")] if _uses_another_store(example) else [])
    yield _program(example)
    known: set[str] = set()
    for number, (event, _, _) in enumerate(example.steps, start=1):
        kind, *rest = event
        if kind == "sale":
            yield from _sale(example, rest, known=known)
        elif kind == "ret":
            lines = [{"line": 1, "quantity_milli": rest[1] * 1000}]
            reason = "voluntary"
            back = {"return": f"r{number}"}
            yield _line("return", sale=rest[0], lines=lines, reason=reason, **back)
        elif kind == "redeem":
            yield _line("redeem", member=rest[0], program="X", units=rest[1])
        elif kind == "convert":
            yield _line("convert", member=rest[0], program="X")
        else:
            yield _line("period", program="X")


def _uses_another_store(example: PoolExample) -> bool:
    return any("S2" in json.dumps(event) for event, _, _ in example.steps)


def _sale(example: PoolExample, rest: list[Any], *, known: set[str]) -> Iterator[dict[str, Any]]:
    sale, member, base, *more = rest
    named = next((each for each in more if isinstance(each, dict)), {})
    rate = next((each for each in more if isinstance(each, int)), None)
    if rate is not None:
        yield _program(example, rebate_bp=rate)
    if member not in known:
        known.add(member)
        yield _line("member", member=member, sponsor=named.get("sponsor"))
    piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": base * 1000}
    store = named.get("store", "S1")
    yield _line("sale", sale=sale, member=member, store=store, lines=[piece])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_the_worked_examples_come_out_of_replay(tmp_path: Path, example: PoolExample) -> None:
    """By the till's own errands the balances are the rulebook's; verify agrees."""
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(line)}\n" for line in history_of(example)), "utf-8")
    replay_file(history, out=tmp_path / "result.json", folder=tmp_path / "shop")
    result = json.loads((tmp_path / "result.json").read_text("utf-8"))
    storage = open_storage(tmp_path / "shop")
    findings = verify_books(storage)
    storage.close()

    assert result["balances"] == example.final
    assert (result["refused"], result["audit"], findings) == ([], "ok", [])


def test_a_return_takes_the_vouchers_of_its_own_sale_first(tmp_path: Path) -> None:
    """Rulebook 6.7 and 1a: what other sales released keeps its own last day.

    Each sale has vouchers from the second period on, so they are no unbroken row.
    """
    piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": 10_000_000}
    params = {"hold_days": 0, "rebate_bp": 2000, "period_days": 31, "vs_sales_bp": 0}
    green = {"program": "X", "kind": "M4", "params": {**params, "validity_days": 30}}
    whole = {"return": "r1", "lines": [{"line": 1, "quantity_milli": 10_000_000}]}
    lines = [
        _line("program", **green),
        _line("member", member="A"),
        _line("sale", sale="s1", member="A", lines=[piece]),
        _line("period", program="X"),
        _line("sale", sale="s2", member="A", lines=[piece]),
        _line("period", program="X"),
        _line("return", sale="s2", **whole),
        {"event": "time", "at": "2026-02-05T00:00:00+08:00"},
    ]
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    replay_file(history, out=tmp_path / "result.json", events=tmp_path / "events")
    told = json.loads((tmp_path / "events" / "0000008.json").read_text("utf-8"))
    expired = [(each["sale"], each["amount"]) for each in told["due"] if each["why"] == "EXPIRED"]

    # Period 1: 277 bp of 2000 is 55. Period 2: 250 bp of 3945 is 98, 49 for each sale.
    assert expired == [("s1", 55), ("s1", 49)]

"""A history in, the books out: the rulebook's examples through the till.

What is tested here of the errands: replay_history and its sums, replay_result.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.domain.files.replay_history import MalformedLine
from pos_app.terminal.replay import replay_file
from tests.engine.golden import Example, queue_examples

AT = "2026-01-05T10:00:00+08:00"


def _line(event: str, at: str = AT, **fields: Any) -> dict[str, Any]:
    return {"event": event, "at": at, **fields}


def _piece(sale: str, base: int, **fields: Any) -> dict[str, Any]:
    """One line of so many pieces at one fen: any part of the base can come back."""
    piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": base * 1000}
    return _line("sale", sale=sale, lines=[piece], **fields)


def history_of(example: Example) -> Iterator[dict[str, Any]]:
    """The example as a history: limit 7000, M1 alone, no hold."""
    params = {"hold_days": 0, **example.parameters}
    preset = params.pop("preset", None)
    yield _line("shop", max_total_concession_bp=7000)
    yield _line("store", store="S2")
    program: dict[str, Any] = {"program": "queue", "kind": "M1", "enabled": True}
    yield _line("program", **program, params=params, **({"preset": preset} if preset else {}))
    known = set()
    for step in example.steps:
        kind, *rest = step.event
        if kind == "sale":
            sale, member, base, sponsor, *more = rest
            if member not in known:
                known.add(member)
                yield _line("member", member=member, sponsor=sponsor)
            store = more[0].get("store", "S1") if more else "S1"
            yield _piece(sale, base, member=member, store=store)
        else:
            yield _other(kind, rest)


def _other(kind: str, rest: list[Any]) -> dict[str, Any]:
    if kind == "exit":
        return _line("exit", sale=rest[0])
    if kind == "void":
        return _line("void", sale=rest[0])
    if kind == "spend":
        return _line("payout", member=rest[0], account="CASH", amount_fen=rest[1])
    sale, base, voluntary = rest
    lines = [{"line": 1, "quantity_milli": base * 1000}]
    reason = "voluntary" if voluntary else "defect"
    return _line("return", sale=sale, lines=lines, reason=reason, **{"return": f"r-{sale}"})


def _replayed(tmp_path: Path, lines: Iterator[dict[str, Any]]) -> dict[str, Any]:
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    replay_file(history, out=tmp_path / "result.json")
    result: dict[str, Any] = json.loads((tmp_path / "result.json").read_text("utf-8"))
    return result


@pytest.mark.parametrize("example", queue_examples(), ids=lambda each: each.name)
def test_the_worked_examples_come_out_of_replay(tmp_path: Path, example: Example) -> None:
    """Balances and tickets are the rulebook's, through sale, return, void, exit."""
    result = _replayed(tmp_path, history_of(example))

    # The examples end with the pool named for one program and, but for Q7, one store.
    balances = {name.replace("@queue/S1", ""): sum_ for name, sum_ in result["balances"].items()}
    assert balances == example.final
    shown = {
        (ticket["sale"], ticket["part"]): (ticket["received"], ticket["target"], ticket["state"])
        for ticket in result["tickets"]
    }
    for sale, part, received, target, state in example.steps[-1].shown.tickets:
        assert shown[sale, part] == (received, target, state)
    assert result["audit"] == "ok"


def _shop_day() -> Iterator[dict[str, Any]]:
    """A small day with everything that may be refused."""
    yield _line("program", program="points", kind="M0", enabled=True, params={})
    yield _line("member", member="A", sponsor=None)
    yield _line("member", member="A", sponsor=None)
    yield _line("member", member="B", sponsor="nobody")
    yield _line("member", member="C", sponsor="C")
    yield _piece("s1", 10_000, member="A", tenders=[{"kind": "cash", "amount_fen": 12_000}])
    yield _piece("s1", 1, member="A")
    yield _piece("s2", 500, member="X")
    yield _piece("s3", 500, tenders=[{"kind": "wechat", "amount_fen": 501}])
    yield _piece("s4", 500, tenders=[{"kind": "cash", "amount_fen": 499}])
    yield _piece("s5", 500, store="S9")
    yield _line("exit", sale="s1")
    yield _line("payout", member="A", account="POINTS", amount_fen=101)
    yield _line("payout", member="A", account="POINTS", amount_fen=40)
    lines = [{"line": 1, "quantity_milli": 6_000_000}, {"line": 1, "quantity_milli": 5_000_000}]
    yield _line("return", sale="s1", lines=lines, **{"return": "r1"})
    yield _line("return", sale="s1", lines=lines[:1], **{"return": "r2"})
    yield _line("void", sale="s1")
    yield _line("time", at="2026-01-06T00:00:00+08:00")
    yield _piece("s6", 700, at="2026-01-06T09:00:00+08:00")


def test_what_is_refused_is_listed_and_changes_nothing(tmp_path: Path) -> None:
    """Ids used before, unknown names, tenders that do not fit: by line, by name."""
    result = _replayed(tmp_path, _shop_day())

    assert [(each["line"], each["event"], each["why"]) for each in result["refused"]] == [
        (3, "member", "RefTaken"),
        (4, "member", "NotFound"),
        (5, "member", "NotFound"),
        (7, "sale", "IdUsed"),
        (8, "sale", "NotFound"),
        (9, "sale", "TenderAboveDue"),
        (10, "sale", "TenderTooSmall"),
        (11, "sale", "NotFound"),
        (12, "exit", "NothingToLeave"),
        (13, "payout", "RewardTooSmall"),
        (15, "return", "ReturnTooMuch"),
        (17, "void", "VoidRefused"),
    ]
    assert all(each["text"] for each in result["refused"])


def test_the_result_counts_what_the_books_say(tmp_path: Path) -> None:
    """Sales, lines, tenders and days, kept after change and less what was paid back."""
    result = _replayed(tmp_path, _shop_day())

    # 100 points earned, 40 paid out, 60 of them taken back with 6000 of 10000: all is gone.
    assert {name: result[name] for name in ("sales", "returns", "lines")} == {
        "sales": 2,
        "returns": 1,
        "lines": 2,
    }
    assert (result["sold_fen"], result["returned_fen"]) == (10_700, 6_000)
    assert result["by_tender_fen"] == {"cash": 10_700 - 6_000}
    assert result["by_day"] == {
        "2026-01-05": {"sales": 1, "sold_fen": 10_000, "returned_fen": 6_000},
        "2026-01-06": {"sales": 1, "sold_fen": 700, "returned_fen": 0},
    }
    assert result["members"] == {"A": {"points": 0, "reward": 0, "voucher": 0, "identity": None}}


@pytest.mark.parametrize(
    "kinds", [("cash", "card"), ("card", "cash"), ("cash", "card", "cash")], ids="-".join
)
def test_cash_above_the_total_is_change_wherever_it_stands(
    tmp_path: Path, kinds: tuple[str, ...]
) -> None:
    """Replay format, `tenders`: cash above the total is change, wherever it is named."""
    amounts = {"card": 2_500, "cash": 1_400}
    tenders = [{"kind": kind, "amount_fen": amounts[kind]} for kind in kinds]
    result = _replayed(tmp_path, iter([_piece("s1", 3_400, tenders=tenders)]))

    assert result["refused"] == []
    assert result["by_tender_fen"] == {"card": 2_500, "cash": 900}


def test_the_same_history_gives_the_same_journal(tmp_path: Path) -> None:
    """Nothing in a replay is random: the head is a promise to other programs."""
    first = _replayed(tmp_path, _shop_day())["journal"]

    assert _replayed(tmp_path, _shop_day())["journal"] == first


def test_a_malformed_line_stops_with_its_number(tmp_path: Path) -> None:
    """A misspelt field passed over would be wrong money."""
    lines = [*_shop_day()][:2]

    with pytest.raises(MalformedLine) as stopped:
        _replayed(tmp_path, iter([*lines, {"event": "sale", "at": AT, "sale": "x"}]))
    assert stopped.value.line == 3


def test_each_event_tells_the_transfers_it_caused(tmp_path: Path) -> None:
    """Who paid for whom can be followed line by line."""
    history = tmp_path / "history.jsonl"
    lines = [*_shop_day()][:6]
    history.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")

    replay_file(history, out=tmp_path / "result.json", events=tmp_path / "events")

    sale = json.loads((tmp_path / "events" / "0000006.json").read_text("utf-8"))
    posted = [(each["debit"], each["credit"], each["amount"]) for each in sale["transfers"]]
    assert ("SRC:S1", "POINTS:A", 100) in posted
    assert ("due", "sales:S1", 10_000) in posted
    assert ("drawer:till", "due", 10_000) in posted
    assert {each["sale"] for each in sale["transfers"]} == {"s1"}


def _written(tmp_path: Path, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What stands in the files of the events of a history."""
    history = tmp_path / "history.jsonl"
    history.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    replay_file(history, out=tmp_path / "result.json", events=tmp_path / "events")
    files = sorted((tmp_path / "events").iterdir())
    return [json.loads(each.read_text("utf-8")) for each in files]


def test_the_transfers_of_all_events_make_the_balances_of_the_result(tmp_path: Path) -> None:
    """One name for one account, also when a later program takes its short name away."""
    params = {"hold_days": 0, "concession_bp": 1000, "min_order": 1}
    queue: dict[str, Any] = {
        "kind": "M1",
        "enabled": True,
        "preset": "V5_DEFAULT",
        "params": params,
    }
    lines = [
        _line("program", program="first", **queue),
        _line("member", member="42", sponsor=None),
        _piece("s1", 10_000, member="42"),
        _line("program", program="second", **queue),
        _piece("s2", 10_000, member="42"),
        _piece("s3", 10_000, member="42"),
    ]
    told = _written(tmp_path, lines)
    sums: dict[str, int] = {}
    for each in told:
        for transfer in (*each["due"], *each["transfers"]):
            sums[transfer["debit"]] = sums.get(transfer["debit"], 0) - transfer["amount"]
            sums[transfer["credit"]] = sums.get(transfer["credit"], 0) + transfer["amount"]
    balances = json.loads((tmp_path / "result.json").read_text("utf-8"))["balances"]

    assert [each["line"] for each in told] == [1, 2, 3, 4, 5, 6]
    assert "FUND:Q:exit@first" in balances
    assert {name: sums[name] for name in balances} == balances


def test_events_before_a_malformed_line_are_written(tmp_path: Path) -> None:
    """What stands in the books has its file; the line that stopped it has none."""
    with pytest.raises(MalformedLine):
        _written(tmp_path, [*[*_shop_day()][:2], {"event": "sale", "at": AT}])

    assert [path.name for path in sorted((tmp_path / "events").iterdir())] == [
        "0000001.json",
        "0000002.json",
    ]

"""L1 to L4 through the till's errands, and every kind of program at once."""

import json
from pathlib import Path
from typing import Any

from pos_app.actions.draws.export_protocol import export_protocol
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.clock import StoppedClock
from pos_app.domain.moment import read_instant
from pos_app.startup import open_shop
from pos_app.storage.unit_of_work import open_storage
from pos_app.terminal.replay import replay_file
from tests.documents.pdf_pages import text_of
from tests.replays.worked_examples import History, write_history

WEEKS: tuple[tuple[str, dict[str, int]], ...] = (
    ("2025-01-02", {"s1": 3000, "s2": 5000, "s3": 4000, "s4": 20_000, "s5": 9000}),
    ("2025-01-08", {"s6": 6000, "s7": 2500, "s8": 3800}),
    ("2025-01-15", {"s9": 30_000}),
)
"""The sales of rulebook 3.5, each of another member."""
DRAWN = (
    ("2025-01-06T00:00:00+08:00", {"CASH:s3": 4000, "POOL:L": 100}),
    ("2025-01-13T00:00:00+08:00", {"CASH:s3": 4000, "POOL:L": 1330}),
    ("2025-01-20T00:00:00+08:00", {"CASH:s3": 4000, "CASH:s8": 3800, "POOL:L": 530}),
)
"""After L1, L2 and L3."""


def draws(weeks: int, **params: Any) -> History:
    """So many weeks of the example, up to the Monday that draws the last."""
    at = "2024-12-30T00:00:00+08:00"
    program = {"seed": "demo-4", "concession_bp": 1000, "hold_days": 0, **params}
    lines: History = [
        {"event": "program", "at": at, "program": "L", "kind": "M1b", "params": program}
    ]
    for day, sales in WEEKS[:weeks]:
        for hour, (sale, base) in enumerate(sales.items(), start=10):
            now = f"{day}T{hour}:00:00+08:00"
            lines += [{"event": "member", "at": now, "member": sale}, _sale(sale, base, at=now)]
    return [*lines, {"event": "time", "at": DRAWN[weeks - 1][0]}]


def _sale(sale: str, base: int, *, at: str, **fields: Any) -> dict[str, Any]:
    piece = {"sku": "p", "name": "p", "price_fen": 1, "quantity_milli": base * 1000}
    return {"event": "sale", "at": at, "sale": sale, "member": sale, "lines": [piece], **fields}


def _replayed(tmp_path: Path, history: History) -> dict[str, Any]:
    """The result, after verify has found nothing against the books."""
    file = write_history(tmp_path / "history.jsonl", history)
    result = replay_file(file, out=tmp_path / "result.json", folder=tmp_path / "shop")
    storage = open_storage(tmp_path / "shop")
    findings = verify_books(storage)
    storage.close()
    assert (result["audit"], findings, result["refused"]) == ("ok", [], [])
    return result


def test_l1_to_l3_come_out_of_replay(tmp_path: Path) -> None:
    """s3 wins the first week, the second is carried, s8 wins the third."""
    for weeks in (1, 2, 3):
        (tmp_path / str(weeks)).mkdir()
        balances = _replayed(tmp_path / str(weeks), draws(weeks, withhold_bp=0))["balances"]
        balances.pop("SRC:S1")

        assert balances == DRAWN[weeks - 1][1]


def test_l4_keeps_the_tax_aside(tmp_path: Path) -> None:
    """L1 pays 3200 to the member and 800 to the tax office; the pool falls by 4000."""
    balances = _replayed(tmp_path, draws(1, withhold_bp=2000))["balances"]

    assert balances == {"CASH:s3": 3200, "OUT:tax": 800, "POOL:L": 100, "SRC:S1": -4100}


def test_an_extra_end_draws_now_and_moves_no_schedule(tmp_path: Path) -> None:
    """A period asked for comes beside those that time brings (replay.md)."""
    history = draws(1, withhold_bp=0)
    extra = {"event": "period", "at": "2025-01-03T10:00:00+08:00", "program": "L"}
    result = _replayed(tmp_path, [*history[:-1], extra, *history[-1:]])

    assert sum(sum_ for name, sum_ in result["balances"].items() if name != "SRC:S1") == 4100
    assert result["balances"]["POOL:L"] == 100


def _every_kind() -> History:
    """One member brings another; both buy under every kind, then use what they got."""
    at = "2026-01-05T10:00:00+08:00"
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (
        ("M0", {}),
        ("M1", {"concession_bp": 1000, "hold_days": 0, "w_ref": 0, "w_head": 6000}),
        ("M1b", {"seed": "demo-4", "concession_bp": 100, "hold_days": 0}),
        ("M4", {"rebate_bp": 300, "hold_days": 0}),
        ("M5", {"concession_bp": 300, "hold_days": 0}),
        ("M6", {"concession_bp": 300, "hold_days": 0}),
        ("M2", {"cum": [1000, 2500, 5000], "concession_bp": 1700, "hold_days": 0}),
    )
    lines: History = [{"event": "shop", "at": at, "max_total_concession_bp": 7000}]
    lines += [
        {"event": "program", "at": at, "program": f"the {kind}", "kind": kind, "enabled": True,
         "priority": priority, "params": params}
        for priority, (kind, params) in enumerate(kinds, start=1)
    ]  # fmt: skip
    lines += [
        {"event": "program", "at": at, "program": "another queue", "kind": "M1", "enabled": True,
         "priority": 9, "preset": "V1", "params": {"concession_bp": 300, "hold_days": 0}},
        {"event": "member", "at": at, "member": "s1", "sponsor": None},
        {"event": "member", "at": at, "member": "s2", "sponsor": "s1"},
        _sale("s1", 20_000, at=at),
        _sale("s2", 20_000, at=at),
        {"event": "period", "at": at, "program": "the M6"},
        {"event": "period", "at": at, "program": "the M4"},
        {"event": "convert", "at": at, "program": "the M6", "member": "s1"},
        {"event": "redeem", "at": at, "program": "the M5", "member": "s1", "units": 20_000},
        {"event": "payout", "at": at, "member": "s1", "account": "CASH", "amount_fen": 1},
        {"event": "payout", "at": at, "member": "s1", "account": "VCH", "amount_fen": 1},
        {"event": "payout", "at": at, "member": "s1", "account": "POINTS", "amount_fen": 1},
        {"event": "payout", "at": at, "member": "s1", "account": "PTS", "amount_fen": 1},
        {"event": "exit", "at": at, "sale": "s1"},
        _sale("s3", 20_000, at=at, member="s1"),
        {"event": "program", "at": at, "program": "the M0", "kind": "M0", "enabled": False,
         "params": {}},
        {"event": "return", "at": at, "sale": "s2", "return": "r1", "reason": "defect",
         "lines": [{"line": 1, "quantity_milli": 5_000_000}]},
        {"event": "close_program", "at": at, "program": "the M4"},
        {"event": "time", "at": "2026-01-20T00:00:00+08:00"},
    ]  # fmt: skip
    return lines


def test_every_event_with_every_kind_is_understood(tmp_path: Path) -> None:
    """One history with all that replay.md names; the same bytes each time."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, again = (_replayed(tmp_path / each, _every_kind()) for each in ("a", "b"))

    assert json.dumps(first) == json.dumps(again)
    assert sum(first["balances"].values()) == 0
    assert "FUND:Q:exit@the M1" in first["balances"]
    assert {"POOL:N", "POOL:L", "FUND:R3:s1#1"} <= set(first["balances"])


def test_the_protocol_is_written_on_paper_too(tmp_path: Path) -> None:
    """Rulebook 3.3 prints entries, position, the winner masked, both pools."""
    _replayed(tmp_path, draws(3, withhold_bp=0))
    clock = StoppedClock(read_instant("2025-01-20T10:00:00+08:00"))
    shop = open_shop(tmp_path / "shop", clock=clock, catch_up=False)
    path = export_protocol(shop, program="L")
    shop.close()

    told = text_of(path.with_suffix(".pdf").read_bytes())
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert json.loads(path.read_text("utf-8"))["commitment"] in told
    assert "方案结束后公布。" in told
    assert any("s3" in line and "40.00" in line for line in lines)
    assert any("0: s1 30.00 · 1: s3 40.00" in line for line in lines)

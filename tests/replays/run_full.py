"""Replays the whole tables and compares the books with sums made by other means.

`python -m tests.replays.run_full [FOLDER OF THE TABLES]`, usually `../shared/data`. Each
table goes through its converter and then, as a separate program, through `main.py replay`
and `main.py verify`. Prints one JSON object; exits 1 when a figure differs, 2 when a
table is not there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.replays import convert_online_retail, convert_supermarket_sales, independent_sums

ROOT = Path(__file__).resolve().parents[2]
USUAL = ROOT.parent / "shared" / "data"
COMPARED = ("sales", "returns", "lines", "sold_fen", "returned_fen", "by_tender_fen", "by_day")


@dataclass(frozen=True)
class Replay:
    """A table, how it becomes a history, and what the books must say then."""

    table: str
    convert: Callable[[Path, Path], int]
    """Write the history; return how many lines were left out."""
    add_up: Callable[[independent_sums.Table], independent_sums.Figures]


def _convert_retail(table: Path, history: Path) -> int:
    made = convert_online_retail.convert(convert_online_retail.read_table(table))
    convert_online_retail.write_history(made.events, history)
    return made.left_out


def _convert_supermarket(table: Path, history: Path) -> int:
    events = convert_supermarket_sales.convert(convert_supermarket_sales.read_table(table))
    convert_online_retail.write_history(events, history)
    return 0


REPLAYS = {
    "online_retail": Replay(
        "online_retail/online_retail_2010-12_2011-06.csv.xz",
        _convert_retail,
        independent_sums.online_retail,
    ),
    "supermarket_sales": Replay(
        "supermarket_sales/supermarket_sales.csv",
        _convert_supermarket,
        independent_sums.supermarket_sales,
    ),
}


def main() -> int:
    """Replay every table; return the exit code."""
    tables = Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    absent = [str(tables / each.table) for each in REPLAYS.values() if not _is_there(tables, each)]
    if absent:
        sys.stderr.write("".join(f"not there: {path}\n" for path in absent))
        return 2
    found = {name: run(each, tables / each.table) for name, each in REPLAYS.items()}
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 0 if all(each["same"] and each["verified"] for each in found.values()) else 1


def run(replay: Replay, table: Path) -> dict[str, Any]:
    """Replay one table and say whether the books agree with the sum."""
    with tempfile.TemporaryDirectory(prefix="replay-") as made:
        folder = Path(made)
        history, result = folder / "history.jsonl", folder / "result.json"
        left_out = replay.convert(table, history)
        began = time.monotonic()
        shop = folder / "shop"
        _program("replay", str(history), "--out", str(result), "--folder", str(shop))
        seconds = time.monotonic() - began
        said = json.loads(result.read_text(encoding="utf-8"))
        verified = _program("verify", "--folder", str(shop), may_fail=True) == 0
    due = replay.add_up(independent_sums.table_of(table))
    differs = [name for name in COMPARED if said[name] != due[name]]
    return {
        "same": not differs and left_out == due["left_out"] and said["audit"] == "ok",
        "verified": verified,
        "differs": differs,
        "left_out": left_out,
        "refused": len(said["refused"]),
        "seconds": round(seconds, 1),
        **{name: said[name] for name in COMPARED if name != "by_day"},
        "journal": said["journal"],
    }


def _is_there(tables: Path, replay: Replay) -> bool:
    return (tables / replay.table).is_file()


def _program(*arguments: str, may_fail: bool = False) -> int:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], check=not may_fail, cwd=ROOT
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

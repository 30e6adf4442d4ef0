"""`bench`: figures the program promises, each beside what it is held to.

Rows that need a screen are handed in by whoever has screens. Nothing here decides what
is fast: each row names its bound, and a shop that misses one is told so in the figures.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from pos_app import __version__
from pos_app.bench.engine import engine
from pos_app.bench.figures import FULL, QUICK, Figures, tell
from pos_app.bench.mechanisms import MechanismTrial
from pos_app.bench.period import PeriodTrial
from pos_app.bench.queue import settlement
from pos_app.bench.sale import SaleTrial
from pos_app.bench.shops import Workplace
from pos_app.bench.what_if import what_if
from pos_app.storage.bare_writes import driver_name
from pos_app.terminal.speech import add_language, terminal_words

Measure = Callable[[], Figures]
Rows = Mapping[str, Measure]
"""By name, in the sequence of the table; each is measured when it is called."""
ScreenRows = Callable[[Workplace], Rows]

_DECIMALS = 3


def main(arguments: Sequence[str], *, with_screens: ScreenRows) -> int:
    """Measure the rows that are asked for, print them as one JSON object; 0 when done.

    A bound that is missed is said in the figures and does not change the exit code: how
    fast a machine is today says nothing about whether the program is right.
    """
    asked = _parser().parse_args(list(arguments))
    sizes = QUICK if asked.quick else FULL
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        workplace = Workplace(Path(folder), sizes)
        rows = {**rows_without_screens(workplace), **with_screens(workplace)}
        unknown = [name for name in asked.rows or () if name not in rows]
        if unknown:
            tell(f"there is no row {', '.join(unknown)}; there are {', '.join(rows)}")
            return 2
        told = {name: _plain(rows[name]()) for name in rows if name in (asked.rows or rows)}
    text = json.dumps({"machine": _machine(), "rows": told}, ensure_ascii=False, indent=1)
    sys.stdout.write(text + "\n")
    return 0


def rows_without_screens(workplace: Workplace) -> Rows:
    """The rows that need no screen; shops are made when their row is measured."""
    sales = SaleTrial(workplace)
    return {
        "sale": sales.over_bare_rows,
        "sale_large": sales.over_the_years,
        "report": sales.report,
        "settlement": partial(settlement, workplace.sizes),
        "engine": partial(engine, workplace.sizes),
        **MechanismTrial(workplace).rows,
        **PeriodTrial(workplace).rows,
        "what_if": partial(what_if, workplace.sizes),
    }


def _parser() -> argparse.ArgumentParser:
    _ = terminal_words().text
    parser = argparse.ArgumentParser(
        prog="main.py bench",
        description=_("Measures speed and memory beside what they are held to; prints JSON."),
    )
    parser.add_argument("--quick", action="store_true", help=_("small sizes: shows that it runs"))
    parser.add_argument("--rows", nargs="+", metavar="ROW", help=_("measure these rows only"))
    parser.add_argument(
        "--folder", type=Path, help=_("a folder on the disk to measure on, for some gigabytes")
    )
    add_language(parser, terminal_words())
    return parser


def _plain(figures: Figures) -> dict[str, Any]:
    """A row as JSON shows it; the name is its key."""
    told = asdict(figures) | {"met": figures.is_met}
    del told["name"]
    return {
        key: round(value, _DECIMALS) if isinstance(value, float) else value
        for key, value in told.items()
    }


def _machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "program": __version__,
        "python": platform.python_version(),
        "sqlite": driver_name(),
        "system": platform.platform(),
        "processor": f"{os.cpu_count()} x {platform.machine()}",
        "load": _load(),
    }


def _load() -> str:
    """How many programs wanted a processor lately; more than there are is slow."""
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return " ".join(f"{each:.1f}" for each in os.getloadavg())

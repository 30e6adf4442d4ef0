"""`main.py bench`: the rows that need a screen join those that need none."""

import os
import sys
from collections.abc import Sequence
from functools import partial

from pos_app.bench.command import Rows
from pos_app.bench.command import main as measure
from pos_app.bench.shops import Workplace


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for without showing anything; see `pos_app.bench.command`."""
    # Everywhere alike, and nobody's screen is used up for half an hour.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return measure(arguments, with_screens=_rows)


def _rows(workplace: Workplace) -> Rows:
    from ui.bench.programs import ProgramRows
    from ui.bench.till import key_to_found, scan_to_line

    programs = ProgramRows(workplace)
    weighed = {"memory": programs.memory, "growth": programs.growth}
    return {
        "scan": partial(scan_to_line, workplace),
        "search": partial(key_to_found, workplace),
        "start": programs.start,
        # The size of a program is told by Linux alone in this way.
        **(weighed if sys.platform == "linux" else {}),
    }

"""Every worked example of the rulebook as a history, by its name."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.engine.golden import queue_examples
from tests.terminal import test_cli_replay, test_cli_replay_pools, test_cli_replay_referral

History = list[dict[str, Any]]

WORKED: dict[str, History] = {
    **{each.name: list(test_cli_replay.history_of(each)) for each in queue_examples()},
    **{
        each.name: list(test_cli_replay_referral.history_of(kind, each))
        for kind, each in test_cli_replay_referral.EXAMPLES
    },
    **{
        each.name: list(test_cli_replay_pools.history_of(each))
        for each in test_cli_replay_pools.EXAMPLES
    },
}


def write_history(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write a history as a file; return its path."""
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path

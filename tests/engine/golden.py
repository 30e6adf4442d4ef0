"""The worked examples of the rulebook, read from its own file; no number is ours."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parents[1] / "data" / "golden" / "rewards.json"

STATES = {"": "ACTIVE", "C": "COMPLETED", "E": "EXITED"}
_TICKET = re.compile(r"(s\d+)\.(\d+) (\d+)/(\d+)(?: ([CE]))?")
_WAITING = re.compile(r"waiting (\d+)")


@dataclass(frozen=True)
class TicketsShown:
    """One cell of a Q table: tickets in the order shown, and the waiting."""

    tickets: tuple[tuple[str, int, int, int, str], ...]
    """(sale, part, received, target, state)."""
    waiting: int


@dataclass(frozen=True)
class Step:
    """One event of an example and what must be true after it."""

    event: list[Any]
    result: dict[str, Any]
    paid: dict[str, int]
    pool: int
    exit_fund: int
    shown: TicketsShown


@dataclass(frozen=True)
class Example:
    """One worked example."""

    name: str
    parameters: dict[str, Any]
    steps: tuple[Step, ...]
    final: dict[str, int]


def queue_examples() -> list[Example]:
    """Q1 to Q11."""
    golden = json.loads(GOLDEN.read_text("utf-8"))
    return [_example(case, golden["blocks"][case["id"]]) for case in golden["M1"]]


def _example(case: dict[str, Any], block: str) -> Example:
    shown = _tables(block)
    steps = [
        Step(
            event=step["event"],
            result=step["result"],
            paid=step["paid"],
            pool=step["pool"],
            exit_fund=step["exit"],
            shown=each,
        )
        for step, each in zip(case["steps"], shown, strict=True)
    ]
    return Example(case["id"], case["params"], tuple(steps), case["final"])


def _tables(block: str) -> list[TicketsShown]:
    """The ticket states of every row of a block's table."""
    rows = [line.split("|") for line in block.splitlines() if re.match(r"\| \d+ \|", line)]
    return [_shown(row[6]) for row in rows]


def _shown(cell: str) -> TicketsShown:
    tickets = tuple(
        (sale, int(part), int(received), int(target), STATES[state or ""])
        for sale, part, received, target, state in _TICKET.findall(cell)
    )
    waiting = _WAITING.search(cell)
    return TicketsShown(tickets, int(waiting.group(1)) if waiting else 0)

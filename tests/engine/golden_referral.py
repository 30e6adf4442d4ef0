"""R1 to R6 and C1 to C4 of the rulebook, read from its own file.

No number is ours.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from tests.engine.golden import GOLDEN

MEMBERS = "ABCDEFGHI"


def number_of(member: str) -> int:
    """A member's number: A is 1."""
    return MEMBERS.index(member) + 1


def letter_of(number: int) -> str:
    """A member's letter: 1 is A."""
    return MEMBERS[number - 1]


@dataclass(frozen=True)
class ReferralExample:
    """One worked example: its parameters, its events with their figures, its end."""

    name: str
    parameters: dict[str, Any]
    steps: tuple[tuple[Any, ...], ...]
    final: dict[str, int]
    rows: tuple[tuple[str, ...], ...]
    """The cells of the table in the text."""


def referral_examples(letter: str) -> list[ReferralExample]:
    """R1 to R6, or C1 to C4."""
    golden = json.loads(GOLDEN.read_text("utf-8"))
    return [
        ReferralExample(
            name,
            {key: value for key, value in case["params"].items() if key != "kind"},
            tuple(tuple(step) for step in case["steps"]),
            case["final"],
            _rows(golden["blocks"][name]),
        )
        for name, case in golden["others"].items()
        if name.startswith(letter)
    ]


def _rows(block: str) -> tuple[tuple[str, ...], ...]:
    rows = [line for line in block.splitlines() if re.match(r"\| \d+ \|", line)]
    return tuple(tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in rows)

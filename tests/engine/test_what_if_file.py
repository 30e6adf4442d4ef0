"""A file of programs to try is read as strictly as a history."""

import json
from typing import Any

import pytest

from pos_app.domain.settings import ShopRules
from pos_app.engine.trying.adopt import ProgramTried
from pos_app.engine.trying.file import ProgramFile, ProgramFileUnreadable, read_program_file


def read(value: Any) -> ProgramFile:
    """Read a value as a file holds it."""
    return read_program_file(json.dumps(value).encode())


def test_a_file_may_hold_one_program() -> None:
    """What the owner types first: a kind and perhaps a preset."""
    assert read({"kind": "M1", "preset": "V1"}) == ProgramFile(
        (ProgramTried("M1", "M1", "V1", {}, 100),), None
    )


def test_a_file_may_hold_several_and_the_shops_limits() -> None:
    """Combinations (9.1) need a limit above the usual 3000."""
    first = {"program": "queue", "kind": "M1", "priority": 10, "params": {"window": 5}}
    read_ = read({"programs": [first, {"kind": "M4"}], "shop": {"max_total_concession_bp": 7000}})

    assert read_.rules == ShopRules(max_total_concession_bp=7000)
    assert read_.programs == (
        ProgramTried("queue", "M1", None, {"window": 5}, 10),
        ProgramTried("M4", "M4", None, {}, 100),
    )


@pytest.mark.parametrize(
    ("content", "why", "named"),
    [
        (b"\xff", "encoding", ""),
        (b"{", "json", ""),
        (b"[]", "object", ""),
        (b"{}", "missing", "kind"),
        (b'{"kind": "M1", "kind": "M0"}', "duplicate_key", "kind"),
        (b'{"kind": "M1", "params": {"window": 1.5}}', "fraction", "1.5"),
        (b'{"kind": "M1", "prest": "V1"}', "unknown_field", "prest"),
        (b'{"kind": "M1", "program": "a@b"}', "id", "program"),
        (b'{"kind": "M1", "priority": "first"}', "type", "priority"),
        (b'{"programs": [], "kind": "M1"}', "unknown_field", "kind"),
        (b'{"kind": "M1", "shop": {"max": 1}}', "unknown_field", "max"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_field(
    content: bytes, why: str, named: str
) -> None:
    """A misspelt field that was passed over would be another program."""
    with pytest.raises(ProgramFileUnreadable) as refused:
        read_program_file(content)

    assert (refused.value.why, refused.value.named) == (why, named)

"""The first page is true: every file, picture and command on it exists."""

import re
from pathlib import Path

from pos_app.cli import parser
from pos_app.domain.sample_shop import read_sample_staff
from pos_app.wording import Language, Wording
from ui.till.till_keys import TILL_KEYS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_every_picture_and_link_is_in_the_repository() -> None:
    """A newcomer's first look must not be a broken picture."""
    linked = re.findall(r"\]\(([^)#]+)\)", README)

    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_every_command_is_one_that_main_knows() -> None:
    """What is typed off the page must work."""
    named = re.findall(r"main\.py (\w+)", README)
    known = parser(Wording(Language.EN)).format_help()

    assert [command for command in named if f"    {command}" not in known] == []
    assert len(named) > 0


def test_the_pins_are_those_of_the_sample_shop() -> None:
    """Nobody gets in with a PIN that was changed."""
    staff = read_sample_staff((ROOT / "resources" / "sample_shop" / "staff.csv").read_bytes())

    for person in staff:
        assert f"| {person.name} | {person.role} | {person.pin} |" in README


def test_the_table_of_keys_is_the_tills_own() -> None:
    """A key that was bound anew must not be looked for under its old name."""
    section = README.partition("## Keys of the till")[2].partition("\n## ")[0]
    shown = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)

    assert shown[1:] == [(line.cap, line.meaning) for line in TILL_KEYS]

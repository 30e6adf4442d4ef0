"""The first page is true: every file, picture and command on it exists."""

import re
from pathlib import Path

from pos_app.cli import parser
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.files.sample_shop import read_sample_staff
from pos_app.engine.trying.file import read_program_file
from pos_app.terminal.replay import replay_file
from pos_app.wording import Language, Wording
from ui.till_keys import TILL_KEYS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "resources" / "examples"
README = (ROOT / "README.md").read_text("utf-8")


def test_every_picture_and_link_is_in_the_repository() -> None:
    """A newcomer's first look must not be a broken picture."""
    linked = re.findall(r"\]\(([^)#]+)\)", README)

    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_every_command_is_one_that_main_knows() -> None:
    """What is typed off the page must work."""
    named = re.findall(r"main\.py ([a-z][\w-]+)", README)
    known = parser(Wording(Language.EN)).format_help()

    assert [command for command in named if f"    {command}" not in known] == []
    assert len(named) > 0


def test_every_command_there_is_stands_on_the_page() -> None:
    """What a newcomer does not read of, nobody uses."""
    known = re.findall(
        r"^    ([a-z][a-z-]*)  ", parser(Wording(Language.EN)).format_help(), re.MULTILINE
    )

    assert [each for each in known if f"main.py {each}" not in README] == []
    assert len(known) == 16


def test_the_history_on_the_page_is_replayed_whole(tmp_path: Path) -> None:
    """An example that is refused teaches a wrong format."""
    told = replay_file(EXAMPLES / "history.jsonl", out=tmp_path / "result.json")

    assert told["refused"] == []
    assert (told["sales"], told["returns"], told["sold_fen"]) == (2, 1, 19_200)
    assert [(each["sale"], each["target"]) for each in told["tickets"]] == [("s1", 13_500)]


def test_the_program_on_the_page_can_be_tried() -> None:
    """The first what-if of an owner must not end in a refusal."""
    (tried,) = read_program_file((EXAMPLES / "program.json").read_bytes()).programs

    assert (tried.name, tried.kind, tried.preset) == ("排队", "M1", "V5_DEFAULT")


def test_the_pins_are_those_of_the_sample_shop() -> None:
    """Nobody gets in with a PIN that was changed."""
    staff = read_sample_staff((ROOT / "resources" / "sample_shop" / "staff.csv").read_bytes())

    for person in staff:
        assert f"| {person.name} | {person.role} | {person.pin} |" in README


def test_the_sample_shop_has_as_many_products_as_the_page_says() -> None:
    """A figure that nobody counts is wrong after the first change."""
    listed = preview_import((ROOT / "resources" / "sample_shop" / "products.csv").read_bytes())

    assert f"The sample shop has {len(listed.rows)} real products" in README


def test_the_table_of_keys_is_the_tills_own() -> None:
    """A key that was bound anew must not be looked for under its old name."""
    section = README.partition("## Keys of the till")[2].partition("\n## ")[0]
    shown = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)

    assert shown[1:] == [(line.cap, line.meaning) for line in TILL_KEYS]

"""Words: English is the id itself, fields are filled in, and plurals agree."""

import re
from pathlib import Path

import pytest

from pos_app.wording import N_, Language, Wording, in_one_line, listed

ROOT = Path(__file__).resolve().parent.parent


def test_english_says_the_id_itself() -> None:
    """A new sentence works in English at once, without any catalogue."""
    assert Wording(Language.EN).text("A sentence nobody has written yet.") == (
        "A sentence nobody has written yet."
    )


@pytest.mark.parametrize(("count", "text"), [(1, "1 piece of fruit"), (7, "7 pieces of fruit")])
def test_english_agrees_with_the_number(count: int, text: str) -> None:
    """`1 pieces` on a receipt looks careless."""
    said = Wording(Language.EN).plural(
        "{count} piece of {what}", "{count} pieces of {what}", count=count, what="fruit"
    )

    assert said == text


def test_a_text_without_fields_may_hold_braces() -> None:
    """An example of a template is shown as it is."""
    assert Wording(Language.EN).text("Write {name} here") == "Write {name} here"


def test_one_english_word_may_have_several_translations() -> None:
    """Change is what goes back to a customer, and what a button does to a member."""
    wording = Wording(Language.EN)

    assert wording.text_in("money", "Change") == wording.text_in("button", "Change") == "Change"


def test_a_marked_text_is_the_text() -> None:
    """Tables of constants are marked where they stand, translated where shown."""
    assert N_("Hold") == "Hold"


def test_sentences_stand_behind_one_another_as_each_language_has_it() -> None:
    """A Chinese full stop is as wide as a sign: a space after it is a hole."""
    assert in_one_line(("已入账。", "小票没有打出。")) == "已入账。小票没有打出。"
    assert in_one_line(("It is booked.", "", "No paper came.")) == "It is booked. No paper came."
    assert in_one_line(()) == ""


@pytest.mark.parametrize(
    ("language", "told"), [(Language.EN, "tea, rice"), (Language.ZH_CN, "tea、rice")]
)
def test_a_sentence_lists_names_in_the_manner_of_its_language(
    language: Language, told: str
) -> None:
    """A comma with a space in a Chinese list reads as the end of a clause."""
    assert listed(["tea", "rice"], Wording(language).text) == told


def test_no_other_file_joins_a_list_by_hand() -> None:
    """A comma written into the code is of one language; `listed` has both."""
    joined = re.compile(r"""["'](, |、)["']\.join""")
    found = [
        str(path.relative_to(ROOT))
        for folder in ("pos_app", "ui")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if joined.search(path.read_text("utf-8"))
    ]

    # Measurements, bug reports and statements of SQL are of no language of the shop.
    assert found == [
        "pos_app/bench/command.py",
        "pos_app/errors.py",
        "pos_app/storage/rows_together.py",
    ]

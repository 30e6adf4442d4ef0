"""Both languages are complete and say the same; what is compiled is current.

One thing has one word; `docs/words.md` names those that lost. A cashier who reads three
names for one voucher believes that there are three vouchers.
"""

import ast
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests import translations

CALLS = ("_", "N_", "_n", "_c")
WORDS = Path(__file__).resolve().parent.parent / "docs" / "words.md"
_HEADINGS = {"zh_CN": "## Chinese", "en": "## English"}


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that no text may hold any more, and where it is another thing's name."""

    word: str
    house: str
    stays_in: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        """Whether the text says the word as the name of the thing."""
        if self.word.startswith("="):
            return text == self.word.removeprefix("=")
        for piece in self.stays_in:
            text = text.replace(piece, "")
        return self.word in text


def _lost(language: str) -> list[Lost]:
    text = WORDS.read_text(encoding="utf-8")
    table = text.split(_HEADINGS[language])[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in table.splitlines()
        if line.startswith("| ") and not line.startswith("| not ")
    ]
    return [
        Lost(row[0], row[1], tuple(row[3].split("、")) if len(row) > 3 and row[3] else ())
        for row in rows
    ]


def _texts(language: str) -> Iterator[str]:
    """Every text of a language; English ones are the ids of the Chinese."""
    for message in translations.kept("zh_CN"):
        said = message.string if language == "zh_CN" else message.id
        if message.id and said:
            yield from [said] if isinstance(said, str) else said


def _fields(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_catalogues_hold_exactly_the_texts_of_the_code(language: str) -> None:
    """A text that nobody says any more misleads the next translator."""
    kept = _ids(translations.kept(language))
    wanted = _ids(translations.updated(language))

    assert sorted(kept ^ wanted) == [], "run: python tests/translations.py update"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_the_program_reads_is_what_people_wrote(language: str) -> None:
    """A corrected sentence that was not compiled is a sentence nobody reads."""
    compiled = translations.compiled_path(language).read_bytes()

    assert compiled == translations.mo_bytes(translations.kept(language))


def test_no_text_lacks_its_chinese() -> None:
    """Half a screen in English stops a cashier who reads none."""
    lost = translations.missing(translations.kept("zh_CN"))

    assert [message.id for message in lost] == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_translation_has_the_fields_of_its_text(language: str) -> None:
    """A lost field loses a fact; an invented one stops the till when it is shown."""
    wrong = []
    for message in translations.kept(language):
        ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        texts = [message.string] if isinstance(message.string, str) else message.string or ()
        if message.id and any(_fields(text) != _fields(ids[-1]) for text in texts if text):
            wrong.append(message.id)

    assert wrong == []


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """An f-string inside the call is extracted by nobody and never found again."""
    wrong = [
        f"{path.relative_to(translations.ROOT)}:{call.lineno}"
        for path in translations.source_files()
        for call in _text_calls(path)
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]

    assert wrong == []


def test_no_text_goes_past_the_extraction() -> None:
    """`words.plural("...")` is found by nobody; under the name `_n` it is."""
    known = {text for message in translations.extracted() for text in _said(message.id)}
    lost = [
        f"{path.relative_to(translations.ROOT)}:{call.lineno}: {said.value}"
        for path in translations.source_files()
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"text", "plural"}
        and ast.unparse(call.func.value).endswith(("words", "wording"))
        for said in call.args[:1]
        if isinstance(said, ast.Constant)
        and isinstance(said.value, str)
        and said.value not in known
    ]

    assert lost == []


@pytest.mark.parametrize("language", _HEADINGS)
def test_no_text_says_a_word_that_lost(language: str) -> None:
    """The rulebook's word wins; what else a thing was once called comes back unseen."""
    found = [
        (lost.word, lost.house, text)
        for text in _texts(language)
        for lost in _lost(language)
        if lost.stands_in(text)
    ]

    assert found == []


@pytest.mark.parametrize(("language", "count"), [("zh_CN", 23), ("en", 19)])
def test_every_row_of_the_table_is_read(language: str, count: int) -> None:
    """A table that nobody reads forbids nothing."""
    assert len(_lost(language)) == count


def test_a_word_may_stay_where_it_names_another_thing() -> None:
    """Combinations alone bear the titles they are known by (rulebook 9.1)."""
    lost = Lost("免单", "返还", ("与排队免单",))

    assert [lost.stands_in(text) for text in ("众店与排队免单", "随机免单")] == [False, True]


def _ids(catalog: Catalog) -> set[tuple[str, str]]:
    return {(message.context or "", str(message.id)) for message in catalog if message.id}


def _said(ids: str | Sequence[str]) -> Sequence[str]:
    return (ids,) if isinstance(ids, str) else ids


def _text_calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
    ]

"""Both languages are complete and say the same; what is compiled is current."""

import ast
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests import translations

CALLS = ("_", "N_", "_n", "_c")


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


def _ids(catalog: Catalog) -> set[tuple[str, str]]:
    return {(message.context or "", str(message.id)) for message in catalog if message.id}


def _text_calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
    ]

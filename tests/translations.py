"""The catalogues: extract, update, compile, check. For whoever writes a text.

    python tests/translations.py update         texts of the code into the catalogues
    python tests/translations.py add FILE       Chinese texts from a JSON file: id -> text
    python tests/translations.py missing        what still has no Chinese text

A key of the JSON file is the English text as in the code; one with a context has the
context before it and a `|`: `button|Change`. Each command also compiles.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "en")
SOURCES = ("pos_app", "ui", "main.py")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "_n": (1, 2),
    "_c": ((1, "c"), 2),
    # Papers are handed the one way they need: to say a text in the reader's language.
    "say": None,
}
_NO_CHURN = datetime(2026, 1, 1, tzinfo=UTC)
"""A date in the head would change a file in which no text has changed."""


def source_files() -> Iterator[Path]:
    """Every file whose texts a person may read."""
    for source in SOURCES:
        path = ROOT / source
        if path.is_file():
            yield path
        yield from sorted(path.rglob("*.py")) if path.is_dir() else ()


@lru_cache(maxsize=1)
def extracted() -> Catalog:
    """All texts of the code, without any translation."""
    catalog = _empty(None)
    for path in source_files():
        with path.open("rb") as code:
            for _, ids, _, context in extract("python", code, keywords=KEYWORDS):
                catalog.add(ids, context=context)
    return catalog


def kept(language: str) -> Catalog:
    """The catalogue of a language as it lies in the repository."""
    with _po(language).open("rb") as stored:
        return read_po(stored, locale=language)


def updated(language: str) -> Catalog:
    """The texts of the code with what has been translated of them, and nothing else.

    English needs an entry for plurals only: its texts are the ids.
    """
    old = kept(language) if _po(language).exists() else _empty(language)
    new = _empty(language)
    for message in extracted():
        if not message.id or (language == "en" and not message.pluralizable):
            continue
        known = old.get(
            message.id if isinstance(message.id, str) else message.id[0], message.context
        )
        new.add(message.id, _text(message, known, language=language), context=message.context)
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """A catalogue as it is written for people."""
    stream = io.BytesIO()
    write_po(stream, catalog, no_location=True, sort_output=True, width=96)
    return stream.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """A catalogue as it is read by the program."""
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def missing(catalog: Catalog) -> list[Message]:
    """What has no translation, or only a guessed one."""
    return [m for m in catalog if m.id and (m.fuzzy or not _is_whole(m))]


def write(language: str, catalog: Catalog) -> None:
    """Write both files of a language."""
    _po(language).parent.mkdir(parents=True, exist_ok=True)
    _po(language).write_bytes(po_bytes(catalog))
    with _po(language).open("rb") as stored:
        _mo(language).write_bytes(mo_bytes(read_po(stored, locale=language)))


def add(pairs: dict[str, str]) -> None:
    """Take Chinese texts over into the catalogue."""
    catalog = updated("zh_CN")
    for key, text in pairs.items():
        context, bar, msgid = key.rpartition("|")
        message = catalog.get(msgid, context) if bar else catalog.get(key)
        if message is None:
            sys.stderr.write(f"no such text in the code: {key}\n")
            continue
        message.string = (text,) if message.pluralizable else text
    write("zh_CN", catalog)


def compiled_path(language: str) -> Path:
    """Where the program reads a language."""
    return _mo(language)


def main(words: list[str]) -> int:
    """Run one command; 1 when texts are missing."""
    if words[:1] == ["add"]:
        add(json.loads(Path(words[1]).read_text(encoding="utf-8")))
    for language in LANGUAGES:
        if words[:1] != ["missing"]:
            write(language, updated(language))
    lost = missing(updated("zh_CN"))
    for message in lost:
        context = f"{message.context}|" if message.context else ""
        msgid = message.id if isinstance(message.id, str) else message.id[0]
        sys.stdout.write(f"{json.dumps(context + msgid, ensure_ascii=False)}\n")
    sys.stdout.write(f"{len(lost)} without a Chinese text\n")
    return 1 if lost else 0


def _text(message: Message, known: Message | None, *, language: str) -> str | tuple[str, ...]:
    if language == "en":
        return tuple(message.id)
    texts = _texts(known) if known is not None else ()
    if message.pluralizable:
        return texts or ("",)
    return texts[0] if texts else ""


def _is_whole(message: Message) -> bool:
    return bool(_texts(message)) and all(_texts(message))


def _texts(message: Message) -> tuple[str, ...]:
    """All forms of a translation; one without plural has one."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ())


def _empty(language: str | None) -> Catalog:
    catalog = Catalog(
        locale=language,
        project="till",
        version="1",
        msgid_bugs_address="see README.md",
        creation_date=_NO_CHURN,
        revision_date=_NO_CHURN,
        last_translator="the project",
        language_team="the project",
        fuzzy=False,
    )
    catalog.header_comment = "# The words of the till."
    return catalog


def _po(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "till.po"


def _mo(language: str) -> Path:
    return _po(language).with_suffix(".mo")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

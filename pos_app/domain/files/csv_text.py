"""CSV as RFC 4180 has it, read strictly: rows with the line they begin on.

Nothing is guessed at inside a row: a quote where none may stand stops the reading, for
everything behind it could be cut in the wrong place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pos_app.errors import Refusal

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes (faults.md section 2, malformed import)."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADING = LARGEST_FILE // 1024
"""The first line ends within so many characters, or the file is no table."""
_FEW, _ZEROS = 64, 2
_DELIMITERS = (",", "\t", ";")
# Possessive, so that a quotation mark never closed costs one pass and not a search.
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
# What keeps a table program from taking the zeros off a code: ="0123".
_KEPT_TEXT = re.compile(r'="[^"\r\n]*+"')
_TOLD_DELIMITER = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(eq=False)
class ImportTooLarge(Refusal):
    """A file has more than the shop reads; nothing was imported.

    `what` is `bytes`, `rows`, `columns` or `characters` (in one field).
    """

    what: str
    found: int
    largest: int
    line: int = 0
    """Where, when it is about one line."""


@dataclass(eq=False)
class ImportUnreadable(Refusal):
    """A file is no table that could be read; nothing was imported.

    `why` is `empty`, `encoding` (neither UTF-8 nor GB18030), `quote` (a quotation mark
    out of place or never closed), `header` (no column for name or price) or
    `column_twice`.
    """

    why: str
    line: int = 0
    named: str = ""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row; a quoted field may run over several lines."""

    line: int
    """On which it begins, from 1."""
    fields: tuple[str, ...]


def decoded(content: bytes) -> tuple[str, str]:
    """Return a file's text and the name of its encoding.

    A byte order mark decides; without one it is UTF-8 if it can be, else GB18030, in
    which a Chinese Excel saves.

    Raises:
        ImportTooLarge: over 20 MB.
        ImportUnreadable: neither fits.
    """
    if len(content) > LARGEST_FILE:
        raise ImportTooLarge(what="bytes", found=len(content), largest=LARGEST_FILE)
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    for name in marked or ["utf-8", "gb18030"]:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        # Zeros among the first signs: two or four bytes a sign, and nothing says so.
        if text[:_FEW].count("\0") < _ZEROS:
            return text, name
    raise ImportUnreadable(why="encoding")


def without_hint(text: str) -> tuple[str, str | None]:
    """Return a text without the line that only names the delimiter, and that one.

    Some programs begin a file with `sep=;`; the line numbers stay as they are.
    """
    told = _TOLD_DELIMITER.match(text)
    if told is None:
        return text, None
    return text[told.end(1) :], told[1]


def delimiter_of(text: str) -> str:
    """Return the delimiter that the first line uses most: comma, tab or semicolon."""
    first = _LINE_END.split(text[:_HEADING], maxsplit=1)[0]
    return max(_DELIMITERS, key=first.count)


def csv_rows(text: str, *, delimiter: str = ",", longest_field: int) -> Iterator[CsvRow]:
    """Yield the rows of a text; an end of line behind the last row makes no more.

    Raises:
        ImportUnreadable: a quotation mark within an unquoted field, behind a quoted one,
            or never closed.
        ImportTooLarge: a field longer than allowed.
    """
    plain = re.compile(rf'[^"\r\n{re.escape(delimiter)}]*')
    at, line = 0, 1
    while at < len(text):
        begun, fields = line, []
        while True:
            quoted = text.startswith('"', at)
            kept = _KEPT_TEXT.match(text, at)
            found = kept or (_QUOTED if quoted else plain).match(text, at)
            if found is None:
                raise ImportUnreadable(why="quote", line=line)
            field = found[1].replace('""', '"') if quoted else found[0]
            if len(field) > longest_field:
                raise ImportTooLarge(
                    what="characters", found=len(field), largest=longest_field, line=line
                )
            fields.append(field)
            line += len(_LINE_END.findall(field)) if quoted else 0
            at = found.end()
            if not text.startswith(delimiter, at):
                break
            at += 1
        end = _LINE_END.match(text, at)
        if end is None and at < len(text):
            raise ImportUnreadable(why="quote", line=line)
        yield CsvRow(begun, tuple(fields))
        at, line = (end.end() if end else at), line + 1

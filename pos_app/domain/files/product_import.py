"""A list of products from a file: read and checked before anything is written.

Nothing here reaches the shop. The preview says which products the file holds and, line
by line, what is wrong; an action writes the products in one commit or none of them.
"""

from dataclasses import dataclass, replace

from pos_app.domain.codes.barcode import canonical_code
from pos_app.domain.files.csv_text import (
    CsvRow,
    ImportTooLarge,
    ImportUnreadable,
    csv_rows,
    decoded,
    delimiter_of,
    without_hint,
)
from pos_app.domain.files.import_columns import Columns, read_columns
from pos_app.domain.files.import_row import (
    CellWrong,
    ImportNote,
    ImportRow,
    notes_on,
    once,
    read_row,
)

MOST_ROWS = 200_000
LONGEST_FIELD = 4000

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What is wrong with a line; the line is left out of the preview's rows.

    `column` is one of ours (`name`, `code`, `price` ...) or empty for the line as a
    whole; `why` is a word: `empty`, `too_long`, `signs`, `reserved` (a code that cards
    and receipts use), `spoiled` (a table program turned the code into 6.95E+12),
    `not_money`, `not_above_zero`, `not_a_rate`, `not_yes_or_no`, `not_a_quantity`,
    `columns` (more or fewer than the heading has), `taken` (another line has the code).
    """

    line: int
    column: str
    why: str
    found: str
    """What stands there, its beginning."""
    other_line: int = 0


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would bring; nothing is written yet."""

    rows: tuple[ImportRow, ...]
    problems: tuple[ImportProblem, ...]
    notes: tuple[ImportNote, ...]
    encoding: str
    passed_over: tuple[str, ...]
    """Headings of columns that are not used."""


def preview_import(content: bytes) -> ImportPreview:
    """Read a CSV file of products, in UTF-8 or GB18030, into a preview.

    Raises:
        ImportTooLarge: over 20 MB, 200,000 rows, 64 columns or 4,000 characters a field.
        ImportUnreadable: no table, or none with a name and a price.
    """
    text, encoding = decoded(content)
    text, told = without_hint(text)
    rows = csv_rows(text, delimiter=told or delimiter_of(text), longest_field=LONGEST_FIELD)
    filled = (row for row in rows if any(field.strip() for field in row.fields))
    heading = next(filled, None)
    if heading is None:
        raise ImportUnreadable(why="empty")
    reading = _Reading(read_columns(heading.fields, line=heading.line))
    for count, row in enumerate(filled, start=1):
        if count > MOST_ROWS:
            raise ImportTooLarge(what="rows", found=count, largest=MOST_ROWS, line=row.line)
        reading.take(row)
    return ImportPreview(
        rows=tuple(reading.rows),
        problems=tuple(reading.problems),
        notes=tuple(reading.notes),
        encoding=encoding,
        passed_over=reading.columns.passed_over,
    )


class _Reading:
    """Rows taken so far, and under which codes they are known."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.rows: list[ImportRow] = []
        self.problems: list[ImportProblem] = []
        self.notes: list[ImportNote] = []
        self._known: dict[tuple[str, str], int] = {}

    def take(self, row: CsvRow) -> None:
        try:
            read = read_row(row, self.columns)
            known = self._same_as(read)
        except CellWrong as wrong:
            found = wrong.found[:_SHOWN]
            self.problems.append(
                ImportProblem(row.line, wrong.column, wrong.why, found, wrong.other_line)
            )
            return
        if known is None:
            self.rows.append(read)
            self._remember(read, len(self.rows) - 1)
            self.notes += notes_on(read)
            return
        first = self.rows[known]
        codes = once((*first.codes, *read.codes))
        self.rows[known] = replace(first, codes=codes)
        self._remember(self.rows[known], known)
        self.notes.append(ImportNote(read.line, "merged", read.name, first.line))

    def _same_as(self, read: ImportRow) -> int | None:
        """The place of the same product, when an earlier line has it already."""
        known: int | None = None
        for column, named in _names_of(read):
            place = self._known.get((column, named))
            if place is None:
                continue
            first = self.rows[place]
            alike = replace(read, line=first.line, codes=first.codes, sku=read.sku or first.sku)
            if alike != first or known not in {None, place}:
                raise CellWrong(column, "taken", named, other_line=first.line)
            known = place
        return known

    def _remember(self, row: ImportRow, place: int) -> None:
        for name in _names_of(row):
            self._known.setdefault(name, place)


def _names_of(row: ImportRow) -> list[tuple[str, str]]:
    codes = [("code", canonical_code(code)) for code in row.codes]
    return [*codes, ("sku", row.sku)] if row.sku else codes

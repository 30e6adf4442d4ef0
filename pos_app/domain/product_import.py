"""A list of products from a file: read and checked before anything is written.

Nothing here reaches the shop. The preview says which products the file holds and, line
by line, what is wrong; an action writes the products in one commit or none of them.
"""

from dataclasses import dataclass, replace

from pos_app.domain.barcode import CodeUnusable, canonical_code, has_check_digit
from pos_app.domain.csv_text import (
    CsvRow,
    ImportTooLarge,
    ImportUnreadable,
    csv_rows,
    decoded,
    delimiter_of,
    without_hint,
)
from pos_app.domain.import_columns import Columns, read_columns
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.names import clean_name
from pos_app.domain.refusals_catalogue import NameUnusable
from pos_app.domain.typed_figures import read_fen, read_milli, read_rate, read_yes

MOST_ROWS = 200_000
LONGEST_FIELD = 4000

_TRADE_LENGTHS = (8, 12, 13, 14)
_FORMULA = "=+-@＝＋－＠"
_BETWEEN_CODES = str.maketrans(dict.fromkeys(",;|、，；", " "))
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
class ImportNote:
    """Something the owner should know about a line that is taken all the same.

    `why` is `check_digit` (no scanner accepts the code, though people type it),
    `merged` (the same product again, e.g. with a zero in front), `formula` (the name
    begins like one; it is kept as a name).
    """

    line: int
    why: str
    found: str
    other_line: int = 0


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One product as the file has it."""

    line: int
    name: str
    price: Fen
    codes: tuple[str, ...] = ()
    """As printed, each canonical code once."""
    sku: str = ""
    cost: Fen = Fen(0)
    tax_rate: BasisPoints | None = None
    """None when the file does not say."""
    unit: str = ""
    category: str = ""
    excluded: bool = False
    weighed: bool = False
    stock: Milli | None = None
    """None when the file does not say."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would bring; nothing is written yet."""

    rows: tuple[ImportRow, ...]
    problems: tuple[ImportProblem, ...]
    notes: tuple[ImportNote, ...]
    encoding: str
    passed_over: tuple[str, ...]
    """Headings of columns that are not used."""


class _Wrong(Exception):
    """A field cannot be taken; leaves this file as a problem, never as an error."""

    def __init__(self, column: str, why: str, found: str, *, other_line: int = 0) -> None:
        super().__init__(column, why, found, other_line)
        self.column, self.why, self.found, self.other_line = column, why, found, other_line


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
            read = _read_row(row, self.columns)
            known = self._same_as(read)
        except _Wrong as wrong:
            found = wrong.found[:_SHOWN]
            self.problems.append(
                ImportProblem(row.line, wrong.column, wrong.why, found, wrong.other_line)
            )
            return
        if known is None:
            self.rows.append(read)
            self._remember(read, len(self.rows) - 1)
            self.notes += _notes_on(read)
            return
        first = self.rows[known]
        codes = _once((*first.codes, *read.codes))
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
                raise _Wrong(column, "taken", named, other_line=first.line)
            known = place
        return known

    def _remember(self, row: ImportRow, place: int) -> None:
        for name in _names_of(row):
            self._known.setdefault(name, place)


def _names_of(row: ImportRow) -> list[tuple[str, str]]:
    codes = [("code", canonical_code(code)) for code in row.codes]
    return [*codes, ("sku", row.sku)] if row.sku else codes


def _read_row(row: CsvRow, columns: Columns) -> ImportRow:
    if len(row.fields) != columns.count:
        raise _Wrong("", "columns", str(len(row.fields)))
    cells = {field: _unwrapped(row.fields[place]) for field, place in columns.at.items()}
    return ImportRow(
        line=row.line,
        name=_name(cells, "name"),
        price=_price(cells["price"]),
        codes=_codes(cells.get("code", "")),
        sku=_name(cells, "sku", may_be_empty=True),
        cost=_cost(cells.get("cost", "")),
        tax_rate=_tax(cells.get("tax", "")),
        unit=_name(cells, "unit", may_be_empty=True),
        category=_name(cells, "category", may_be_empty=True),
        excluded=_yes(cells, "excluded"),
        weighed=_yes(cells, "weighed"),
        stock=_stock(cells.get("stock", "")),
    )


def _unwrapped(cell: str) -> str:
    """Undo what keeps a table program from reading a text as a number or a formula."""
    plain = cell.strip()
    if plain.startswith('="') and plain.endswith('"') and len(plain) > len('=""'):
        return plain[2:-1]
    hidden = plain.startswith("'") and (plain[1:2].isdigit() or plain[1:2] in tuple(_FORMULA))
    return plain[1:] if hidden else plain


def _name(cells: dict[str, str], column: str, *, may_be_empty: bool = False) -> str:
    # A name that runs over two lines in the file is one line on a receipt.
    written = " ".join(cells.get(column, "").split())
    try:
        return clean_name(written, of=column, may_be_empty=may_be_empty)
    except NameUnusable as unusable:
        raise _Wrong(column, unusable.why, unusable.name) from unusable


def _codes(cell: str) -> tuple[str, ...]:
    return _once(tuple(_code(written) for written in cell.translate(_BETWEEN_CODES).split()))


def _code(cell: str) -> str:
    written = cell[1:] if cell[:1] == "=" and cell[1:].isdigit() else cell  # =0123 kept the 0
    mantissa, mark, power = written.upper().partition("E+")
    if mark and power.isdigit() and mantissa.replace(".", "", 1).isdigit():
        raise _Wrong("code", "spoiled", written)
    try:
        canonical_code(written)
    except CodeUnusable as unusable:
        raise _Wrong("code", unusable.why, written) from unusable
    return written


def _once(codes: tuple[str, ...]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for code in codes:
        kept.setdefault(canonical_code(code), code)
    return tuple(kept.values())


def _price(cell: str) -> Fen:
    price = read_fen(cell)
    if price is None:
        raise _Wrong("price", "not_money" if cell else "empty", cell)
    if price == 0:
        raise _Wrong("price", "not_above_zero", cell)
    return price


def _cost(cell: str) -> Fen:
    cost = read_fen(cell) if cell else Fen(0)
    if cost is None:
        raise _Wrong("cost", "not_money", cell)
    return cost


def _tax(cell: str) -> BasisPoints | None:
    rate = read_rate(cell)
    if cell and rate is None:
        raise _Wrong("tax", "not_a_rate", cell)
    return rate


def _stock(cell: str) -> Milli | None:
    stock = read_milli(cell)
    if cell and stock is None:
        raise _Wrong("stock", "not_a_quantity", cell)
    return stock


def _yes(cells: dict[str, str], column: str) -> bool:
    cell = cells.get(column, "")
    said = read_yes(cell)
    if said is None:
        raise _Wrong(column, "not_yes_or_no", cell)
    return said


def _notes_on(row: ImportRow) -> list[ImportNote]:
    trade = [code for code in row.codes if len(code) in _TRADE_LENGTHS and code.isdigit()]
    notes = [
        ImportNote(row.line, "check_digit", code)
        for code in trade
        if code.isascii() and not has_check_digit(canonical_code(code).zfill(len(code)))
    ]
    if row.name[0] in _FORMULA:
        notes.append(ImportNote(row.line, "formula", row.name))
    return notes

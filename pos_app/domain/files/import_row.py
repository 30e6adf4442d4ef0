"""One line of a file of products: its cells read, or what is wrong with one."""

import re
from dataclasses import dataclass

from pos_app.domain.codes.barcode import CodeUnusable, canonical_code, has_check_digit
from pos_app.domain.files.csv_text import CsvRow
from pos_app.domain.files.import_columns import Columns
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.typed_figures import read_fen, read_milli, read_rate, read_yes

_TRADE_LENGTHS = (8, 12, 13, 14)
_FORMULA = "=+-@＝＋－＠"
_LINE_ENDS = re.compile(r"\s*[\t\n\v\f\r\x1c-\x1f\x85]\s*")
_BETWEEN_CODES = str.maketrans(dict.fromkeys(",;|、，；", " "))


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
    owner: str = ""
    """The code of the store whose goods these are; empty when the file does not say."""
    stock: Milli | None = None
    """None when the file does not say."""


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


class CellWrong(Exception):
    """A field cannot be taken; leaves this file as a problem, never as an error."""

    def __init__(self, column: str, why: str, found: str, *, other_line: int = 0) -> None:
        super().__init__(column, why, found, other_line)
        self.column, self.why, self.found, self.other_line = column, why, found, other_line


def read_row(row: CsvRow, columns: Columns) -> ImportRow:
    """Read one line.

    Raises:
        CellWrong: a cell cannot be taken, or there are not as many as heads.
    """
    if len(row.fields) != columns.count:
        raise CellWrong("", "columns", str(len(row.fields)))
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
        owner=_name(cells, "owner", may_be_empty=True),
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
    written = _LINE_ENDS.sub(" ", cells.get(column, "").strip())
    try:
        return clean_name(written, of=column, may_be_empty=may_be_empty)
    except NameUnusable as unusable:
        raise CellWrong(column, unusable.why, unusable.name) from unusable


def _codes(cell: str) -> tuple[str, ...]:
    return once(tuple(_code(written) for written in cell.translate(_BETWEEN_CODES).split()))


def _code(cell: str) -> str:
    written = cell[1:] if cell[:1] == "=" and cell[1:].isdigit() else cell  # =0123 kept the 0
    mantissa, mark, power = written.upper().partition("E+")
    if mark and power.isdigit() and mantissa.replace(".", "", 1).isdigit():
        raise CellWrong("code", "spoiled", written)
    try:
        canonical_code(written)
    except CodeUnusable as unusable:
        raise CellWrong("code", unusable.why, written) from unusable
    return written


def once(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return codes as printed, each canonical code once."""
    kept: dict[str, str] = {}
    for code in codes:
        kept.setdefault(canonical_code(code), code)
    return tuple(kept.values())


def _price(cell: str) -> Fen:
    price = read_fen(cell)
    if price is None:
        raise CellWrong("price", "not_money" if cell else "empty", cell)
    if price == 0:
        raise CellWrong("price", "not_above_zero", cell)
    return price


def _cost(cell: str) -> Fen:
    cost = read_fen(cell) if cell else Fen(0)
    if cost is None:
        raise CellWrong("cost", "not_money", cell)
    return cost


def _tax(cell: str) -> BasisPoints | None:
    rate = read_rate(cell)
    if cell and rate is None:
        raise CellWrong("tax", "not_a_rate", cell)
    return rate


def _stock(cell: str) -> Milli | None:
    stock = read_milli(cell)
    if cell and stock is None:
        raise CellWrong("stock", "not_a_quantity", cell)
    return stock


def _yes(cells: dict[str, str], column: str) -> bool:
    cell = cells.get(column, "")
    said = read_yes(cell)
    if said is None:
        raise CellWrong(column, "not_yes_or_no", cell)
    return said


def notes_on(row: ImportRow) -> list[ImportNote]:
    """Return what the owner should know of a line that is taken."""
    trade = [code for code in row.codes if len(code) in _TRADE_LENGTHS and code.isdigit()]
    notes = [
        ImportNote(row.line, "check_digit", code)
        for code in trade
        if code.isascii() and not has_check_digit(canonical_code(code).zfill(len(code)))
    ]
    if row.name[0] in _FORMULA:
        notes.append(ImportNote(row.line, "formula", row.name))
    return notes

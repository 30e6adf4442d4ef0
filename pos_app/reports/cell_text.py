"""How a report's cells and figures are written for people."""

from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.reports.table import Cell, Kind


def cell_text(cell: Cell, kind: Kind) -> str:
    """Return a cell for screen and paper; nothing known is an empty text."""
    if cell is None:
        return ""
    if isinstance(cell, str) or kind is Kind.TEXT:
        return str(cell)
    return figure_text(cell, kind)


def figure_text(value: int, kind: Kind) -> str:
    """Return a number as its kind is written: 12,345.60, 1,234 or 13%."""
    if kind is Kind.MONEY:
        return money_text(Fen(value))
    if kind is Kind.RATE:
        return rate_text(BasisPoints(value))
    return count_text(value)

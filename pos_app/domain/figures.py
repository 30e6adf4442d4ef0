"""How money, quantities, rates and points are written on screen and paper.

Two decimals always, thousands with a comma, minus as a true minus (look.md 2.2); written
by hand and not by the machine's locale, under which one till printed 9.90 as 990
(till.md 5.2).
"""

from pos_app.domain.money import ONE, BasisPoints, Fen, Milli

_UNITS = 10_000
"""Of a point of the appreciation program (rulebook 7.3)."""

MINUS = "−"
TIMES = "×"
YUAN = "¥"


def money_text(amount: Fen) -> str:
    """Return 1234567 fen as 12,345.67; below zero with a minus in front."""
    yuan, fen = divmod(abs(amount), 100)
    return f"{MINUS if amount < 0 else ''}{yuan:,}.{fen:02}"


def money_typed(amount: Fen) -> str:
    """Return an amount as one would type it: 12345.67, no commas."""
    return money_text(amount).replace(",", "")


def signed_money_text(amount: Fen) -> str:
    """Return an amount that was added or taken, e.g. +2.05 or −5.50; nothing is 0.00."""
    return f"+{money_text(amount)}" if amount > 0 else money_text(amount)


def count_text(count: int) -> str:
    """Return a count or points with commas: 12,345."""
    return f"{MINUS if count < 0 else ''}{abs(count):,}"


def signed_count_text(count: int) -> str:
    """Return points that were added or taken: +205, −84; none is 0."""
    return f"+{count_text(count)}" if count > 0 else count_text(count)


def quantity_text(quantity: Milli) -> str:
    """Return a quantity without needless noughts: 6, 1.5, 0.385."""
    whole, thousandths = divmod(abs(quantity), ONE)
    tail = f".{thousandths:03}".rstrip("0") if thousandths else ""
    return f"{MINUS if quantity < 0 else ''}{whole:,}{tail}"


def weight_text(weight: Milli) -> str:
    """Return what was weighed to the thousandth, so that weights stand in line: 0.500."""
    whole, thousandths = divmod(abs(weight), ONE)
    return f"{MINUS if weight < 0 else ''}{whole:,}.{thousandths:03}"


def unit_text(unit: str) -> str:
    """Return a unit as it stands behind a figure: kg, but 2.000 × 500 g."""
    return f"{TIMES} {unit}" if unit[:1].isdigit() else unit


def quantity_typed(quantity: Milli) -> str:
    """Return a quantity to the thousandth as one would type it: no commas."""
    return quantity_text(quantity).replace(",", "")


def points_text(units: int) -> str:
    """Return ten-thousandths of a point without needless noughts: 12.6, 0.0385."""
    whole, rest = divmod(units, _UNITS)
    tail = f".{rest:04}".rstrip("0") if rest else ""
    return f"{whole:,}{tail}"


def rate_text(rate: BasisPoints) -> str:
    """Return a rate in per cent without needless noughts: 13%, 0.5%, 8.25%."""
    whole, hundredths = divmod(abs(rate), 100)
    tail = f".{hundredths:02}".rstrip("0") if hundredths else ""
    return f"{MINUS if rate < 0 else ''}{whole}{tail}%"

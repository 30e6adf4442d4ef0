"""A till that sells all day by keys and says how much memory it holds.

Started as a program of its own by `programs`; one JSON object is its answer.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from pos_app.bench.apart import held_now
from pos_app.bench.shops import code_of
from ui.bench.hands import QuickHands, at_the_bench

WARM_SALES = 50
"""By then every screen of a sale was painted, every font loaded, paper printed."""

_NOTE = "200"
_LINES = 2


def main(arguments: list[str]) -> int:
    """Sell at the till of a folder; say the memory before and after, in kilobytes."""
    folder, products, sales = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    with at_the_bench(folder) as hands:
        for number in range(min(WARM_SALES, sales)):
            _sell(hands, number, products=products)
        before = held_now()
        for number in range(sales):
            _sell(hands, number, products=products)
        told = {"before": before, "after": held_now(), "sales": _sold(hands)}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _sell(hands: QuickHands, number: int, *, products: int) -> None:
    for line in range(_LINES):
        hands.scan(code_of((number * 7919 + line) % products + 1))
    hands.press(Qt.Key.Key_Return)
    hands.enter(_NOTE)


def _sold(hands: QuickHands) -> int:
    """How many sales stand in the books: a figure without them would mean nothing."""
    paid = hands.window.till.session.paid
    return paid.done.sale.number if paid is not None else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Whatever is scanned at the till: a line, a sentence or nothing, and it goes on."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.selling.list_sales import list_sales
from tests import make
from tests.any_scans import any_scans
from tests.ui.till.conftest import COLA, on_shift, stock
from tests.ui.till.hands import Hands

ESC, F2, F9 = Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F9
NAMES = {"可口可乐 500ml", "农夫山泉 1.5L", "金龙鱼 菜籽油 5L"}
_PANELS = (None, F2, F9, Qt.Key.Key_F8)
_STEPS_BACK = 4


# Each example is a till of its own, so that a failure says all that it takes.
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    scans=st.lists(
        st.tuples(st.sampled_from(_PANELS), any_scans(halves=False), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
@example(scans=[(None, "1000000*", True), (None, "\x1b\x1d\x00", True), (F2, COLA * 3, False)])
def test_no_scan_stops_the_till(
    qapp: QApplication, scans: list[tuple[Qt.Key | None, str, bool]]
) -> None:
    """By real keys, with or without the scanner's Enter, with a panel open or not."""
    with TemporaryDirectory() as place:
        shop = make.shop(Path(place))
        stock(shop)
        with on_shift(qapp, shop) as till:
            for panel, text, ends in scans:
                if panel is not None:
                    till.press(panel)
                till.scan(text, ends=ends)

                assert till.bar() != ""
                assert {row[1] for row in till.bill()} <= NAMES
            sold = list_sales(shop)
            back_to_the_bill(till)
            before = pieces_of_cola(till)
            till.scan(COLA)
            after = pieces_of_cola(till)

    assert sold == ()
    assert after == before + 1


def back_to_the_bill(till: Hands) -> None:
    """Esc until nothing is open, and not so far that the bill is thrown away."""
    for _ in range(_STEPS_BACK):
        till.press(ESC)


def pieces_of_cola(till: Hands) -> Decimal:
    """How many are on the bill."""
    rows = [row for row in till.bill() if row[1] == "可口可乐 500ml"]
    return sum((Decimal(row[2].replace(",", "")) for row in rows), Decimal(0))


def test_a_large_quantity_waits_to_the_thousandth(till: Hands) -> None:
    """What is typed before a scan is what the scan counts."""
    seen = []
    for typed in ("1000000", "12345.678", "0.5"):
        till.enter(f"{typed}*")
        seen.append(till.typed()[0])
        till.press(ESC)

    assert seen == ["1000000*", "12345.678*", "0.5*"]

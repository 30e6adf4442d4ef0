"""A till on a real shop for the tests: goods on the shelf, a member, a shift open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried
from tests.ui.till.hands import Hands, at_the_till

COLA, WATER, OIL = "6954767412573", "6921168520015", "6948195804758"
CASHIER = Qt.Key.Key_F4
"""The tile of the cashier: the third person of a made shop."""


def stock(shop: Shop) -> None:
    """Three products and one member, without a program."""
    make.product(shop, "可口可乐 500ml", price=300, code=COLA)
    make.product(shop, "农夫山泉 1.5L", price=400, code=WATER, cost=300)
    make.product(shop, "金龙鱼 菜籽油 5L", price=6000, code=OIL, cost=4000)
    make.member(shop, "林晓梅", phone="13800006021")


def start_programs(shop: Shop) -> None:
    """Points and the queue, as the sample shop has them; the queue counts at once."""
    points = ProgramAsk(
        name="points", kind="M0", params={"earn_bp": 100, "hold_days": 0}, consent_by="周满"
    )
    queue = ProgramAsk(
        name="queue",
        kind="M1",
        preset="V5_DEFAULT",
        params={"concession_bp": 1000, "min_order": 2000, "hold_days": 0},
        consent_by="周满",
        typed_sentence=TYPED_SENTENCES["zh_CN"],
    )
    adopt_tried(shop, make.OWNER_SEAT, ask=points)
    adopt_tried(shop, make.OWNER_SEAT, ask=queue)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop with goods and a member; whoever opens a till on it closes it."""
    made = make.shop(tmp_path)
    stock(made)
    return made


@contextmanager
def on_shift(app: QApplication, shop: Shop) -> Iterator[Hands]:
    """Hands of a cashier who has signed in and opened a shift with 200 yuan."""
    with at_the_till(app, shop) as hands:
        hands.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        hands.enter("200")
        yield hands


@pytest.fixture
def till(qapp: QApplication, shop: Shop) -> Iterator[Hands]:
    """A cashier who has signed in and opened a shift with 200 yuan."""
    with on_shift(qapp, shop) as hands:
        yield hands


@pytest.fixture
def rewarding(qapp: QApplication, shop: Shop) -> Iterator[Hands]:
    """A till in a shop where points and the queue are on."""
    start_programs(shop)
    with on_shift(qapp, shop) as hands:
        yield hands


def name_member(till: Hands) -> None:
    """Put the one member of the shop on the bill."""
    till.press(Qt.Key.Key_F9)
    till.enter("6021")

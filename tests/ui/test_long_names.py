"""Names as long as they may be: what stands beside them can still be read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.card import Card
from ui.widgets.status_line import StatusLine, StatusMark

LONG = "好邻居超市集团有限责任公司示例市新区中央大道八百八十八号国际购物中心地下一层东区旗舰体验店"
BESIDE = 256


def _status(name: str) -> QWidget:
    line = StatusLine()
    line.set_marks([StatusMark("何老板", icon="person"), StatusMark(name)], [StatusMark("09:12")])
    line.resize(400, 32)
    return line


def _card(name: str) -> QWidget:
    card = Card()
    card.set_title(name, beside=BESIDE)
    card.resize(420, 200)
    return card


def _right(part: QWidget, width: int) -> QImage:
    return part.grab(QRect(part.width() - width, 0, width, part.height())).toImage()


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize(("drawn", "width"), [(_status, 56), (_card, BESIDE)])
def test_a_long_name_gives_way_to_what_stands_beside_it(
    qtbot: QtBot, drawn: Callable[[str], QWidget], width: int
) -> None:
    """A warning under the shop's name is read by nobody."""
    short, long = drawn("店"), drawn(LONG)
    qtbot.addWidget(short)
    qtbot.addWidget(long)

    assert _right(long, width) == _right(short, width)
    assert long.grab().toImage() != short.grab().toImage()

"""Cards of one figure: what a screen reader hears is what the eye sees."""

from pytestqt.qtbot import QtBot

from ui.office.widgets.figure_card import FigureCard, FigureCardView
from ui.widgets.member_head import FigureRow, FigureView


def test_a_figure_card_tells_its_figure_to_a_screen_reader(qtbot: QtBot) -> None:
    """A label without its sum says nothing to somebody who cannot see it."""
    card = FigureCard()
    qtbot.addWidget(card)
    card.show_figure(FigureCardView(FigureView("今日收款", "58 单", fen=123_456), change="+12%"))

    assert card.accessibleName() == "今日收款 1,234.56 58 单 +12%"


def test_a_row_of_figures_tells_each_of_them(qtbot: QtBot) -> None:
    """Who listens hears points, balance and vouchers like the one who looks."""
    row = FigureRow()
    qtbot.addWidget(row)
    row.show_figures((FigureView("积分", figure="1,250"), FigureView("余额", "可用", fen=3600)))

    assert row.accessibleName() == "积分 1,250; 余额 36.00 可用"

"""A Qt table without any of Qt's own drawing, for delegates that draw the rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget


def rows_view(parent: QWidget) -> QTableView:
    """A bare view that scrolls by rows and takes no focus unless it is allowed to."""
    view = QTableView(parent)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(1)
    view.horizontalHeader().setMinimumSectionSize(1)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    colours = QPalette(view.palette())
    colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    view.setPalette(colours)
    view.viewport().setAutoFillBackground(False)
    return view

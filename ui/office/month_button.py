"""The button that shows the month-end statement of the day that a page shows."""

from PySide6.QtWidgets import QWidget

from ui.buttons import Button
from ui.office.day_picker import DayPicker
from ui.office.month_panel import KEY, MonthPanel
from ui.office.office_page import OfficePage
from ui.theme_tokens import TYPE


class MonthButton(Button):
    """Opens the statement of the picker's month over the page."""

    def __init__(self, page: OfficePage, picker: DayPicker, *, parent: QWidget) -> None:
        super().__init__("", key=KEY, size=TYPE.body, parent=parent)
        self.panel = MonthPanel(page)
        self._picker = picker
        self._words = page.words
        self.clicked.connect(self.show_month)
        page.bind(KEY, self.show_month)
        page.words.changed.connect(self.put_words)
        self.put_words()

    def put_words(self) -> None:
        """Show the text in the language of the moment."""
        _ = self._words.text
        self.setText(_("Month-end"))

    def show_month(self) -> None:
        """Show the statement of the month of the day shown."""
        self.panel.ask_month(self._picker.day)

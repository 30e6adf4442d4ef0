"""The button that shows the month-end statement of the day that a page shows."""

from PySide6.QtWidgets import QWidget

from ui.office.page.day_picker import DayPicker
from ui.office.page.office_page import OfficePage
from ui.office.page.panel_button import PanelButton
from ui.office.reports.month_panel import KEY, MonthPanel
from ui.wording import N_


class MonthButton(PanelButton):
    """Opens the statement of the picker's month over the page."""

    def __init__(self, page: OfficePage, picker: DayPicker, *, parent: QWidget) -> None:
        super().__init__(page, N_("Month-end"), key=KEY, opens=self.show_month, parent=parent)
        self.panel = MonthPanel(page)
        self._picker = picker

    def show_month(self) -> None:
        """Show the statement of the month of the day shown."""
        self.panel.ask_month(self._picker.day)

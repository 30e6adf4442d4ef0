"""What was done on a day that an owner looks at twice, over the list of sales."""

from functools import partial

from PySide6.QtWidgets import QWidget

from pos_app.actions.watching.watch_day import Deed, watch_day
from pos_app.actions.watching.watch_words import deed_name, deed_subject
from pos_app.domain.figures import money_text
from pos_app.domain.moment import Day, business_day, clock_text, day_after
from ui.day_words import named_day
from ui.office.page.day_picker import DayPicker
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.page.panel_button import PanelButton
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.wording import N_

KEY = "F8"
_WARNED = frozenset({"void", "drawer", "cash_out", "variance", "wrong_pin", "write_off"})


class WatchPanel(OverPage):
    """Left and Right go a day; Enter opens the sale of a row."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._day = Day("")
        self._deeds: tuple[Deed, ...] = ()
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._open_row)
        # Shortcuts, because the table would go from column to column.
        self.bind("Left", partial(self._step, -1))
        self.bind("Right", partial(self._step, 1))

    def watch(self, day: Day) -> None:
        """Show a day."""
        self._day = day
        self._read()

    def put_words(self) -> None:
        """Show the day in the language of the moment."""
        if self.isVisible():
            self._show(self._deeds)

    def lay_out(self, width: float, height: float) -> None:
        """The table fills the panel."""
        x, y, _width, _height = self.inside
        self.place(self.table, (x, y, width, whole_rows(height)))

    def _step(self, days: int) -> None:
        wanted = day_after(self._day, days)
        if wanted <= business_day(self.page.desk.shop.clock.now()):
            self.watch(wanted)

    def _read(self) -> None:
        self.read(partial(watch_day, self.page.desk.shop, self._day), self._show)

    def _show(self, deeds: tuple[Deed, ...]) -> None:
        _ = self.words.text
        self._deeds = deeds
        title = _("To look at twice")
        self.head(f"{title}  {named_day(self._day, self.words)}")
        columns = (
            Column(_("Time"), 72),
            Column(_("Who"), 100, is_name=True),
            Column(_("What was done"), 320),
            Column(_("About"), is_name=True),
            Column(_("Approved by"), 110, is_name=True),
            Column(_("Amount"), 110, is_figure=True),
            MARK,
        )
        name_table(self.table, title)
        rows = [self._row(deed) for deed in deeds]
        self.table.show_table(columns, rows, empty=_("Nothing of the kind on this day"))
        self.come(self.table.view)

    def _row(self, deed: Deed) -> OfficeRow:
        _ = self.words.text
        cells = (
            clock_text(deed.at),
            deed.staff or _("the shop"),
            deed_name(deed, self.words.wording),
            deed_subject(deed, self.words.wording),
            deed.approved_by,
            "" if deed.amount is None else money_text(deed.amount),
            "",
        )
        colour = "amber" if deed.what in _WARNED else ""
        return OfficeRow(cells, ("ink2", "", colour, "ink2", "ink2"))

    def _open_row(self, row: int) -> None:
        sale = self._deeds[row].sale if row < len(self._deeds) else 0
        if sale:
            self.hide()
            self.page.open(str(sale))


class WatchButton(PanelButton):
    """Opens the day that the page's picker shows."""

    def __init__(self, page: OfficePage, picker: DayPicker, *, parent: QWidget) -> None:
        super().__init__(page, N_("To look at"), key=KEY, opens=self.watch, parent=parent)
        self.panel = WatchPanel(page)
        self._picker = picker

    def watch(self) -> None:
        """Show the day."""
        self.panel.watch(self._picker.day)

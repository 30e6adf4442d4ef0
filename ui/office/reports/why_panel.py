"""Why a sale, a member or a pool has what it has; a row leads on to its sale."""

from functools import partial

from pos_app.actions.why.why_member import why_member
from pos_app.actions.why.why_pool import why_pool
from pos_app.actions.why.why_pool_tables import pool_why
from pos_app.actions.why.why_sale import why_sale
from pos_app.actions.why.why_tables import WhyRow, WhyShown, WhyTable, member_why, sale_why
from pos_app.shop import Shop
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.wording import LiveWording

KEY = "F9"
_FIRST = 240
_AMOUNT = 128


class WhyPanel(OverPage):
    """Enter opens the sale behind a row; Esc goes back the way one came."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._open_row)
        self._way: list[tuple[str, int]] = []
        """What was asked for, the last of it shown."""
        self._rows: list[WhyRow | None] = []

    def ask(self, of: str, number: int) -> None:
        """Show why a `sale`, a `member` or the `pool` of a program is as it is."""
        self._go([(of, number)])

    def step_back(self) -> bool:
        """Back to the row's own table, if one came from there."""
        if len(self._way) < 2:  # noqa: PLR2004 - where one came from, and where one is
            self._way = []
            return False
        self._go(self._way[:-1])
        return True

    def put_words(self) -> None:
        """Read again: every text is of the language it was asked in."""
        if self.isVisible() and self._way:
            self._go(self._way)

    def lay_out(self, width: float, height: float) -> None:
        """The table fills the panel."""
        x, y, _width, _height = self.inside
        self.place(self.table, (x, y, width, whole_rows(height)))

    def _go(self, way: list[tuple[str, int]]) -> None:
        self._way = way
        of, number = way[-1]
        shop, words = self.page.desk.shop, self.words
        self.read(partial(_asked, shop, of, number=number, words=words), self._show)

    def _show(self, shown: WhyShown) -> None:
        _ = self.words.text
        self.head(f"{shown.title}  {shown.subtitle}".rstrip())
        columns = (
            Column(_("What happened"), _FIRST, is_name=True),
            Column(""),
            Column(_("Amount"), _AMOUNT, is_figure=True),
            MARK,
        )
        rows: list[OfficeRow] = []
        self._rows = []
        for table in shown.tables:
            rows.append(OfficeRow((table.title, "", "", ""), ("cobalt",)))
            self._rows.append(None)
            for row in table.rows:
                rows.append(_row(table, row, said=columns[0].head))
                self._rows.append(row)
        name_table(self.table, shown.title)
        self.table.show_table(columns, rows, empty=_("Nothing has moved yet"))
        self.come(self.table.view)

    def _open_row(self, number: int) -> None:
        row = self._rows[number] if number < len(self._rows) else None
        if row is not None and row.sale and ("sale", row.sale) != self._way[-1]:
            self._go([*self._way, ("sale", row.sale)])


def _row(table: WhyTable, row: WhyRow, *, said: str) -> OfficeRow:
    """The first text, what stands between, and the amount where the last one is.

    What is `said` over the column is not said once more before each text.
    """
    first, *middle = row.cells
    amount = middle.pop() if table.has_amount else ""
    told = " · ".join(
        each if head in {"", each, said} else f"{head} {each}"
        for head, each in zip(table.heads[1:], middle, strict=False)
        if each
    )
    return OfficeRow((first, told, amount, ""), ("", "ink2", "", ""))


def _asked(shop: Shop, of: str, *, number: int, words: LiveWording) -> WhyShown:
    if of == "sale":
        return sale_why(why_sale(shop, number), words.wording)
    if of == "member":
        return member_why(why_member(shop, number), words.wording)
    return pool_why(why_pool(shop, number), words.wording)

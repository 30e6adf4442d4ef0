"""A list of products from a file: what it would bring, before any is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import count_text, money_text
from pos_app.domain.files.product_import import ImportPreview
from pos_app.wording import in_one_line, listed
from ui.office.page.form_panel import FormPanel
from ui.office.page.office_page import name_table
from ui.office.page.page_places import MARK, whole_rows
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.text_label import TextLabel
from ui.wording import N_, LiveWording

WHY = {
    "empty": N_("is missing"),
    "too_long": N_("is too long"),
    "signs": N_("has signs that cannot be shown"),
    "reserved": N_("is a code of cards or receipts"),
    "spoiled": N_("was turned into a power of ten by a table program"),
    "not_money": N_("is no sum"),
    "not_above_zero": N_("is not above 0"),
    "not_a_rate": N_("is no rate"),
    "not_yes_or_no": N_("is neither yes nor no"),
    "not_a_quantity": N_("is no quantity"),
    "columns": N_("has another number of columns than the heading"),
    "taken": N_("is on another line too"),
    "check_digit": N_("has a wrong check digit; it is taken all the same"),
    "merged": N_("is the same product again; its codes were joined"),
    "formula": N_("looks like a formula; it is kept as a name"),
}
COLUMN_NAMES = {
    "": N_("Line"),
    "name": N_("Name"),
    "code": N_("Barcode"),
    "sku": N_("Shop's own code"),
    "price": N_("Selling price"),
    "cost": N_("Cost"),
    "tax": N_("Tax rate"),
    "unit": N_("Unit"),
    "category": N_("Category"),
    "excluded": N_("Earns no rewards"),
    "weighed": N_("Sold by weight"),
    "stock": N_("Stock"),
}
_MOST_SHOWN = 500


class ImportPanel(FormPanel):
    """Problems first, then the products; the main action takes what is good."""

    taken = Signal()

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._preview: ImportPreview | None = None
        self._file = ""
        self._told = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self.table = OfficeTable("", parent=self)
        self.wished.connect(self.taken)
        self.show_words()

    def show_preview(self, preview: ImportPreview, *, file: str) -> None:
        """Show what a file would bring; nothing is written yet."""
        self._preview, self._file = preview, file
        self.forget_refusal()
        self.show_words()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _, _n = self.words.text, self.words.plural
        preview = self._preview
        self.put_words(_("Import {file}", file=self._file), main=_("Import"))
        name_table(self.table, _("What is in the file"))
        if preview is None:
            return
        good = _n("{count} product is ready", "{count} products are ready", count=len(preview.rows))
        bad = _n(
            "{count} line has a problem and is left out",
            "{count} lines have a problem and are left out",
            count=len(preview.problems),
        )
        told = [good, bad if preview.problems else _("no line has a problem")]
        if preview.passed_over:
            told.append(_("not used: {columns}", columns=listed(preview.passed_over, _)))
        seen = _("{encoding}: {told}.", encoding=preview.encoding, told=listed(told, _))
        self._told.set_text(in_one_line((seen, _("Nothing is written yet."))))
        self.main.setEnabled(bool(preview.rows))
        self._show_lines(preview)

    def _show_lines(self, preview: ImportPreview) -> None:
        _ = self.words.text
        columns = (
            Column(_("Line"), 64),
            Column(_("What"), 150),
            Column(_("Found"), is_name=True),
            Column(_("Selling price"), 110, is_figure=True),
            MARK,
        )
        rows = [
            OfficeRow(
                (
                    count_text(each.line),
                    _(COLUMN_NAMES.get(each.column, each.column)),
                    f"{each.found} {_(WHY.get(each.why, each.why))}".strip(),
                    "",
                    "",
                ),
                ("cinnabar", "cinnabar", "cinnabar"),
            )
            for each in preview.problems[:_MOST_SHOWN]
        ]
        rows += [
            OfficeRow(
                (
                    count_text(each.line),
                    _("Note"),
                    f"{each.found} {_(WHY.get(each.why, each.why))}",
                    "",
                    "",
                ),
                ("amber", "amber", "amber"),
            )
            for each in preview.notes[:_MOST_SHOWN]
        ]
        rows += [
            OfficeRow(
                (
                    count_text(row.line),
                    row.codes[0] if row.codes else row.sku,
                    row.name,
                    money_text(row.price),
                    "",
                ),
                ("ink2", "ink2"),
            )
            for row in preview.rows[:_MOST_SHOWN]
        ]
        self.table.show_table(columns, rows, empty=_("The file holds no product"))

    @override
    def begin(self) -> None:
        self.table.view.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self._told, (20, 68, width - 40, 50))
        self.place(self.table, (20, 124, width - 28, whole_rows(height - 124 - 120)))

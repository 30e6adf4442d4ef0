"""What the scale's labels hold, over the settings: scan one and choose."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.selling.label_meanings import label_meanings
from pos_app.domain.basket import BasketLine
from pos_app.domain.codes.scale_code import SCALE_LAYOUTS
from pos_app.domain.figures import TIMES, money_text, quantity_text
from pos_app.domain.money import Fen
from pos_app.wording import N_
from ui.office.page.form_parts import PART, FormField
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel

_FIELD = 420
_TABLE = 220
_LABELS = tuple(SCALE_LAYOUTS)
_DIGITS = {
    "2551-money": N_("flag 2, product 5, money 5"),
    "2551-weight": N_("flag 2, product 5, weight 5"),
    "751-money": N_("product 7, money 5"),
    "751-weight": N_("product 7, weight 5"),
}


class ScalePanel(OverPage):
    """A label scanned here shows what each setting would put on the bill."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._meanings: Mapping[str, BasketLine | None] = {}
        self.label = FormField(takes_chinese=False, parent=self)
        self.label.edited.connect(self._read)
        self.label.entered.connect(self._to_list)
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._choose)
        self._rule = TextLabel(colour="ink2", wraps=True, parent=self)
        self.use = Button("", kind=ButtonKind.PRIMARY, key="F10", size=18, parent=self)
        self.use.clicked.connect(self._choose_current)
        self.put_words()

    def ask(self) -> None:
        """Show what is set, and wait for a label."""
        self._meanings = {}
        self.label.set_text("")
        self.put_words()
        self.come(self.label.field.edit)
        self.table.choose(_LABELS.index(self._set))

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.head(_("Labels of the scale"))
        self.label.set_name(_("Scan a label that your scale printed"), hint="2000123012346")
        self._rule.set_text(
            _(
                "A scale prints 13 digits that begin with 20 to 29; which of them are money or "
                "grams is set in the scale. Take the line that says what the pack really is. "
                "Labels of 18 digits that begin with 26 hold both and need no choice."
            )
        )
        self.use.setText(_("Read labels so"))
        name_table(self.table, _("Labels of the scale"))
        self._show()

    def lay_out(self, width: float, height: float) -> None:
        """The label at the top, its readings below it."""
        x, y, _width, _height = self.inside
        self.place(self.label, (x, y, _FIELD, PART))
        below = y + PART + 12
        self.place(self.table, (x, below, width, whole_rows(_TABLE)))
        below += _TABLE + 12
        self.place(self._rule, (x, below, width, 60))
        self.place(self.use, (x + width - 240, y + height - 52, 240, 48))

    @property
    def _set(self) -> str:
        label = self.page.desk.shop.settings.scale_label
        return label if label in SCALE_LAYOUTS else _LABELS[0]

    def _read(self) -> None:
        work = partial(label_meanings, self.page.desk.shop, self.label.text())
        self.page.look(work, self._meant)

    def _meant(self, meanings: Mapping[str, BasketLine | None]) -> None:
        self._meanings = meanings
        self._show()

    def _show(self) -> None:
        _ = self.words.text
        kept = self._set
        rows = []
        for label in _LABELS:
            state = _("in use") if label == kept else ""
            cells = (_(_DIGITS[label]), self._told(label), state, "")
            rows.append(OfficeRow(cells, ("", "", "jade", "")))
        columns = (
            Column(_("Digits"), 260),
            Column(_("What this label says"), is_name=True),
            Column("", 120),
            MARK,
        )
        chosen = max(0, self.table.current_row)
        self.table.show_table(columns, rows)
        self.table.choose(chosen)

    def _told(self, label: str) -> str:
        _ = self.words.text
        line = self._meanings.get(label)
        if line is None:
            return _("no product of this shop") if self.label.text() else ""
        amount = money_text(Fen(line.gross - line.discount))
        counted = f"{quantity_text(line.quantity)} {TIMES} {money_text(line.price)}"
        return f"{line.name}  {counted} = {amount}"

    def _to_list(self) -> None:
        self.table.view.setFocus()

    def _choose_current(self) -> None:
        self._choose(self.table.current_row)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(_LABELS):
            desk = self.page.desk
            settings = replace(desk.shop.settings, scale_label=_LABELS[row])
            work = partial(save_settings, desk.shop, desk.seat, settings=settings)
            self.page.run(work, self._kept)

    def _kept(self, _nothing: object) -> None:
        _ = self.words.text
        self._show()
        self.page.done.emit(_("Saved: {name}", name=_("Labels of the scale")))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._choose_current()
        else:
            super().keyPressEvent(event)

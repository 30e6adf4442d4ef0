"""The catalogue: found as one types, added, changed, stocked, imported."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from pos_app.actions.products.count_products import count_products
from pos_app.actions.products.export_products import export_products
from pos_app.actions.products.import_products import Imported, import_products
from pos_app.actions.products.receive_stock import receive_stock
from pos_app.actions.products.save_product import ProductAsk
from pos_app.actions.products.show_product import ProductShown, show_product
from pos_app.actions.stores.list_stores import list_stores
from pos_app.domain.files.product_import import ImportPreview
from pos_app.domain.found import ProductFound
from pos_app.domain.money import Fen, Milli
from pos_app.errors import ShopError
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.page_places import HEAD, MARK, columns
from ui.office.page.paged_list import ReadPage
from ui.office.page.search_page import ListWords, SearchPage
from ui.office.products.import_panel import ImportPanel
from ui.office.products.product_errands import find_page, product_row, read_list, save_and_stock
from ui.office.products.product_form import ProductForm
from ui.office.widgets.office_model import Column, OfficeRow
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button


class ProductsPage(SearchPage):
    """Search at the left, the product at the right; Insert adds one."""

    HEARS = frozenset({"product", "barcode"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._preview: ImportPreview | None = None
        self._file = ""
        self._wished: int | None = None
        """The product asked for last, 0 for a new one; an answer about another is late."""
        self._all = 0
        """How many products there are, off sale or not."""
        self._begins = False
        """Whether typing goes into the form once the product wished for is in it."""
        self.add_button = Button("", icon="plus", key="Ins", size=TYPE.body, parent=self)
        self.add_button.clicked.connect(self.add_product)
        self.import_button = Button("", icon="file", key="F6", size=TYPE.body, parent=self)
        self.import_button.clicked.connect(self._ask_for_file)
        self.bind("F6", self._ask_for_file)
        self.export_button = Button("", icon="file", key="F7", size=TYPE.body, parent=self)
        self.export_button.clicked.connect(self._export)
        self.bind("F7", self._export)
        self.table.row_opened.connect(self._open_form)
        self.form = ProductForm(self.words, parent=self)
        self.form.saved.connect(self._save)
        self.form.received.connect(self._receive)
        self.form.closed.connect(self.to_search)
        self.importing = ImportPanel(self.words, parent=self)
        self.importing.taken.connect(self._take_list)
        self.importing.closed.connect(self._close_import)
        self.importing.hide()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Products")

    @override
    def open(self, what: str = "") -> None:
        if what:
            self.search.set_text(what)
        self.look(partial(list_stores, self.desk.shop), self.form.show_owners)
        self.read()
        self.to_search()

    @override
    def reader(self, text: str) -> ReadPage:
        return partial(find_page, self.desk.shop, text)

    @override
    def read(self) -> None:
        self.look(partial(count_products, self.desk.shop), self._take_count)
        super().read()

    def _take_count(self, count: int) -> None:
        self._all = count

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.add_button.setText(_("Add"))
        self.import_button.setText(_("Import CSV"))
        self.export_button.setText(_("Save as CSV"))
        self.form.show_words()
        self.importing.show_words()

    @override
    def step_back(self) -> bool:
        if not self.importing.isHidden():
            self._close_import()
            return True
        return super().step_back()

    @override
    def take_scan(self, text: str) -> None:
        if self.form.codes.field.edit.hasFocus():
            self.form.codes.set_text(f"{self.form.codes.text()} {text}".strip())
            return
        super().take_scan(text)

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Insert:
            self.add_product()
            return True
        return super().act(event)

    def add_product(self) -> None:
        """Show an empty form."""
        self._wished, self._begins = 0, False
        self.quiet.emit()
        self.form.show_product(ProductShown(ProductAsk(name="", price=Fen(0)), Milli(0)))
        self.form.begin()

    def import_file(self, path: Path) -> None:
        """Read a file and show what it would bring."""
        self._file = path.name
        self.run(partial(read_list, path), self._show_preview)

    def _ask_for_file(self) -> None:
        _ = self.words.text
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Import CSV"), "", "CSV (*.csv *.txt)")
        if chosen:
            self.import_file(Path(chosen))

    def _export(self) -> None:
        self.run(partial(export_products, self.desk.shop, self.desk.seat), self.tell_saved)

    @override
    def forget_wish(self) -> None:
        self._wished = None

    @override
    def take_found(self, found: tuple[ProductFound, ...]) -> None:
        # A form that is being filled in is left alone.
        if self._wished is None:
            super().take_found(found)

    @override
    def list_words(self) -> ListWords:
        _ = self.words.text
        return ListWords(
            asked=_("Name, pinyin initials or part of a code"),
            title=_("Catalogue"),
            shown=self.count_words(of=0 if self.search.text().strip() else self._all),
            columns=(
                Column(_("Name"), is_name=True),
                Column(_("Code"), 150),
                Column(_("Stock"), 80, is_figure=True),
                Column(_("Selling price"), 100, is_figure=True),
                MARK,
            ),
            empty=_("Nothing found. Insert adds it."),
        )

    @override
    def row_of(self, found: ProductFound) -> OfficeRow:
        return product_row(found)

    @override
    def choose(self, found: ProductFound) -> None:
        self._show_product(found.number)

    def _open_form(self, row: int) -> None:
        self._choose(row)
        self._begins = True

    def _show_product(self, number: int) -> None:
        self._wished, self._begins = number, False
        self.look(partial(show_product, self.desk.shop, number), self._take_product)

    def _take_product(self, shown: ProductShown) -> None:
        if shown.ask.number == self._wished:
            self.form.show_product(shown)
            if self._begins:
                self._begins = False
                self.form.begin()

    def _save(self, asked: tuple[ProductAsk, Milli, str]) -> None:
        work = partial(save_and_stock, self.desk.shop, self.desk.seat, asked)
        self.run(work, self._saved, otherwise=self._refuse)

    def _receive(self, quantity: int, reason: str) -> None:
        work = partial(
            receive_stock,
            self.desk.shop,
            self.desk.seat,
            product=self.form.number,
            quantity=Milli(quantity),
            reason=reason,
        )
        self.run(work, self._received, otherwise=self._refuse)

    def _received(self, _nothing: object) -> None:
        self._saved(self.form.number)

    def _saved(self, number: int) -> None:
        _ = self.words.text
        self._show_product(number)
        self.read()
        self.done.emit(_("Saved: {name}", name=self.form.name.text()))
        self.to_search()

    def _refuse(self, error: ShopError) -> None:
        self.form.show_refusal(error, self.sentence(error))

    # ---------------------------------------------------------------- import

    def _show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.importing.show_preview(preview, file=self._file)
        self.importing.show()
        self.importing.raise_()
        self.importing.begin()

    def _take_list(self) -> None:
        if self._preview is not None:
            work = partial(import_products, self.desk.shop, self.desk.seat, preview=self._preview)
            self.run(work, self._imported, otherwise=self._refuse_list)

    def _refuse_list(self, error: ShopError) -> None:
        self.importing.refuse(self.sentence(error))

    def _imported(self, brought: Imported) -> None:
        _ = self.words.text
        self._close_import()
        self.read()
        self.done.emit(
            _(
                "Imported: {added} new, {changed} changed, {unchanged} as they were.",
                added=brought.added,
                changed=brought.changed,
                unchanged=brought.unchanged,
            )
        )

    def _close_import(self) -> None:
        self._preview = None
        self.importing.hide()
        self.to_search()

    @override
    def lay_out(self, width: float, height: float) -> None:
        halves = columns(width, 624, 424)
        self.place(self.export_button, (width - 184, 2, 184, 40))
        self.place(self.import_button, (width - 184 - 8 - 176, 2, 176, 40))
        self.place(self.add_button, (width - 184 - 8 - 176 - 8 - 130, 2, 130, 40))
        self.place_search(right=width - 530, most=420)
        tall = height - HEAD
        self.place_list(*halves[0], tall=tall)
        self.place(self.form, (halves[1][0], HEAD, halves[1][1], tall))
        hidden = self.importing.isHidden()
        self.place(self.importing, (0, HEAD, width, tall))
        self.importing.setVisible(not hidden)

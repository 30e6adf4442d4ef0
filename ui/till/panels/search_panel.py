"""Products as one types: name, initials or part of a code; Enter rings up."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.products.find_products import find_products
from pos_app.domain.figures import money_text, quantity_text
from pos_app.domain.found import ProductFound
from pos_app.shop import Shop
from ui.till.panels.choice_list import Choice, ChoiceList
from ui.till.panels.till_panel import TillPanel, is_enter
from ui.widgets.field import Field
from ui.wording import LiveWording

_MOST = 50


class SearchPanel(TillPanel):
    """In the table's place; the field takes Chinese by input method."""

    taken = Signal(int)
    """The number of the product to ring up."""

    def __init__(self, words: LiveWording, shop: Shop, *, text: str = "") -> None:
        super().__init__(words)
        self._shop = shop
        self._found: tuple[ProductFound, ...] = ()
        self._field = Field("", size=20)
        self._list = ChoiceList()
        self._field.setParent(self)
        self._list.setParent(self)
        self._field.edited.connect(self.search)
        self._list.taken.connect(self._take)
        self._field.set_text(text)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Find product")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._field.set_name(
            _("Find product"), placeholder=_("Name, pinyin initials or part of a code")
        )
        self._list.set_words(_("Products found"), empty=_("Nothing has this name or code."))
        self.search(self._field.text())

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._field, (20, 68, width - 40, 52))
        self.place(self._list, (0, 132, width, height - 140))

    def search(self, text: str) -> None:
        """Show what matches; an empty text shows what sells."""
        _ = self.words.text
        self._found = find_products(self._shop, text, limit=_MOST)
        self._list.show_rows(
            [
                Choice(
                    name=each.name,
                    second=each.code,
                    figure=money_text(each.price),
                    unit=_("{quantity} in stock", quantity=quantity_text(each.stock)),
                )
                for each in self._found
            ]
        )

    def _take(self, index: int) -> None:
        self.taken.emit(self._found[index].number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._list.take_chosen()
        elif not self._list.take_key(event):
            super().keyPressEvent(event)

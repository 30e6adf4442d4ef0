"""Products as one types: name, initials or part of a code; Enter rings up."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.products.find_products import find_products
from pos_app.domain.figures import money_text, quantity_text
from pos_app.domain.found import ProductFound
from pos_app.shop import Shop
from ui.till.panels.choice_list import Choice
from ui.till.panels.list_panel import FindPanel
from ui.widgets.field import Field
from ui.wording import LiveWording

_MOST = 50


class SearchPanel(FindPanel):
    """In the table's place; the field takes Chinese by input method."""

    taken = Signal(int)
    """The number of the product to ring up."""

    def __init__(self, words: LiveWording, shop: Shop, *, text: str = "") -> None:
        super().__init__(words, Field("", size=20))
        self._shop = shop
        self._found: tuple[ProductFound, ...] = ()
        self.field.set_text(text)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Find product")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.field.set_name(
            _("Find product"), placeholder=_("Name, pinyin initials or part of a code")
        )
        self.list.set_words(_("Products found"), empty=_("Nothing has this name or code."))
        self.search(self.field.text())

    @override
    def search(self, text: str) -> None:
        """Show what matches; an empty text shows what sells."""
        _ = self.words.text
        self._found = find_products(self._shop, text, limit=_MOST)
        self.list.show_rows(
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

    @override
    def take(self, index: int) -> None:
        self.taken.emit(self._found[index].number)

"""What is sold by touch on a wide screen: ten products a page, beside the bill."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from pos_app.actions.products.find_products import find_products
from pos_app.domain.found import ProductFound
from pos_app.shop import Shop
from ui.theme import theme
from ui.till.widgets.tiles import ProductTile, QuickProduct
from ui.widgets.card import Card
from ui.wording import LiveWording

_COLUMNS, _ROWS = 2, 5
_PAGE = _COLUMNS * _ROWS
_PAGES = 3
_TOP, _INSIDE, _GAP = 44, 16, 8


def split_name(name: str) -> tuple[str, str]:
    """Split 农夫山泉 550ml 瓶 into its name and its size; no size: an empty text."""
    words = name.split()
    for number, word in enumerate(words):
        if number and word[0].isdecimal():
            unit = "".join(words[number + 1 : number + 2])
            # 1.25 L is one size, though it is written as two words.
            is_apart = word[-1].isdecimal() and unit.isascii()
            return " ".join(words[:number]), f"{word} {unit}".strip() if is_apart else word
    return name, ""


class QuickProducts(Card):
    """256 x 456; a touch on the head turns the page."""

    taken = Signal(int)
    """The number of the product to ring up."""

    def __init__(self, words: LiveWording, shop: Shop) -> None:
        super().__init__()
        self._words = words
        self._shop = shop
        self._page = 0
        self._found: tuple[ProductFound, ...] = ()
        self._tiles: list[ProductTile] = []
        words.changed.connect(self.put_words)

    def look(self) -> None:
        """Read the products anew, the likeliest first."""
        self._found = find_products(self._shop, "", limit=_PAGE * _PAGES)
        self._show_page()

    def put_words(self) -> None:
        """Show the head in the language of the moment."""
        _ = self._words.text
        pages = -(-len(self._found) // _PAGE)
        self.set_title(_("Often sold"), right=f"{self._page + 1} / {pages}" if pages > 1 else "")

    def _show_page(self) -> None:
        for tile in self._tiles:
            self.take_away(tile)
        first = self._page * _PAGE
        self._tiles = [self._tile(each) for each in self._found[first : first + _PAGE]]
        self.put_words()
        self.arrange()

    def _tile(self, product: ProductFound) -> ProductTile:
        name, size = split_name(product.name)
        quick = QuickProduct(product.code, name, size or product.unit, product.price)
        made = ProductTile(quick, parent=self)
        made.setAccessibleName(product.name)
        made.clicked.connect(partial(self._take, product.number))
        made.show()
        return made

    def _take(self, number: int) -> None:
        self.taken.emit(number)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pages = max(1, -(-len(self._found) // _PAGE))
        if event.position().y() < self.pixels_down(_TOP):
            self._page = (self._page + 1) % pages
            self._show_page()

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        height = self.unit_height
        across = (width - 2 * _INSIDE - _GAP * (_COLUMNS - 1)) / _COLUMNS
        down = (height - _TOP - _INSIDE - _GAP * (_ROWS - 1)) / _ROWS
        for number, tile in enumerate(self._tiles):
            column, row = number % _COLUMNS, number // _COLUMNS
            left, top = _INSIDE + column * (across + _GAP), _TOP + row * (down + _GAP)
            self.place(tile, (left, top, across, down))

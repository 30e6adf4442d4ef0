"""Tiles: a kind of tender, a person who may sign in, a product sold by touch."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.widgets.buttons import ButtonKind, draw_ground, label_colour
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import money_text
from ui.widgets.painted import PaintedButton
from ui.widgets.paragraph import wrapped
from ui.widgets.text_measure import keycap_width, text_width


class TenderTile(PaintedButton):
    """A kind of payment: icon, word, what the member has of it, and its key.

    `reward` draws icon and second line in jade: such money belongs to the member.
    """

    def __init__(
        self,
        text: str,
        *,
        icon: str,
        key: str = "",
        reward: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, wish=(196, 68), parent=parent)
        self.setCheckable(True)
        self._icon_name = icon
        self._key = key
        self._reward = reward
        self._note = ""

    def set_note(self, note: str) -> None:
        """The second line: what can be used, what is used, or why it does not work now."""
        self._note = note
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        draw_ground(canvas, self, kind=ButtonKind.SECONDARY)
        middle = canvas.height / 2
        plain = palette.ink if self.isEnabled() else palette.edge
        tint = palette.jade if self._reward else palette.ink2
        if self.isChecked() and not self._reward:
            tint = palette.cobalt
        tint = tint if self.isEnabled() else palette.edge
        canvas.icon(self._icon_name, (15, middle - 10), size=20, colour=tint)
        cap = keycap_width(self._key) if self.isEnabled() else 0
        room = canvas.width - 48 - 12 - (cap + 6 if cap else 0)
        if self._note:
            top = (48, middle - 21, room, 22)
            below = (48, middle + 1, room, 20)
            canvas.text(top, self.text(), size=TYPE.row, colour=plain)
            canvas.text(below, self._note, size=TYPE.micro, colour=tint)
        else:
            canvas.text((48, 0, room, canvas.height), self.text(), size=TYPE.row, colour=plain)
        if cap:
            canvas.keycap((canvas.width - 12, middle), self._key, to_left=True)


class StaffTile(PaintedButton):
    """A person who may sign in: name, role, key; the chosen one is checked."""

    def __init__(
        self, text: str, *, role: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, wish=(176, 76), parent=parent)
        self.setCheckable(True)
        self._role = role
        self._key = key

    def set_role(self, role: str) -> None:
        """Show the role in another language."""
        self._role = role
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_ground(canvas, self, kind=ButtonKind.SECONDARY)
        colour = label_colour(canvas, self, kind=ButtonKind.SECONDARY)
        cap = canvas.keycap((canvas.width - 12, 25), self._key, to_left=True)
        room = canvas.width - 16 - 12 - (cap + 8 if cap else 0)
        canvas.text((16, 14, room, 28), self.text(), size=19, colour=colour, may_end_in_dots=True)
        grey = canvas.palette.ink2
        canvas.text((16, 42, canvas.width - 28, 20), self._role, size=TYPE.small, colour=grey)


@dataclass(frozen=True, slots=True)
class QuickProduct:
    """A product sold by touch; `price_fen` is for one `size`."""

    code: str
    name: str
    size: str
    price_fen: int


class ProductTile(PaintedButton):
    """A product sold by touch: its name over size and price, on `sunken`."""

    def __init__(self, product: QuickProduct, *, parent: QWidget | None = None) -> None:
        super().__init__(product.name, wish=(112, 74), parent=parent)
        self.product = product

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        draw_ground(canvas, self, kind=ButtonKind.DIGIT)
        room = canvas.width - 24
        ink = palette.ink if self.isEnabled() else palette.edge
        self._draw_name(canvas, room, colour=ink)
        price = money_text(self.product.price_fen)
        line = (12, 40, room, 22)
        wide = canvas.text(line, price, size=TYPE.body, colour=ink, align=Align.RIGHT)
        size_box = (12, 40, room - wide - 4, 22)
        canvas.text(
            size_box,
            self.product.size,
            size=TYPE.small,
            colour=palette.ink2,
            may_end_in_dots=True,
        )

    def _draw_name(self, canvas: Canvas, room: float, *, colour: str) -> None:
        """In two lines where one is too short: goods of one maker differ at their ends."""
        name = self.text()
        if text_width(name, TYPE.row) <= room:
            canvas.text((12, 11, room, 24), name, size=TYPE.row, colour=colour)
            return
        first, _space, rest = name.partition(" ")
        if not rest:
            first = wrapped(name, size=TYPE.small, width=room)[0]
            rest = name.removeprefix(first)
        for line, top in ((first, 5), (rest, 22)):
            box = (12, top, room, 18)
            canvas.text(box, line, size=TYPE.small, colour=colour, may_end_in_dots=True)

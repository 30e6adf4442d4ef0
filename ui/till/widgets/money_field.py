"""A field for a sum: typed from the right, by keys or by the keypad."""

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.figures import YUAN, money_typed
from pos_app.domain.money import Fen
from pos_app.domain.typed_figures import read_rate
from ui.theme_tokens import TYPE
from ui.widgets.field import Field
from ui.widgets.money_label import yen_size

_SUM = re.compile(r"(\d{0,9})(?:\.(\d{0,2}))?")
_SIZE = 36


class MoneyField(Field):
    """A sum of at most 999,999,999.99; the field is empty until something is typed.

    `50` means fifty yuan, as Chinese tills have it; with `implied_decimals` the digits
    are fen and move in from the right, so that `5000` is fifty yuan.
    """

    changed = Signal()
    rated = Signal(int)
    """% was typed behind a figure: basis points, of what only the asker knows."""

    def __init__(
        self,
        name: str,
        *,
        height: float = 72,
        size: float = _SIZE,
        implied_decimals: bool = False,
        has_sentence: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name,
            height=height,
            size=size,
            accepts_input_method=False,
            right=True,
            has_sentence=has_sentence,
            parent=parent,
        )
        self.edit.set_lead(YUAN, size=yen_size(size))
        self._implied = implied_decimals
        self._kept = ""
        self.edited.connect(self._tidy)

    @property
    def fen(self) -> int | None:
        """The sum typed, in fen, or None while nothing is."""
        yuan, _, rest = self.text().partition(".")
        if not yuan and not rest:
            return None
        return int(yuan or "0") * 100 + int((rest + "00")[:2])

    def set_fen(self, fen: int | None) -> None:
        """Put a sum into the field, or empty it."""
        if fen is None:
            text = ""
        elif fen % 100 or self._implied:
            text = money_typed(Fen(fen))
        else:
            text = str(fen // 100)
        self._kept = text
        self.set_text(text)
        self.update()
        self.changed.emit()

    def take(self, typed: str) -> None:
        """Take what a key of the keypad says, at the caret."""
        self.edit.insert(typed)
        self._tidy(self.edit.text())

    def back(self) -> None:
        """Take the last digit away."""
        self.edit.backspace()
        self._tidy(self.edit.text())

    def clear(self) -> None:
        """Empty the field."""
        self.set_fen(None)

    def _tidy(self, typed: str) -> None:
        """Keep the text a sum: a key that would make it none is as if not pressed."""
        # A Chinese keyboard layout may send full-width digits and points.
        plain = unicodedata.normalize("NFKC", typed).replace("。", ".").replace(",", "")
        rate = read_rate(plain) if plain.endswith("%") else None
        if rate is not None:
            self.edit.setText(self._kept)
            self.rated.emit(rate)
            return
        if self._implied:
            digits = "".join(c for c in plain if c.isdecimal()).lstrip("0")
            plain = f"{digits[:-2] or '0'}.{digits[-2:].rjust(2, '0')}" if digits else ""
        if _SUM.fullmatch(plain) is None or not plain.isascii():
            plain = self._kept
        self._kept = plain
        if plain != typed:
            self.edit.setText(plain)
        self.accept()
        self.update()
        self.changed.emit()


SMALL_FIGURE = TYPE.figure_s
"""Size of the figure in a money field 52 high, in forms and panels."""

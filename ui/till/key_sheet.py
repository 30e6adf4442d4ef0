"""The keys that work now, in two columns; shown by F1 in the table's place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.canvas import Canvas
from ui.theme_tokens import SPACES, TYPE
from ui.till.till_keys import TillKey
from ui.till.till_panel import TillPanel
from ui.wording import LiveWording

_ROW = 40
_KEY_ROOM = 108


class KeySheet(TillPanel):
    """Read from the table of keys, so that it is never out of date."""

    def __init__(
        self, words: LiveWording, keys: Sequence[TillKey], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._keys = tuple(keys)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Keys that work now")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        told = "; ".join(f"{key.cap} {_(key.meaning)}" for key in self._keys)
        self.setAccessibleName(f"{self.title()}: {told}")

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        rows = -(-len(self._keys) // 2)
        column = (canvas.width - 2 * SPACES.card) / 2
        pitch = min(_ROW, (canvas.height - 56 - 16) / max(1, rows))
        for number, key in enumerate(self._keys):
            left = SPACES.card + (number // rows) * column
            middle = 56 + 12 + pitch * (number % rows) + pitch / 2
            canvas.keycap((left, middle), key.cap)
            box = (left + _KEY_ROOM, middle - 14, column - _KEY_ROOM - 8, 28)
            canvas.text(
                box, self.words.text(key.meaning), size=TYPE.body, colour=canvas.palette.ink
            )

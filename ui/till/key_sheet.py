"""The keys that work now, in two columns; shown by F1 in the table's place."""

from collections.abc import Sequence

from typing_extensions import override

from ui.till.panels.till_panel import Place, TillPanel
from ui.till_keys import TillKey
from ui.widgets.canvas import Canvas
from ui.widgets.key_hint import KeyHint
from ui.widgets.key_rows import draw_key_rows, told_keys
from ui.wording import LiveWording


class KeySheet(TillPanel):
    """Read from the panel below and the table of keys, so never out of date."""

    def __init__(
        self, words: LiveWording, keys: Sequence[TillKey], *, over: TillPanel | None = None
    ) -> None:
        super().__init__(words)
        if over is not None and over.PLACE is Place.PAYMENT:
            # Beside a payment nothing else is shown: the sheet covers it.
            self.PLACE = Place.PAYMENT
        self._keys = tuple(keys)
        self._over = over
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Keys that work now")

    @override
    def put_words(self) -> None:
        super().put_words()
        self.setAccessibleName(told_keys(self.title(), self._hints()))

    def _hints(self) -> list[KeyHint]:
        _ = self.words.text
        own = self._over.own_keys() if self._over is not None else ()
        return [*own, *(KeyHint(key.cap, _(key.meaning)) for key in self._keys)]

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        draw_key_rows(canvas, self._hints())

"""What must be told of each program that runs, whole, under the program's name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain.standing import Disclosure
from ui.stretch import stretched
from ui.theme_tokens import SPACES, TYPE
from ui.till.panels.shown_member import disclosed
from ui.till.panels.till_panel import Place, TillPanel
from ui.widgets.canvas import Canvas
from ui.widgets.card import PANEL_HEAD
from ui.widgets.key_hint import KeyHint, draw_hints
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.wording import LiveWording

_NAME = 34
_PITCH = 23
_GAP = 12
_FOOT = 56
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}


class RulesPanel(TillPanel):
    """In the right column; the arrows bring what does not fit, program by program."""

    PLACE = Place.RIGHT

    def __init__(self, words: LiveWording, disclosures: tuple[Disclosure, ...]) -> None:
        super().__init__(words)
        self._disclosures = disclosures
        self._first = 0
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Rules of the reward programs")

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """Each program's name with its sentence."""
        return tuple((each.program, disclosed((each,), self.words)) for each in self._disclosures)

    @override
    def put_words(self) -> None:
        super().put_words()
        told = " ".join(f"{name}: {sentence}" for name, sentence in self.rules)
        self.setAccessibleName(f"{self.title()} {told}")
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        palette, width = canvas.palette, canvas.width - 2 * SPACES.card
        top: float = PANEL_HEAD + _GAP
        is_whole = self._is_whole(canvas.height)
        end = canvas.height - (_GAP if is_whole else _FOOT)
        for name, sentence in self.rules[self._first :]:
            tall = self._height(sentence, width)
            if top + _NAME + tall > end and top > PANEL_HEAD + _GAP:
                break
            canvas.text((SPACES.card, top, width, 30), name, size=TYPE.section, colour=palette.ink)
            box = (SPACES.card, top + _NAME, width, min(tall, end - top - _NAME))
            draw_paragraph(canvas, box, sentence, size=TYPE.body, colour=palette.ink2, pitch=_PITCH)
            top += _NAME + tall + _GAP
        if not is_whole:
            _ = self.words.text
            canvas.hairline((1, canvas.height - _FOOT), canvas.width - 2)
            at = (SPACES.card, canvas.height - _FOOT / 2)
            hint = KeyHint("↑ ↓", _("Look through"))
            draw_hints(canvas, at, (hint,), size=TYPE.body, colour=palette.ink2)

    def _height(self, sentence: str, width: float) -> float:
        with stretched(self):
            return len(wrapped(sentence, size=TYPE.body, width=width)) * _PITCH

    def _is_whole(self, height: float) -> bool:
        """Whether all programs fit at once."""
        width = self.inner_width - 2 * SPACES.card
        wanted = sum(_NAME + self._height(each, width) + _GAP for _name, each in self.rules)
        return PANEL_HEAD + _GAP + wanted <= height

    @override
    def enter(self) -> None:
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif not self._is_whole(self.inner_height):
            self._first = min(max(self._first + step, 0), len(self._disclosures) - 1)
            self.update()

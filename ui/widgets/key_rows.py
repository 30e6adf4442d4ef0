"""Keys with what they do, in two columns; drawn into whatever panel shows them."""

from collections.abc import Sequence

from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.card import PANEL_HEAD
from ui.widgets.key_hint import KeyHint

_ROW = 40
_KEY_ROOM = 108


def draw_key_rows(canvas: Canvas, keys: Sequence[KeyHint]) -> None:
    """Draw them below a panel's head; many keys stand closer."""
    rows = -(-len(keys) // 2)
    column = (canvas.width - 2 * SPACES.card) / 2
    pitch = min(_ROW, (canvas.height - PANEL_HEAD - 16) / max(1, rows))
    for number, key in enumerate(keys):
        left = SPACES.card + (number // rows) * column
        middle = PANEL_HEAD + 12 + pitch * (number % rows) + pitch / 2
        canvas.keycap((left, middle), key.key)
        box = (left + _KEY_ROOM, middle - 14, column - _KEY_ROOM - 8, 28)
        canvas.text(box, key.text, size=TYPE.body, colour=canvas.palette.ink)


def told_keys(title: str, keys: Sequence[KeyHint]) -> str:
    """What a screen reader says of them."""
    return f"{title}: " + "; ".join(f"{key.key} {key.text}" for key in keys)

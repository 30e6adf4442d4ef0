"""A key and what it does now, as shown on bars, fields and panel heads."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.widgets.canvas import Canvas
from ui.widgets.text_measure import keycap_width, text_width

_KEY_GAP = 6
_HINT_GAP = 24


@dataclass(frozen=True, slots=True)
class KeyHint:
    """`key` is the key's printed name, `text` the words beside it."""

    key: str
    text: str


NO_HINT = KeyHint("", "")
"""Where no key is to be shown."""


def draw_hints(
    canvas: Canvas,
    at: tuple[float, float],
    hints: Sequence[KeyHint],
    *,
    size: float,
    colour: str,
    on_fill: bool = False,
) -> float:
    """Draw hints from left to right around a middle line; returns the width they took."""
    x = at[0]
    for hint in hints:
        cap = canvas.keycap((x, at[1]), hint.key, on_fill=on_fill)
        x += cap + (_KEY_GAP if cap else 0)
        width = text_width(hint.text, size)
        canvas.text((x, at[1] - 11, width + 1, 22), hint.text, size=size, colour=colour)
        x += width + _HINT_GAP
    return x - at[0] - (_HINT_GAP if hints else 0)


def hints_width(hints: Sequence[KeyHint], *, size: float) -> float:
    """How wide these hints will be, at unit 1."""
    if not hints:
        return 0
    caps = sum(keycap_width(h.key) for h in hints)
    gaps = sum(_KEY_GAP for h in hints if keycap_width(h.key))
    texts = sum(text_width(h.text, size) for h in hints)
    return caps + gaps + texts + _HINT_GAP * (len(hints) - 1)

"""A recovery code on the screen, large, in its groups."""

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted


class ShownCode(Painted):
    """Two lines of four groups; nothing while there is no code."""

    def __init__(self) -> None:
        super().__init__(name="", wish=(0, 96))
        self._lines: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_code(self, code: str) -> None:
        """Show a code, or with an empty one none any more."""
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self._lines = ("-".join(groups[:half]), "-".join(groups[half:]))
        self.setAccessibleName(code)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 0, canvas.width, canvas.height - 12)
        canvas.rounded(box, radius=RADII.button, fill=palette.cobalt_soft)
        for number, line in enumerate(each for each in self._lines if each):
            place = (8, 8 + 36 * number, canvas.width - 16, 34)
            canvas.text(
                place, line, size=TYPE.figure_s, colour=palette.ink, align=Align.CENTRE, spacing=1
            )

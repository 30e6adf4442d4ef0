"""The button that asks why; a page says of what, the panel shows the answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.buttons import Button
from ui.office.office_page import OfficePage
from ui.office.why_panel import KEY, WhyPanel
from ui.theme_tokens import TYPE


class WhyButton(Button):
    """`asked` says what is shown: `sale`, `member` or `pool`, and its number.

    Number 0 is nothing, which has no reasons.
    """

    def __init__(
        self, page: OfficePage, asked: Callable[[], tuple[str, int]], *, parent: QWidget
    ) -> None:
        super().__init__("", key=KEY, size=TYPE.body, parent=parent)
        self.panel = WhyPanel(page)
        self._asked = asked
        self.clicked.connect(self.ask_why)
        page.bind(KEY, self.ask_why)
        page.words.changed.connect(self.put_words)
        self._words = page.words
        self.put_words()

    def put_words(self) -> None:
        """Show the text in the language of the moment."""
        _ = self._words.text
        self.setText(_("Why"))

    def ask_why(self) -> None:
        """Show the reasons of what the page shows."""
        of, number = self._asked()
        if number:
            self.panel.ask(of, number)

"""A button of a page that opens a panel over it, by touch and by its key."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.office.page.office_page import OfficePage
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind


class PanelButton(Button):
    """`text` is a message id; `opens` shows the panel for what the page shows."""

    def __init__(
        self,
        page: OfficePage,
        text: str,
        *,
        key: str,
        opens: Callable[[], object],
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: float = TYPE.body,
        parent: QWidget,
    ) -> None:
        super().__init__("", kind=kind, key=key, size=size, parent=parent)
        self._text = text
        self._words = page.words
        self.clicked.connect(opens)
        page.bind(key, opens)
        page.words.changed.connect(self.put_words)
        self.put_words()

    def put_words(self) -> None:
        """Show the text in the language of the moment."""
        _ = self._words.text
        self.setText(_(self._text))

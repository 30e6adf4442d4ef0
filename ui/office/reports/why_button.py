"""The button that asks why; a page says of what, the panel shows the answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.office.page.office_page import OfficePage
from ui.office.page.panel_button import PanelButton
from ui.office.reports.why_panel import KEY, WhyPanel
from ui.wording import N_


class WhyButton(PanelButton):
    """`asked` says what is shown: `sale`, `member` or `pool`, and its number.

    Number 0 is nothing, which has no reasons.
    """

    def __init__(
        self,
        page: OfficePage,
        asked: Callable[[], tuple[str, int]],
        *,
        key: str = KEY,
        parent: QWidget,
    ) -> None:
        super().__init__(page, N_("Why"), key=key, opens=self.ask_why, parent=parent)
        self.panel = WhyPanel(page)
        self._asked = asked

    def ask_why(self) -> None:
        """Show the reasons of what the page shows."""
        of, number = self._asked()
        if number:
            self.panel.ask(of, number)

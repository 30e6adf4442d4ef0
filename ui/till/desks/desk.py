"""What the desks of the till share: a panel, an errand, and its end.

A desk knows which panel follows which; what is done, and whether it may be, the actions
say. A refusal stands in the panel that asked, while that one is still open.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from ui.till.errands import Errands
from ui.till.panels.till_panel import TillPanel
from ui.till.printing import Printing
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView
from ui.till.widgets.message_bar import BarMessage


@dataclass(frozen=True, slots=True)
class Counter:
    """What every desk is handed."""

    screen: TillScreen
    session: TillSession
    view: TillView
    errands: Errands
    printing: Printing


class Desk(QObject):
    """Opens panels, runs errands, and tells what was done."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter.screen)
        self.screen, self.session = counter.screen, counter.session
        self.view, self.errands, self.printing = counter.view, counter.errands, counter.printing
        self._asking: TillPanel | None = None
        self._say: Callable[[str], None] | None = None
        self._in_whole = False

    def ask(
        self,
        panel: TillPanel,
        *,
        refuse: Callable[[str], None] | None = None,
        in_whole: bool = False,
    ) -> None:
        """Open a panel; `refuse` is told why what it asked for was not done.

        `in_whole` tells it what did not happen as well, where there is room.
        """
        self._asking, self._say, self._in_whole = panel, refuse, in_whole
        self.screen.open_panel(panel)

    def run(self, work: Callable[[Seat], Any], then: Callable[[Any], Any]) -> None:
        """Run what the panel asked for; a manager may have to approve it."""
        self.errands.run(work, then, otherwise=self.refuse)

    def refuse(self, error: ShopError) -> None:
        """Say why it was not done, where it was asked for."""
        if self._say is not None and self.screen.shows(self._asking):
            told = tell(error, self.screen.words.wording)
            self._say(told.whole if self._in_whole else told.happened)
        else:
            self.errands.refused.emit(error)

    def finish(self, make: Callable[[], BarMessage]) -> None:
        """Close every panel and say what was done."""
        self._asking = self._say = None
        self.screen.close_all()
        self.view.refresh()
        self.view.announce(make)

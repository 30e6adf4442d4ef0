"""A manager's PIN approves one thing once; in the right column, nobody signs out."""

from functools import partial

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.staff.approve import approve
from pos_app.domain.approval import Approval
from pos_app.errors import NotAllowed, ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.background import Background
from ui.theme_tokens import TYPE
from ui.till.panels.pin_entry import PinEntry
from ui.till.panels.till_panel import Place, TillPanel
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class ApprovalPanel(TillPanel):
    """Says what is asked and by how much it is above the limit."""

    PLACE = Place.RIGHT

    approved = Signal(object)
    """An `Approval`, for the one thing that was asked."""

    def __init__(
        self, words: LiveWording, shop: Shop, *, background: Background, asked: NotAllowed
    ) -> None:
        super().__init__(words)
        self._shop = shop
        self._background = background
        self._asked = asked
        self._what = TextLabel(size=TYPE.figure_s, wraps=True, parent=self)
        self._once = TextLabel(size=TYPE.body, colour="ink2", wraps=True, parent=self)
        self._pin = PinEntry(parent=self)
        self._pin.entered.connect(self._try)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Needs a manager")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        asked = tell(self._asked, self.words.wording)
        self._what.set_text(asked.happened)
        self._once.set_text(asked.undone)
        self._pin.put_words(
            self.words,
            name=_("A manager's PIN"),
            enter=_("Approve"),
            sentence=_("Type the PIN, then Enter"),
        )

    @override
    def begin(self) -> None:
        self._pin.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._what, (20, 68, width - 40, 68))
        self.place(self._once, (20, 136, width - 40, 26))
        self.place(self._pin, (20, 164, width - 40, height - 184))

    def _try(self, pin: str) -> None:
        # The worker, because looking at a PIN takes a tenth of a second by intent.
        self._background.run(
            partial(
                approve,
                self._shop,
                pin,
                right=self._asked.action,
                asked=self._asked.asked or 0,
            ),
            self._approved,
            otherwise=self._refused,
        )

    def _approved(self, approval: Approval) -> None:
        self.approved.emit(approval)

    def _refused(self, error: ShopError) -> None:
        self._pin.refuse(tell(error, self.words.wording).happened)

"""What happens at the till is told here: by the bar under the scan field, and by a tone."""

from pathlib import Path

from PySide6.QtCore import QObject

from pos_app.actions.ring_up import RungUp
from pos_app.domain.basket import BasketLine
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.refusals_sale import UnknownCode
from pos_app.errors import Fault, NotAllowed, ShopError
from pos_app.sentences import tell
from ui.key_hint import KeyHint
from ui.message_bar import Attention, Refused, Waiting
from ui.sounds import Sound, Sounds
from ui.till.bar_messages import is_at_risk, printer_bar, refusal_bar
from ui.till.errands import Errands
from ui.till.payment import Payment
from ui.till.printing import Printing
from ui.till.shown_bill import last_line, pieces_text
from ui.till.till_keys import Act
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView


class TillNews(QObject):
    """Listens to everything that can happen and says it; starts nothing."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        view: TillView,
        sounds: Sounds,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._view = view
        self._sounds = sounds
        self.refused: ShopError | None = None
        """What the red bar is about."""
        session.rung_up.connect(self._say_rung_up)
        session.member_named.connect(self._say_member)
        session.refused.connect(self.say_refusal)
        session.given_back.connect(self._say_given_back)
        session.bill.deleted.connect(self._say_deleted)

    def listen(self, payment: Payment, printing: Printing, *, errands: Errands) -> None:
        """Hear of refused payments, paper that did not come out, and what needs a manager."""
        payment.refused.connect(self._hear_payment)
        printing.failed.connect(self._say_printer)
        errands.refused.connect(self.say_refusal)
        errands.needs_approval.connect(self._say_approval)

    def say_refusal(self, error: ShopError) -> None:
        """Show the red bar, with the long low tone."""
        self.refused = error
        self._sounds.play(Sound.REFUSED)
        self._view.announce(
            refusal_bar(error, self._screen.words, self._screen.keys),
            unknown=isinstance(error, UnknownCode),
        )

    def say_bug(self, report: Path) -> None:
        """Say that the program itself has failed; the bill is kept."""
        _ = self._screen.words.text
        self._sounds.play(Sound.REFUSED)
        back = KeyHint(self._screen.keys.cap(Act.BACK), _("Go on"))
        note = _("The bill is kept. A report lies in {name}.", name=report.name)
        self._view.announce(
            Refused(_("Something in the program failed."), note=note, hints=(back,))
        )

    def say_again(self) -> None:
        """Say the refusal in another language."""
        if self.refused is not None and not self._view.is_calm:
            self._view.announce(
                refusal_bar(self.refused, self._screen.words, self._screen.keys),
                unknown=isinstance(self.refused, UnknownCode),
            )

    def _say_rung_up(self, rung: RungUp) -> None:
        self.refused = None
        self._sounds.play(Sound.GOOD)
        line = self._session.bill.chosen
        if line is not None:
            self._view.announce(last_line(line, self._screen.words, stock=rung.stock))

    def _say_member(self) -> None:
        _ = self._screen.words.text
        self.refused = None
        standing = self._session.standing
        self._sounds.play(Sound.GOOD)
        if standing is None:
            self._view.say_idle()
        else:
            name = standing.name or str(standing.member)
            balances = _(
                "{points} points, {sum} reward balance",
                points=count_text(standing.points),
                sum=money_text(standing.reward),
            )
            self._view.announce(Waiting(_("Member {name}", name=name), balances, icon="person"))

    def _say_deleted(self, line: BasketLine) -> None:
        _ = self._screen.words.text
        undo = self._screen.keys.line(Act.UNDO)
        self._view.announce(
            Waiting(
                _("Deleted: {name}", name=line.name),
                _("{key} puts it back.", key=undo.cap),
                icon="undo",
            )
        )

    def _say_given_back(self) -> None:
        _ = self._screen.words.text
        pieces = pieces_text(self._session.bill.basket, self._screen.words)
        self._sounds.play(Sound.ATTENTION)
        self._view.announce(
            Attention(
                _("The bill from before the power cut is back: {pieces}.", pieces=pieces),
                _("Nothing of it was lost. Go on scanning."),
                icon="undo",
            )
        )

    def _say_printer(self, fault: Fault) -> None:
        self._sounds.play(Sound.ATTENTION)
        self._view.announce(printer_bar(fault, self._screen.words, self._screen.keys))

    def _say_approval(self, asked: NotAllowed) -> None:
        _ = self._screen.words.text
        told = tell(asked, self._screen.words.wording)
        self._sounds.play(Sound.ATTENTION)
        back = KeyHint(self._screen.keys.cap(Act.BACK), _("Leave it"))
        self._view.announce(Attention(told.happened, told.undone, hints=(back,), icon="lock"))

    def _hear_payment(self, error: ShopError) -> None:
        if is_at_risk(error):
            # The books are in doubt: that stands in the bar, whatever is opened or left.
            self.say_refusal(error)
            return
        self.refused = error
        self._sounds.play(Sound.REFUSED)

"""A sale on its way into the books: once, and once more when nobody knows.

The same draft goes in again when it is not known whether it was written (design.md
section 5); its id makes sure that it is one sale.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.members.show_member import show_member
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDone, SaleDraft
from pos_app.domain.tender import CASH, TenderGiven
from pos_app.errors import ShopError
from pos_app.faults import CommitUnknown
from ui.till.till_session import Given, Paid, State, TillSession


class HandIn(QObject):
    """Writes one sale at a time, on the worker."""

    written = Signal(object)
    """The `SaleDone`; the till stands at paid."""
    failed = Signal(object)
    """A `ShopError`: nothing was written, or the till is frozen because nobody knows."""

    def __init__(self, session: TillSession) -> None:
        super().__init__(session)
        self._session = session
        self._draft: SaleDraft | None = None
        self._given: tuple[Given, ...] = ()
        self._tried_again = False

    def begin(self, given: tuple[Given, ...], *, cash_checked: bool) -> None:
        """Hand the open bill in; the till saves until `written` or `failed` comes.

        Raises:
            ShopError: the bill cannot be quoted any more; nothing was handed in.
        """
        bill = self._session.bill
        bill.quote_now()
        if bill.quote is None:
            return
        self._draft = SaleDraft(
            basket=bill.basket,
            tenders=_kept(given, total=bill.total),
            quoted=bill.quote.digest,
            cash_checked=cash_checked,
        )
        self._given = given
        self._tried_again = False
        self._session.state = State.SAVING
        self._send(self._draft)

    def _send(self, draft: SaleDraft) -> None:
        # Behind every save of the open bill, because the worker works in turn.
        self._session.background.run(
            partial(_complete_and_look, self._session, draft),
            self._completed,
            otherwise=self._not_completed,
            broken=self._sell_on,
        )

    def _completed(self, written: tuple[SaleDone, str]) -> None:
        session = self._session
        done, check = written
        quote = session.bill.quote
        if quote is None:
            raise LookupError(done.sale.number)
        session.state = State.PAID
        session.paid = Paid(done=done, given=self._given, quote=quote, check=check)
        self.written.emit(done)

    def _sell_on(self) -> None:
        self._session.state = State.SELLING

    def _not_completed(self, error: ShopError) -> None:
        if isinstance(error, CommitUnknown):
            if self._draft is not None and not self._tried_again:
                self._tried_again = True
                self._send(self._draft)
                return
            self._session.state = State.FROZEN
        else:
            self._session.state = State.SELLING
        self.failed.emit(error)


def _kept(given: tuple[Given, ...], *, total: Fen) -> tuple[TenderGiven, ...]:
    """What is kept of each tender; cash comes last, because it gives change."""
    left = total
    tenders = []
    for each in sorted(given, key=lambda tender: tender.kind == CASH):
        kept = Fen(min(each.amount, left)) if each.kind == CASH else each.amount
        tenders.append(TenderGiven(each.kind, kept, each.amount))
        left = Fen(left - kept)
    return tuple(tenders)


def _complete_and_look(session: TillSession, draft: SaleDraft) -> tuple[SaleDone, str]:
    """Complete the sale, see how the member stands after it, and the sale's check."""
    done = complete_sale(session.shop, session.seat, draft)
    check = show_sale(session.shop, done.sale.number).journal_hash
    member = done.sale.member
    if member is None:
        return done, check
    return replace(done, standing=show_member(session.shop, member)), check

"""Paying the open bill, without a widget: tenders, rest, and one commit.

What may be given is decided by the actions; here is only what a cashier has typed. The
same draft goes in again when nobody knows whether it was written (design.md section 5).
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.members.show_member import show_member
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDone, SaleDraft, TenderLimit
from pos_app.domain.refusals.sale import CashAboveLimit, QuoteChanged, TenderTooSmall
from pos_app.domain.tender import CASH, MONEY_KINDS, REWARD_KINDS, TenderGiven
from pos_app.errors import ShopError
from pos_app.faults import CommitUnknown
from ui.till.likely_sums import likely_sums, remainders
from ui.till.till_session import Given, Paid, State, TillSession


class Payment(QObject):
    """What has been given for the bill, and what is being typed now."""

    changed = Signal()
    refused = Signal(object)
    """A `ShopError` about the tender being typed; nothing was written."""
    done = Signal(object)
    """The `SaleDone`; the change is due."""

    def __init__(self, session: TillSession) -> None:
        super().__init__(session)
        self.session = session
        self.kind = CASH
        self.typed: Fen | None = None
        self.given: tuple[Given, ...] = ()
        self._cash_checked: Fen | None = None
        self._draft: SaleDraft | None = None
        self._tried_again = False

    def start_anew(self) -> None:
        """Forget what was given; another bill is to be paid."""
        self.kind = CASH
        self.typed = None
        self.given = ()
        self._cash_checked = None

    # ---------------------------------------------------------------------- figures

    @property
    def total(self) -> Fen:
        """应收: what the bill costs."""
        return self.session.bill.total

    @property
    def left(self) -> Fen:
        """What is still to pay before the tender being typed; never below zero."""
        return Fen(max(0, self.total - sum(each.amount for each in self.given)))

    @property
    def now_given(self) -> Fen:
        """The tender being typed; any but cash pays what is left when nothing is typed."""
        if self.typed is not None:
            return self.typed
        return self.left if self.kind != CASH else Fen(0)

    @property
    def received(self) -> Fen:
        """实收: the tenders on the list and the one being typed."""
        return Fen(sum(each.amount for each in self.given) + self.now_given)

    @property
    def change(self) -> Fen:
        """找零 above zero, 还差 below."""
        return Fen(self.received - self.total)

    @property
    def roundings(self) -> tuple[Fen, ...]:
        """What 抹零 may let go of the cash to come: the fen, then the jiao too."""
        base = self.left + self.session.bill.basket.rounding
        return remainders(base, limit=self.session.shop.settings.rounding_limit)

    @property
    def quick_amounts(self) -> tuple[Fen, ...]:
        """Sums in which the rest is likely to be handed over."""
        return likely_sums(self.left)

    def limit_of(self, kind: str) -> TenderLimit | None:
        """The most a reward tender may pay; None without a member."""
        quote = self.session.bill.quote
        limits = quote.limits if quote else ()
        return next((each for each in limits if each.kind == kind), None)

    def given_of(self, kind: str) -> Fen:
        """What stands on the list for a kind."""
        return Fen(sum(each.amount for each in self.given if each.kind == kind))

    # ---------------------------------------------------------------------- tenders

    def type_amount(self, amount: Fen | None) -> None:
        """The cashier types how much of the chosen kind is given."""
        self.typed = amount
        self.changed.emit()

    def choose(self, kind: str) -> None:
        """Choose what comes next; what was typed for the kind before goes on the list."""
        if kind in REWARD_KINDS:
            self._choose_reward(kind)
            return
        if self.typed and self.kind != kind:
            self._put_on_list()
        self.kind = kind
        self.typed = None
        self.changed.emit()

    def _choose_reward(self, kind: str) -> None:
        """First press: as much as may be used. Second: type how much."""
        if self.given_of(kind):
            self.kind = kind
            self.typed = self.given_of(kind)
            self.changed.emit()
            return
        self.set_reward(kind, self._most_of(kind))

    def _most_of(self, kind: str) -> Fen:
        limit = self.limit_of(kind)
        if limit is None:
            return Fen(0)
        most = min(limit.most, self.left)
        return Fen(most - most % limit.unit)

    def set_reward(self, kind: str, amount: Fen) -> None:
        """Use so much of a member's points, balance or vouchers; zero takes it back."""
        others = tuple(each for each in self.given if each.kind != kind)
        given = (*others, Given(kind, amount)) if amount else others
        try:
            self.session.bill.requote(_rewards(given))
        except ShopError as error:
            self.refused.emit(error)
            return
        self.given = given
        self.changed.emit()

    def take_back(self, index: int) -> None:
        """Take a tender off the list."""
        tender = self.given[index]
        if tender.kind in REWARD_KINDS:
            self.set_reward(tender.kind, Fen(0))
            return
        self.given = self.given[:index] + self.given[index + 1 :]
        self.changed.emit()

    def round_down(self) -> None:
        """抹零: let the fen go, then the jiao too, then neither."""
        now = self.session.bill.basket.rounding
        following = next((each for each in self.roundings if each > now), Fen(0))
        try:
            self.session.bill.change_discount(rounding=following)
        except ShopError as error:
            self.refused.emit(error)
        self.changed.emit()

    def _put_on_list(self) -> None:
        if self.kind in MONEY_KINDS and self.now_given:
            same = self.given_of(self.kind)
            others = tuple(each for each in self.given if each.kind != self.kind)
            self.given = (*others, Given(self.kind, Fen(same + self.now_given)))
        self.typed = None

    # ---------------------------------------------------------------------- the end

    def enter(self) -> None:
        """Enter: use the reward typed, note a part, or complete the sale."""
        if self.session.state is not State.SELLING or not self.session.may_sell:
            return
        if self.kind in REWARD_KINDS:
            kind, self.kind = self.kind, CASH
            amount, self.typed = self.typed or Fen(0), None
            self.set_reward(kind, amount)
            return
        if self.kind == CASH and self.typed is None:
            # Enter alone: the customer has it exactly.
            self.typed = self.left
        if self.kind == CASH and not self._is_plausible():
            return
        missing = Fen(-self.change)
        self._put_on_list()
        if missing > 0:
            self.refused.emit(TenderTooSmall(due=self.total, given=self.received))
            self.changed.emit()
            return
        self._complete()

    def _is_plausible(self) -> bool:
        """Ask once about more cash than a customer is likely to have."""
        cash = Fen(self.given_of(CASH) + (self.typed or 0))
        limit = self.session.shop.settings.cash_limit
        if cash <= limit or self._cash_checked == cash:
            return True
        self._cash_checked = cash
        self.refused.emit(CashAboveLimit(given=cash, limit=limit))
        return False

    def draft(self) -> SaleDraft | None:
        """The sale as it would be handed in now; cash comes last, because it gives change."""
        self.session.bill.quote_now()
        quote = self.session.bill.quote
        if quote is None:
            return None
        left = self.total
        tenders = []
        for each in sorted(self.given, key=lambda tender: tender.kind == CASH):
            kept = Fen(min(each.amount, left)) if each.kind == CASH else each.amount
            tenders.append(TenderGiven(each.kind, kept, each.amount))
            left = Fen(left - kept)
        return SaleDraft(
            basket=self.session.bill.basket,
            tenders=tuple(tenders),
            quoted=quote.digest,
            cash_checked=self._cash_checked is not None,
        )

    def _complete(self) -> None:
        try:
            draft = self.draft()
        except ShopError as error:
            self.refused.emit(error)
            return
        if draft is None:
            return
        self.session.state = State.SAVING
        self._draft = draft
        self._tried_again = False
        self.changed.emit()
        self._hand_in(draft)

    def _hand_in(self, draft: SaleDraft) -> None:
        # Behind every save of the open bill, because the worker works in turn.
        self.session.background.run(
            partial(_complete_and_look, self.session, draft),
            self._completed,
            otherwise=self._not_completed,
            broken=self._sell_on,
        )

    def _completed(self, written: tuple[SaleDone, str]) -> None:
        session = self.session
        done, check = written
        quote = session.bill.quote
        if quote is None:
            raise LookupError(done.sale.number)
        session.state = State.PAID
        session.paid = Paid(done=done, given=self.given, quote=quote, check=check)
        self.start_anew()
        session.bill.start_anew()
        self.done.emit(done)
        session.ring_up_kept()

    def _sell_on(self) -> None:
        self.session.state = State.SELLING

    def _not_completed(self, error: ShopError) -> None:
        if isinstance(error, CommitUnknown):
            if self._draft is not None and not self._tried_again:
                self._tried_again = True
                self._hand_in(self._draft)
                return
            self.session.state = State.FROZEN
        else:
            self.session.state = State.SELLING
        if isinstance(error, QuoteChanged):
            self.session.bill.quote_again()
        self.refused.emit(error)
        self.session.changed.emit()
        self.changed.emit()
        self.session.ring_up_kept()


def _rewards(given: tuple[Given, ...]) -> tuple[TenderGiven, ...]:
    return tuple(
        TenderGiven(each.kind, each.amount, each.amount)
        for each in given
        if each.kind in REWARD_KINDS
    )


def _complete_and_look(session: TillSession, draft: SaleDraft) -> tuple[SaleDone, str]:
    """Complete the sale, see how the member stands after it, and the sale's check."""
    done = complete_sale(session.shop, session.seat, draft)
    check = show_sale(session.shop, done.sale.number).journal_hash
    member = done.sale.member
    if member is None:
        return done, check
    return replace(done, standing=show_member(session.shop, member)), check

"""Paying the open bill, without a widget: tenders, rest, and one commit.

What may be given is decided by the actions; here is only what a cashier has typed. How
the sale gets into the books is in `hand_in`.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDone, TenderLimit
from pos_app.domain.refusals.sale import (
    CashAboveLimit,
    QuoteChanged,
    TenderAboveDue,
    TenderTooSmall,
)
from pos_app.domain.tender import CASH, MONEY_KINDS, REWARD_KINDS, TenderGiven
from pos_app.errors import ShopError
from ui.till.hand_in import HandIn
from ui.till.likely_sums import likely_sums, remainders
from ui.till.till_session import Given, State, TillSession


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
        self._hand_in = HandIn(session)
        self._hand_in.written.connect(self._written)
        self._hand_in.failed.connect(self._failed)

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
        return Fen(max(0, self.total - sum_of(self._beside)))

    @property
    def _beside(self) -> tuple[Given, ...]:
        """The tenders that stay; a reward typed anew takes its own place."""
        anew = self.kind if self.kind in REWARD_KINDS else ""
        return tuple(each for each in self.given if each.kind != anew)

    @property
    def now_given(self) -> Fen:
        """The tender being typed; card and wallets pay what is left when nothing is typed."""
        if self.typed is not None:
            return self.typed
        return self.left if self.kind in MONEY_KINDS and self.kind != CASH else Fen(0)

    @property
    def received(self) -> Fen:
        """实收: the tenders on the list and the one being typed."""
        return Fen(sum_of(self._beside) + self.now_given)

    @property
    def change(self) -> Fen:
        """找零 above zero, 还差 below; only cash gives change."""
        return Fen(min(self.received - self.total, self._cash))

    @property
    def _cash(self) -> Fen:
        typed = self.now_given if self.kind == CASH else 0
        return Fen(self.given_of(CASH) + typed)

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
        return sum_of(each for each in self.given if each.kind == kind)

    # ---------------------------------------------------------------------- tenders

    def type_amount(self, amount: Fen | None) -> None:
        """The cashier types how much of the chosen kind is given."""
        self.typed = amount
        self.changed.emit()

    def choose(self, kind: str) -> None:
        """Choose what comes next; what was typed for the kind before goes on the list."""
        if self.kind != kind and not self._keep_typed():
            return
        if kind in REWARD_KINDS:
            self._choose_reward(kind)
            return
        self.kind = kind
        self.typed = None
        self.changed.emit()

    def _keep_typed(self) -> bool:
        """Put what is typed among the tenders; False when it is refused and stays typed."""
        if self.typed is None:
            return True
        if self.kind in REWARD_KINDS:
            if not self.set_reward(self.kind, self.typed):
                return False
        elif self._gives_too_much():
            return False
        else:
            self._put_on_list()
        self.kind, self.typed = CASH, None
        return True

    def _gives_too_much(self) -> bool:
        """Refuse more by card or wallet than is due: nobody gives change on it."""
        due = Fen(self.total - sum_of(each for each in self.given if each.kind != CASH))
        if self.kind == CASH or self.now_given <= due:
            return False
        self.refused.emit(TenderAboveDue(self.kind, due=due, given=self.now_given))
        return True

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

    def set_reward(self, kind: str, amount: Fen) -> bool:
        """Use so much of points, balance or vouchers, or none; False when it is refused."""
        others = tuple(each for each in self.given if each.kind != kind)
        given = (*others, Given(kind, amount)) if amount else others
        try:
            self.session.bill.requote(_rewards(given))
        except ShopError as error:
            self.refused.emit(error)
            return False
        self.given = given
        self.changed.emit()
        return True

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
        if self.now_given:
            same = self.given_of(self.kind)
            others = tuple(each for each in self.given if each.kind != self.kind)
            self.given = (*others, Given(self.kind, Fen(same + self.now_given)))
        self.typed = None

    def give_back(self) -> None:
        """Take every tender off: the cashier goes back to the bill."""
        self.start_anew()
        if self.session.bill.rewards:
            # What the bill earns is shown as if nothing were given.
            self.session.bill.rewards = ()
            self.session.bill.quote_again()
        self.changed.emit()

    # ---------------------------------------------------------------------- the end

    def enter(self) -> None:
        """Enter: use the reward typed, note a part, or complete the sale."""
        if self.session.state is not State.SELLING or not self.session.may_sell:
            return
        if self.kind in REWARD_KINDS:
            self.typed = self.typed or Fen(0)
            if self._keep_typed():
                self.changed.emit()
            return
        if self.kind == CASH and self.typed is None:
            # Enter alone: the customer has it exactly.
            self.typed = self.left
        if self._gives_too_much() or not self._is_plausible():
            return
        missing = Fen(-self.change)
        self._put_on_list()
        if missing > 0:
            # What comes next is cash, unless another key says so.
            self.kind = CASH
            self.refused.emit(TenderTooSmall(due=self.total, given=sum_of(self.given)))
            self.changed.emit()
            return
        self._complete()

    def _is_plausible(self) -> bool:
        """Ask once about more cash than a customer is likely to have."""
        cash = self._cash
        limit = self.session.shop.settings.cash_limit
        if cash <= limit or self._cash_checked == cash:
            return True
        self._cash_checked = cash
        self.refused.emit(CashAboveLimit(given=cash, limit=limit))
        return False

    def _complete(self) -> None:
        try:
            self._hand_in.begin(self.given, cash_checked=self._cash_checked is not None)
        except ShopError as error:
            self.refused.emit(error)
        self.changed.emit()

    def _written(self, done: SaleDone) -> None:
        self.start_anew()
        self.session.bill.start_anew()
        self.done.emit(done)
        self.session.ring_up_kept()

    def _failed(self, error: ShopError) -> None:
        if isinstance(error, QuoteChanged):
            self.session.bill.quote_again()
        self.refused.emit(error)
        self.session.changed.emit()
        self.changed.emit()
        self.session.ring_up_kept()


def sum_of(given: Iterable[Given]) -> Fen:
    """What some tenders come to."""
    return Fen(sum(each.amount for each in given))


def _rewards(given: tuple[Given, ...]) -> tuple[TenderGiven, ...]:
    return tuple(
        TenderGiven(each.kind, each.amount, each.amount)
        for each in given
        if each.kind in REWARD_KINDS
    )

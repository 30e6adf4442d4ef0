"""The open bill, without a widget: lines, quote, and that it is saved.

A change is shown first and saved on the worker after, in the order in which it was made
(design.md section 5). Scans, held bills and payment are in `till_session` and `payment`.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from typing_extensions import override

from pos_app.actions.selling.change_line import change_discount, change_line
from pos_app.actions.selling.check_tenders import check_rewards
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.save_basket import save_basket
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.money import Fen, Milli
from pos_app.domain.pricing import PricedBasket, price_basket
from pos_app.domain.quote import Quote
from pos_app.domain.seat import Seat
from pos_app.domain.tender import TenderGiven
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.background import Background


class Bill(QObject):
    """What is rung up now at one seat."""

    changed = Signal()
    """Lines, quote, chosen line or whether it is saved."""
    refused = Signal(object)
    """A `ShopError`: the bill is unchanged, or could not be saved."""
    deleted = Signal(object)
    """The `BasketLine` that left."""

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._background = background
        self.seat = Seat(0, "", "", shop.settings.store, shop.settings.till)
        self.basket = Basket(shop.ids.new())
        self.quote: Quote | None = None
        """What the bill earns and how it may be paid; may be a scan behind `priced`."""
        self.priced: PricedBasket | None = None
        """What each line and the whole cost; always that of `basket`."""
        self.line: int | None = None
        """Index of the chosen line."""
        self.rewards: tuple[TenderGiven, ...] = ()
        """Reward tenders agreed on so far; they lower what the sale earns."""
        self.is_saved = True
        self._last_saved: Basket | None = None
        """As handed to the worker last; only what changed since is written."""
        self._deleted: list[tuple[int, Basket]] = []
        self._asked = 0
        self._answered = 0
        self._is_behind = False
        """A scan is shown whose saving has not been handed to the worker yet."""
        self._before: Basket | None = None
        """The bill before the last scan, should that one not be sold."""

    @property
    def chosen(self) -> BasketLine | None:
        """The chosen line."""
        if self.line is None or not self.line < len(self.basket.lines):
            return None
        return self.basket.lines[self.line]

    @property
    def total(self) -> Fen:
        """What is to pay, reward tenders not yet taken off."""
        return self.priced.total if self.priced else Fen(0)

    def start_anew(self) -> None:
        """Begin an empty bill with an id of its own."""
        self.basket = Basket(self._shop.ids.new())
        self.quote = None
        self.priced = None
        self._is_behind = False
        self._asked += 1
        self.line = None
        self.rewards = ()
        self._deleted.clear()
        self.changed.emit()

    def take_up(self, basket: Basket) -> None:
        """Go on with a bill that is saved already."""
        self.rewards = ()
        self._deleted.clear()
        self._put(basket, line=len(basket.lines) - 1 if basket.lines else None)

    def ring(self, basket: Basket, *, line: int) -> None:
        """Show a line just scanned within a frame; what it earns follows from the worker.

        A scan must not wait for the member's tickets to be counted (design.md section 5).
        """
        self._before = self.basket
        self.basket, self.line = basket, line
        self.priced = price_basket(basket.lines, discount=basket.order_discount + basket.rounding)
        self._asked += 1
        self._is_behind = True
        self.changed.emit()
        # After the line is painted, for worker and screen share one interpreter: Qt asks
        # itself to paint at this priority, and a timer of no time would come before.
        painted = QEvent(QEvent.Type.User)
        QCoreApplication.postEvent(self, painted, Qt.EventPriority.LowEventPriority.value)

    def quote_now(self) -> None:
        """Have the quote of the bill as it is, at once; before it is paid.

        Raises:
            ShopError: the bill cannot be quoted.
        """
        self._catch_up()
        if self.quote is None or self._answered != self._asked:
            self._put(self.basket, line=self.line)

    def adopt(self, basket: Basket, *, line: int | None) -> bool:
        """Show the changed bill and save it; returns False when it cannot be quoted."""
        try:
            self._put(basket, line=line)
        except ShopError as error:
            self.refused.emit(error)
            return False
        self._save()
        return True

    def choose_line(self, index: int) -> None:
        """Make another line the chosen one; the ends are ends."""
        if self.basket.lines:
            self.line = max(0, min(index, len(self.basket.lines) - 1))
            self.changed.emit()

    def change_chosen(
        self,
        *,
        quantity: Milli | None = None,
        price: Fen | None = None,
        discount: Fen | None = None,
        seat: Seat | None = None,
    ) -> bool:
        """Change the chosen line; `seat` may bring a manager's approval.

        Raises:
            ShopError: what `change_line` refuses; whoever asked says it, and may ask a
                manager.
        """
        if self.line is None:
            return False
        basket = change_line(
            self._shop,
            seat or self.seat,
            self.basket,
            index=self.line,
            quantity=quantity,
            price=price,
            discount=discount,
        )
        return self.adopt(basket, line=self.line)

    def change_discount(
        self, *, discount: Fen | None = None, rounding: Fen | None = None, seat: Seat | None = None
    ) -> bool:
        """Change what comes off the whole bill or is let go (抹零), as a line is changed."""
        now = self.basket
        basket = change_discount(
            self._shop,
            seat or self.seat,
            now,
            discount=now.order_discount if discount is None else discount,
            rounding=now.rounding if rounding is None else rounding,
        )
        return self.adopt(basket, line=self.line)

    def delete_chosen(self) -> None:
        """Take the chosen line off; `undo` puts it back."""
        line = self.chosen
        if line is None or self.line is None:
            return
        index = self.line
        before, basket = self.basket, self.basket.without_line(index)
        if self.adopt(basket, line=min(index, len(basket.lines) - 1) if basket.lines else None):
            self._deleted.append((index, before))
            self.deleted.emit(line)

    @property
    def can_undo(self) -> bool:
        """Whether a deleted line can be put back."""
        return bool(self._deleted)

    def undo(self) -> bool:
        """Put the line deleted last back in its place."""
        if not self._deleted:
            return False
        index, before = self._deleted.pop()
        return self.adopt(self.basket.with_line_back(index, before=before), line=index)

    def name_member(self, member: int | None) -> bool:
        """Put a member's name on the bill, or take it off."""
        self.rewards = ()
        return self.adopt(replace(self.basket, member=member), line=self.line)

    def requote(self, rewards: tuple[TenderGiven, ...]) -> None:
        """Work out the bill with other reward tenders.

        Raises:
            ShopError: the tenders do not fit the bill; the earlier ones stay.
        """
        total = self.total
        check_rewards(self._shop, rewards, member=self.basket.member, total=total)
        before, self.rewards = self.rewards, rewards
        try:
            self._put(self.basket, line=self.line)
        except ShopError:
            self.rewards = before
            raise

    def quote_again(self) -> None:
        """Work the bill out again: prices or the member's balances may be others now."""
        if self.basket.is_empty:
            self.changed.emit()
            return
        try:
            self._put(self.basket, line=self.line)
        except ShopError as error:
            self.refused.emit(error)

    def save_failed(self, error: ShopError) -> None:
        """A change is shown but not on the disk."""
        self.is_saved = False
        # The file is behind: the next save writes the bill whole.
        self._last_saved = None
        self.refused.emit(error)
        self.changed.emit()

    @override
    def customEvent(self, event: QEvent) -> None:
        self._catch_up()

    def _catch_up(self) -> None:
        """Have what was scanned last saved, and worked out."""
        if not self._is_behind:
            return
        self._save()
        self._background.run(
            partial(self._quote_latest, self._asked, self.basket, rewards=self.rewards),
            self._quoted,
            otherwise=self._not_quoted,
        )

    def _save(self) -> None:
        self._is_behind = False
        self._background.run(
            partial(save_basket, self._shop, self.basket, before=self._last_saved),
            self._saved,
            otherwise=self.save_failed,
        )
        self._last_saved = self.basket

    def _put(self, basket: Basket, *, line: int | None) -> None:
        quote = quote_basket(self._shop, basket, tenders=self.rewards)
        self._asked += 1
        self.line = line
        self._take(quote)

    def _take(self, quote: Quote) -> None:
        self.quote, self.priced = quote, quote.priced
        # With the prices of now, should one have changed since the scan.
        self.basket = quote.basket
        self._answered = self._asked
        self.changed.emit()

    def _quote_latest(
        self, asked: int, basket: Basket, *, rewards: tuple[TenderGiven, ...]
    ) -> tuple[int, Quote] | None:
        """On the worker; a bill that was scanned on meanwhile is not worth the work."""
        if asked != self._asked:
            return None
        return asked, quote_basket(self._shop, basket, tenders=rewards)

    def _quoted(self, answer: tuple[int, Quote] | None) -> None:
        if answer is not None and answer[0] == self._asked:
            self._take(answer[1])

    def _not_quoted(self, error: ShopError) -> None:
        """The scan cannot be sold, a sum beyond all limits perhaps: it is taken back."""
        before = self._before
        if before is not None and self._answered != self._asked:
            self.adopt(before, line=len(before.lines) - 1 if before.lines else None)
        self.refused.emit(error)

    def _saved(self, _: object) -> None:
        if not self.is_saved:
            self.is_saved = True
            self.changed.emit()

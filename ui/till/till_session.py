"""One cashier's work at the till, without a widget: scans and bills.

Screens show what stands here and call its methods; the methods call actions. The open
bill itself is in `bill`, how it is paid in `payment`.
"""

from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.selling.discard_basket import discard_basket
from pos_app.actions.selling.hold_sale import hold_sale
from pos_app.actions.selling.open_baskets import HeldBasket, open_baskets
from pos_app.actions.selling.recall_sale import recall_sale
from pos_app.actions.selling.ring_up import RungUp, ring_up, ring_up_product
from pos_app.actions.shifts.shift_since import shift_since
from pos_app.domain.codes.scan import MemberScan, QuantityTyped
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.money import Fen, Milli
from pos_app.domain.quote import Quote, SaleDone
from pos_app.domain.seat import Seat
from pos_app.domain.standing import Standing
from pos_app.errors import Fault, ShopError
from pos_app.shop import Shop
from ui.background import Background
from ui.till.bill import Bill
from ui.till.bill_units import BillUnits
from ui.till.due_watch import DueWatch


class State(Enum):
    """What the till is in the middle of."""

    SELLING = "selling"
    SAVING = "saving"
    """A sale is on its way into the books; scans are kept."""
    PAID = "paid"
    """The change stands on the screen until the next scan."""
    FROZEN = "frozen"
    """Nobody knows whether the last commit was written: nothing more is sold."""


@dataclass(frozen=True, slots=True)
class Given:
    """One tender as the cashier noted it: what the customer hands over of one kind."""

    kind: str
    amount: Fen


@dataclass(frozen=True, slots=True)
class Paid:
    """The sale just completed, as it is shown until the next bill."""

    done: SaleDone
    given: tuple[Given, ...]
    quote: Quote
    check: str
    """The first eight characters of the sale's hash, as on the receipt."""


class TillSession(QObject):
    """The seat, its open bill, the held ones, and the sale just done."""

    changed = Signal()
    """Bill, held bills, seat or state are not what they were."""
    rung_up = Signal(object)
    """A `RungUp` that put a line on the bill."""
    not_a_product = Signal(object)
    """A `RungUp` whose scan is a receipt, a payment code, words or a quantity."""
    needs_weight = Signal(object)
    """A `Product` sold by weight that was scanned or chosen without one."""
    member_named = Signal()
    balances_moved = Signal()
    """What fell due was settled: the member on the bill may stand otherwise."""
    refused = Signal(object)
    """A `ShopError`: the bill is unchanged."""
    given_back = Signal()
    """The bill left open when the till was closed, or lost power, is back."""

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        self.background = background
        self.bill = Bill(shop, background, self)
        self.units = BillUnits(shop)
        """In what the weighed lines of a bill are weighed."""
        self.due = DueWatch(shop, background, self)
        self.due.settled.connect(self._settled)
        self.held: tuple[HeldBasket, ...] = ()
        self.state = State.SELLING
        self.paid: Paid | None = None
        """The sale just completed, while its change is shown."""
        self.doubt: Fault | None = None
        """What puts the books at risk; from then on nothing more is sold."""
        self._kept: list[str] = []
        self._shift_since: Instant | None = None
        self.bill.changed.connect(self.changed)
        self.bill.refused.connect(self.refused)

    @property
    def seat(self) -> Seat:
        """Who sits here, and in which shift."""
        return self.bill.seat

    def sit_down(self, seat: Seat) -> None:
        """Somebody signed in, or a shift was opened or closed."""
        self.bill.seat = seat
        self._shift_since = shift_since(self.shop, seat) if seat.shift else None
        self.changed.emit()

    @property
    def days_open(self) -> int:
        """Whole days for which the shift has been open; 0 for one of today, or none."""
        since = self._shift_since
        return max(0, self.shop.clock.now() - since) // DAY_MS if since is not None else 0

    def open(self) -> None:
        """Take up what was open before: the bill of a power cut and the held ones."""
        current, self.held = open_baskets(self.shop)
        if current is not None and not current.is_empty:
            self.bill.take_up(current)
            self.given_back.emit()
        self.changed.emit()

    @property
    def may_sell(self) -> bool:
        """Whether the bill may be changed and paid now."""
        return self.doubt is None and self.state in {State.SELLING, State.PAID}

    # ---------------------------------------------------------------------- scans

    def take_scan(self, text: str) -> None:
        """Ring up what was scanned or typed; while a sale is saved it is kept for after."""
        if self.state is State.SAVING:
            self._kept.append(text)
            self.changed.emit()
        elif not self.may_sell:
            self.changed.emit()
        else:
            self.begin_bill()
            try:
                self._take(ring_up(self.shop, self.bill.basket, text))
            except ShopError as error:
                self.refused.emit(error)

    def take_product(self, number: int, *, quantity: Milli | None = None) -> None:
        """Ring up a product chosen from a list."""
        if not self.may_sell:
            return
        self.begin_bill()
        try:
            self._take(ring_up_product(self.shop, self.bill.basket, number, quantity=quantity))
        except ShopError as error:
            self.refused.emit(error)

    def change_quantity(self, quantity: Milli) -> None:
        """Set the quantity of the chosen line."""
        try:
            self.bill.change_chosen(quantity=quantity)
        except ShopError as error:
            self.refused.emit(error)

    def ring_up_kept(self) -> None:
        """Ring up the scans that came while a sale was saved."""
        kept, self._kept = self._kept, []
        for text in kept:
            self.take_scan(text)

    @property
    def kept(self) -> int:
        """How many scans wait."""
        return len(self._kept)

    def _take(self, rung: RungUp) -> None:
        match rung.scan:
            case MemberScan(digits):
                self.name_member(read_member_code(self.shop, digits))
            case QuantityTyped(quantity, of_line=True):
                # Of the line that is chosen, which need not be the last.
                self.change_quantity(quantity)
            case _ if rung.unweighed is not None:
                self.needs_weight.emit(rung.unweighed)
            case _ if rung.line is None:
                self.not_a_product.emit(rung)
            case _:
                self.bill.ring(rung.basket, line=rung.line)
                self.rung_up.emit(rung)

    # ---------------------------------------------------------------------- member

    def name_member(self, member: int | None) -> None:
        """Put a member's name on the bill, or take it off."""
        self.begin_bill()
        if self.bill.name_member(member):
            self.member_named.emit()
            self._settle_for_member()

    def _settle_for_member(self) -> None:
        """Do what fell due meanwhile, on the worker; the balances shown follow it.

        Nobody waits: what is shown at once is how the member stood, and a scan goes on.
        """
        if self.bill.basket.member is not None:
            self.due.look()

    def _settled(self, events: int) -> None:
        if events and self.state is State.SELLING and self.bill.basket.member is not None:
            self.bill.quote_again()
            self.balances_moved.emit()

    @property
    def standing(self) -> Standing | None:
        """How the member of the bill, or of the sale just done, stands."""
        if self.paid is not None:
            return self.paid.done.standing
        return self.bill.quote.standing if self.bill.quote else None

    @property
    def quote(self) -> Quote | None:
        """What the bill, or the sale just done, earns; None while nothing is rung up."""
        if self.paid is not None:
            return self.paid.quote
        return self.bill.quote if self.bill.basket.lines else None

    # ---------------------------------------------------------------------- whole bills

    def begin_bill(self) -> None:
        """Leave the change of the last sale behind."""
        if self.state is State.PAID:
            self.state = State.SELLING
            self.paid = None
            self.changed.emit()

    def hold(self, *, name: str = "") -> None:
        """Put the bill aside and begin a new one."""
        if self.bill.basket.is_empty:
            return
        held = self.bill.basket
        self.bill.start_anew()
        work = partial(hold_sale, self.shop, held, name=name)
        self.background.run(work, self.look_at_held, otherwise=self.bill.save_failed)

    def recall(self, basket: int) -> None:
        """Take a held bill back; the one on the screen is held first, never lost.

        It is shown at once and taken from the held ones after, in turn: what is scanned
        meanwhile belongs to it.
        """
        kept = next((each.basket for each in self.held if each.basket.id == basket), None)
        if kept is None:
            return
        self.begin_bill()
        self.hold()
        try:
            self.bill.take_up(kept)
        except ShopError as error:
            self.refused.emit(error)
            return
        self.held = tuple(each for each in self.held if each.basket is not kept)
        work = partial(recall_sale, self.shop, basket)
        self.background.run(work, self.look_at_held, otherwise=self.bill.save_failed)
        self._settle_for_member()

    def discard(self) -> None:
        """Throw the bill away; the screen has asked."""
        if self.bill.basket.is_empty:
            return
        thrown = self.bill.basket
        self.bill.start_anew()
        work = partial(discard_basket, self.shop, self.seat, thrown)
        self.background.run(work, otherwise=self.bill.save_failed)

    def look_at_held(self, _: object = None) -> None:
        """Read again which bills are held."""
        self.held = open_baskets(self.shop)[1]
        self.changed.emit()

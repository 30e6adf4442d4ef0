"""What keys and scans do to the open bill: ring up, change, hold, pay."""

from functools import partial

from PySide6.QtCore import QObject

from pos_app.actions.premises.keep_room import refuse_without_room
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.selling.ring_up import RungUp
from pos_app.domain.basket import BasketLine
from pos_app.domain.catalogue import Product
from pos_app.domain.codes.scan import PaymentScan, QuantityTyped, ReceiptScan, Typed, read_scan
from pos_app.domain.figures import quantity_typed
from pos_app.domain.money import ONE, Fen, Milli
from pos_app.domain.refusals.sale import LineChanged, UnknownCode
from pos_app.domain.seat import Seat
from pos_app.errors import Refusal, ShopError
from pos_app.sentences.told import tell
from ui.till.bar_messages import discard_bar, held_bar, payment_code_bar
from ui.till.desks.after_sales import AfterSales
from ui.till.errands import Errands
from ui.till.panels.add_product_panel import AddProductPanel
from ui.till.panels.amount_panel import PricePanel
from ui.till.panels.discount_panel import DiscountPanel
from ui.till.panels.held_panel import HeldPanel
from ui.till.panels.payment_panel import PaymentPanel
from ui.till.panels.search_panel import SearchPanel
from ui.till.panels.till_panel import Place
from ui.till.panels.weight_panel import WeightPanel
from ui.till.payment import Payment
from ui.till.till_news import TillNews
from ui.till.till_screen import TillScreen
from ui.till.till_session import State, TillSession
from ui.till.till_view import TillView
from ui.till_keys import Act


class BillDesk(QObject):
    """Deeds on the bill; each is one key, or a scan."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        view: TillView,
        news: TillNews,
        payment: Payment,
        errands: Errands,
        after_sales: AfterSales,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._view = view
        self._news = news
        self._payment = payment
        self._errands = errands
        self._after_sales = after_sales
        self._add: AddProductPanel | None = None
        self.asks_to_discard = False
        screen.scan.scanned.connect(self.take_scan)
        screen.scan.typed.connect(self._take_typed)
        screen.table.line_chosen.connect(self._choose_line)
        session.not_a_product.connect(self._take_other)
        session.needs_weight.connect(self._ask_weight)

    # ---------------------------------------------------------------------- scans

    def take_scan(self, text: str) -> None:
        """A scan from anywhere, or a text ended by Enter: panel first, then the bill."""
        self.drop_question()
        panel = self._screen.panel
        if panel is not None and self._session.state in {State.SELLING, State.PAID}:
            try:
                label = self._session.shop.settings.scale_label
                on_pay_screen = panel.PLACE is Place.PAYMENT
                scan = read_scan(text, on_pay_screen=on_pay_screen, label=label)
            except Refusal as error:
                self._news.say_refusal(error)
                return
            if panel.take_scan(scan):
                return
        self._session.take_scan(text)

    def _take_typed(self, text: str) -> None:
        """A person has stopped typing: letters open the search, a lone P prints again."""
        is_key = text.upper() == self._screen.keys.cap(Act.REPRINT)
        if is_key and (self._session.state is State.PAID or self._view.is_about_printer):
            self._screen.scan.clear()
            self._screen.acted.emit(Act.REPRINT)
        elif any(letter.isalpha() for letter in text) and self._screen.panel is None:
            self._screen.scan.clear()
            self.find(text)

    def _take_other(self, rung: RungUp) -> None:
        match rung.scan:
            case ReceiptScan(sale, check):
                self._after_sales.open_sale(sale, check)
            case PaymentScan():
                self._ask_to_pay()
            case QuantityTyped():
                # For what is scanned next: it stays where it was typed.
                self._screen.scan.set_text(f"{quantity_typed(rung.scan.quantity)}*")
            case Typed(text):
                self.find(text)

    def _ask_to_pay(self) -> None:
        self._view.announce(partial(payment_code_bar, self._screen.words, self._screen.keys))

    # ---------------------------------------------------------------------- lines

    def find(self, text: str = "") -> None:
        """Open the product search."""
        panel = SearchPanel(self._screen.words, self._session.shop, text=text)
        panel.taken.connect(self._take_product)
        self._screen.open_panel(panel)

    def _take_product(self, number: int) -> None:
        self._screen.close_panel()
        self._session.take_product(number)

    def _ask_weight(self, product: Product) -> None:
        panel = WeightPanel(self._screen.words, product)
        panel.weighed.connect(self._take_weighed)
        self._screen.open_panel(panel)

    def _take_weighed(self, number: int, quantity: Milli) -> None:
        self._screen.close_panel()
        self._session.take_product(number, quantity=quantity)

    def _choose_line(self, index: int) -> None:
        self.asks_to_discard = False
        self._session.bill.choose_line(index)
        self._view.say_line()

    def count(self) -> None:
        """Begin to type a quantity for the chosen line."""
        self._screen.scan.set_text("*")
        self._screen.scan.edit.setFocus()

    def change_by(self, pieces: int) -> None:
        """One more or one less of the chosen line; the last one is deleted by Delete.

        What is weighed has no next piece: its weight is typed.
        """
        line, bill = self._session.bill.chosen, self._session.bill
        if line is not None and line.product in self._session.units.of(bill.basket):
            self.count()
        elif line is not None and line.quantity + pieces * ONE > 0:
            self._session.change_quantity(Milli(line.quantity + pieces * ONE))
            self._view.say_line()

    def delete(self) -> None:
        """Delete the chosen line, or the bill when that was asked."""
        if self.asks_to_discard:
            self.asks_to_discard = False
            self._session.discard()
            self._view.say_idle()
        else:
            self._session.bill.delete_chosen()

    def undo(self) -> None:
        """Put the line deleted last back."""
        if self._session.bill.undo():
            self._view.say_line()

    def void(self) -> None:
        """Show what voiding the bill just paid would undo.

        Of several sales the last comes first: what it paid may rest on those before.
        """
        paid = self._session.paid
        if paid is not None:
            *then, last = (sale.number for sale in paid.done.sales)
            self._after_sales.open_void(last, then=tuple(then))

    def discount(self) -> None:
        """Ask how much comes off the chosen line, or off the whole bill."""
        line, screen = self._session.bill.chosen, self._screen
        if line is not None:
            basket = self._session.bill.basket
            panel = DiscountPanel(screen.words, line, basket, keys=screen.keys)
            panel.entered.connect(partial(self._take_discount, panel))
            screen.open_panel(panel)

    def _take_discount(self, panel: DiscountPanel, fen: int) -> None:
        self._screen.close_panel()
        if panel.is_of_bill:
            self._errands.run_here(partial(self._change_bill, discount=Fen(fen)))
        else:
            self._errands.run_here(partial(self._change_line, panel.line, discount=Fen(fen)))

    def price(self) -> None:
        """Ask for another price of the chosen line."""
        line = self._session.bill.chosen
        if line is not None:
            panel = PricePanel(self._screen.words, line)
            panel.entered.connect(partial(self._take_price, line))
            self._screen.open_panel(panel)

    def _take_price(self, line: BasketLine, fen: int) -> None:
        self._screen.close_panel()
        self._errands.run_here(partial(self._change_line, line, price=Fen(fen)))

    def _change_line(
        self,
        line: BasketLine,
        seat: Seat,
        *,
        price: Fen | None = None,
        discount: Fen | None = None,
    ) -> None:
        """Change the line that was asked about, wherever a scan has moved it meanwhile.

        Raises:
            LineChanged: it is not on the bill as it was; nobody has agreed to this one.
        """
        bill = self._session.bill
        if line not in bill.basket.lines:
            raise LineChanged(line.name)
        bill.choose_line(bill.basket.lines.index(line))
        if bill.change_chosen(price=price, discount=discount, seat=seat):
            self._view.say_line()

    # ---------------------------------------------------------------------- whole bills

    def _change_bill(self, seat: Seat, *, discount: Fen) -> None:
        if self._session.bill.change_discount(discount=discount, seat=seat):
            self._view.say_line()

    def hold(self) -> None:
        """Put the bill aside."""
        self.asks_to_discard = False
        held = self._session.bill.basket
        self._session.hold()
        self._view.announce(partial(held_bar, held, self._screen.words, self._screen.keys))

    def recall(self) -> None:
        """Show the bills put aside."""
        panel = HeldPanel(self._screen.words, self._session.held)
        panel.taken.connect(self._take_held)
        self._screen.open_panel(panel)

    def _take_held(self, basket: int) -> None:
        self._screen.close_panel()
        # What the bar says of a bill put aside is no longer so.
        self._view.say_idle()
        self._session.recall(basket)

    def step_back(self) -> None:
        """Ask before goods are thrown away; a member alone just leaves the bill."""
        basket = self._session.bill.basket
        if not basket.lines:
            self._session.name_member(None)
            return
        self.asks_to_discard = True
        self._view.announce(partial(discard_bar, basket, self._screen.words, self._screen.keys))

    def drop_question(self) -> None:
        """Leave the bill as it is; the question goes from the bar with its keys."""
        if self.asks_to_discard:
            self.asks_to_discard = False
            self._view.say_idle()

    def pay(self) -> None:
        """Open the payment panel; with no room left on the disk say so before any money."""
        try:
            refuse_without_room(self._session.shop)
        except ShopError as error:
            self._news.say_refusal(error)
            return
        self._payment.give_back()
        self._screen.open_panel(PaymentPanel(self._screen.words, self._payment))

    # ---------------------------------------------------------------------- new products

    def add(self) -> None:
        """Make the unknown code a product."""
        error = self._news.refused
        if isinstance(error, UnknownCode):
            self._add = AddProductPanel(self._screen.words, error.code)
            self._add.entered.connect(self._save_product)
            self._screen.open_panel(self._add)

    def _save_product(self, ask: ProductAsk) -> None:
        work = partial(save_product, self._session.shop, ask=ask)
        self._errands.run(work, self._ring_up_new, otherwise=self._refuse_product)

    def _ring_up_new(self, number: int) -> None:
        self._add = None
        self._screen.close_all()
        self._session.take_product(number)

    def _refuse_product(self, error: ShopError) -> None:
        if self._add is not None and self._screen.shows(self._add):
            self._add.refuse(tell(error, self._screen.words.wording).happened)
        else:
            self._news.say_refusal(error)

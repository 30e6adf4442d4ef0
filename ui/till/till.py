"""The till put together: session, screen, desks, and what keys mean."""

from PySide6.QtCore import QObject, Signal

from pos_app.domain.approval import Approval
from pos_app.domain.quote import SaleDone
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.domain.seat import Seat
from pos_app.errors import Fault, NotAllowed, ShopError
from pos_app.shop import Shop
from ui.background import Background
from ui.sounds import Sounds
from ui.till.bar_messages import is_at_risk
from ui.till.desks.after_sales import AfterSales
from ui.till.desks.bill_desk import BillDesk
from ui.till.desks.desk import Counter
from ui.till.desks.drawer_desk import DrawerDesk
from ui.till.desks.member_desk import MemberDesk
from ui.till.desks.pin_desk import PinDesk
from ui.till.desks.shift_desk import ShiftDesk
from ui.till.errands import Errands
from ui.till.key_sheet import KeySheet
from ui.till.panels.approval_panel import ApprovalPanel
from ui.till.payment import Payment
from ui.till.printing import Printing
from ui.till.quick_products import QuickProducts
from ui.till.till_news import TillNews
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView
from ui.till_keys import Act, KeyTable, Moment
from ui.wording import LiveWording

_OF_THE_WINDOW = frozenset({Act.LOCK, Act.LANGUAGE, Act.LIGHT, Act.OFFICE, Act.CLOSE})


_ANSWERS = frozenset({Act.BACK, Act.DELETE, Act.HOLD})
"""The keys that the question whether to throw the bill away names."""


class Till(QObject):
    """What stands in front of a cashier, from signing in to closing the shift."""

    wished = Signal(object)
    """An `Act` that is the window's to do: lock, language, light, office, close."""
    left = Signal()
    """The shift is closed; whoever comes next signs in."""

    def __init__(
        self,
        shop: Shop,
        background: Background,
        *,
        words: LiveWording,
        keys: KeyTable | None = None,
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__()
        self.session = TillSession(shop, background, self)
        self.screen = TillScreen(words, keys or KeyTable())
        self.payment = Payment(self.session)
        self.printing = Printing(shop, background, self)
        self.errands = Errands(self.session)
        self.view = TillView(
            self.screen, self.session, payment=self.payment, printing=self.printing
        )
        self.news = TillNews(
            self.screen, self.session, view=self.view, sounds=sounds or Sounds(parent=self)
        )
        self.news.listen(self.payment, self.printing, errands=self.errands)
        self._quick = QuickProducts(words, shop)
        self._quick.taken.connect(self.session.take_product)
        self.screen.put_quick(self._quick)
        self._make_desks()
        self._approval: ApprovalPanel | None = None
        self._connect()
        self.view.refresh()

    def _make_desks(self) -> None:
        counter = Counter(self.screen, self.session, self.view, self.errands, self.printing)
        self._after_sales, self._members = AfterSales(counter), MemberDesk(counter)
        self._shifts, self._drawer = ShiftDesk(counter), DrawerDesk(counter)
        self._pins = PinDesk(counter)
        self._bill = BillDesk(
            self.screen,
            self.session,
            view=self.view,
            news=self.news,
            payment=self.payment,
            errands=self.errands,
            after_sales=self._after_sales,
        )

    def _connect(self) -> None:
        self.screen.acted.connect(self.act)
        self.screen.status.pressed.connect(self._press_mark)
        self.payment.done.connect(self._paid)
        self.errands.needs_approval.connect(self._ask_manager)
        self.errands.settled.connect(self._close_approval)
        self._shifts.over.connect(self._leave)
        for heard in (
            self.session.refused,
            self.payment.refused,
            self.errands.refused,
            self.printing.failed,
        ):
            heard.connect(self._hear)

    # ---------------------------------------------------------------------- seats

    def open(self, seat: Seat) -> None:
        """Somebody has signed in: take up the bill, and ask for a float if need be."""
        self.session.sit_down(seat)
        self._bill.drop_question()
        if self.session.bill.basket.is_empty:
            self.session.open()
        self._quick.look()
        self.view.status.look()
        self.screen.take_focus()
        if self.session.doubt is not None:
            return
        if not seat.shift:
            self._shifts.ask_float()
        owed = self.printing.look()
        if not self.session.bill.basket.is_empty:
            return
        if owed:
            self.news.say_owed(owed)
        elif self.session.days_open:
            self.news.say_long_shift()

    def stop_selling(self, fault: Fault) -> None:
        """The books are at risk: nothing more is sold until the till is started anew."""
        if self.session.doubt is None:
            self.session.doubt = fault
            self.screen.close_all()
            self.view.status.look()
            self.news.say_doubt(fault)
            self.view.refresh()

    def _hear(self, error: ShopError) -> None:
        if isinstance(error, Fault) and is_at_risk(error):
            self.stop_selling(error)
        elif isinstance(error, ClockJumped):
            self.session.due.look_again()

    def _leave(self) -> None:
        self.screen.close_all()
        self.left.emit()

    def take_scan(self, text: str) -> None:
        """A scan that the filter found, wherever the focus was."""
        self.screen.scan.take_scan(text)

    # ---------------------------------------------------------------------- acts

    def act(self, act: Act) -> None:
        """Do what a key stands for, if it works now."""
        if not self.view.works(act):
            if self.view.wants_a_right(act):
                self.news.say_refusal(NotAllowed("office"))
            return
        if act in _OF_THE_WINDOW:
            self.wished.emit(act)
            return
        if act not in _ANSWERS:
            self._bill.drop_question()
        deeds = {
            Act.FIND: self._bill.find,
            Act.QUANTITY: self._bill.count,
            Act.DELETE: self._bill.delete,
            Act.UNDO: self._bill.undo,
            Act.VOID: self._bill.void,
            Act.HOLD: self._bill.hold,
            Act.RECALL: self._bill.recall,
            Act.DISCOUNT: self._bill.discount,
            Act.PRICE: self._bill.price,
            Act.PIN: self._pins.ask_pin,
            Act.RETURN: self._after_sales.find,
            Act.MEMBER: self._members.find,
            Act.RULES: self._members.show_rules,
            Act.DRAWER: self._drawer.ask_reason,
            Act.SHIFT: self._shifts.ask_count,
            Act.PAY: self._bill.pay,
            Act.ADD: self._bill.add,
            Act.REPRINT: self._print_again,
            Act.KEYS: self._show_keys,
            Act.BACK: self._step_back,
        }
        if act in {Act.MORE, Act.LESS}:
            self._bill.change_by(1 if act is Act.MORE else -1)
        elif act in {Act.CASH_IN, Act.CASH_OUT}:
            self._drawer.ask_move(act)
        else:
            deeds[act]()

    def _step_back(self) -> None:
        """Esc: one step; a bill with lines is never thrown away unasked."""
        if self.screen.panel is not None:
            # Tab may have led out of the panel that is still open.
            self.screen.panel.go_back()
        elif self.screen.scan.text:
            self.screen.scan.clear()
        elif self._bill.asks_to_discard:
            self._bill.drop_question()
        elif self.view.forget_refusal():
            self.news.refused = None
        elif self.view.moment is Moment.BILL:
            self._bill.step_back()

    def _print_again(self) -> None:
        paid = self.session.paid
        if self.printing.is_behind:
            self.printing.print_waiting()
            self.view.forget_refusal()
        elif paid is not None:
            self.printing.print_copy(self.session.seat, paid.done.sale.number)

    def _show_keys(self) -> None:
        if isinstance(self.screen.panel, KeySheet):
            self.screen.close_panel()
            return
        working = [line for line in self.screen.keys.lines if self.view.works(line.act)]
        self.screen.open_panel(KeySheet(self.screen.words, working, over=self.screen.panel))

    def _press_mark(self, name: str) -> None:
        if name == "held":
            self.act(Act.RECALL)
        elif name == "person":
            self.act(Act.PIN)
        elif name == "printer":
            self._print_again()

    # ---------------------------------------------------------------------- payment, approval

    def _paid(self, done: SaleDone) -> None:
        self.screen.close_all()
        self.view.say_idle()
        for job in done.receipt_jobs:
            self.printing.print_job(job)
        self.view.refresh()

    def _ask_manager(self, asked: NotAllowed) -> None:
        self._close_approval()
        self._approval = ApprovalPanel(
            self.screen.words,
            self.session.shop,
            background=self.session.background,
            asked=asked,
        )
        self._approval.approved.connect(self._approve)
        self._approval.left.connect(self.errands.drop)
        self.screen.open_panel(self._approval)

    def _approve(self, approval: Approval) -> None:
        self.errands.approve(approval)

    def _close_approval(self) -> None:
        panel, self._approval = self._approval, None
        if panel is not None:
            self.screen.close_panel(panel)
            self.view.forget_refusal()

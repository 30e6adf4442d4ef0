"""Members at the till: found, registered, leaving the queue, paid out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from pos_app.actions.leave_queue import leave_queue
from pos_app.actions.pay_out import cash_paid, pay_out
from pos_app.actions.read_member_code import read_member_code
from pos_app.actions.register_member import register_member
from pos_app.actions.show_member import show_member
from pos_app.actions.show_rules import show_rules
from pos_app.domain.money import Fen
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT
from pos_app.domain.tender import REWARD, REWARD_ACCOUNT
from pos_app.errors import ShopError
from pos_app.sentences import tell
from pos_app.shop import Shop
from ui.message_bar import BarMessage
from ui.till.done_messages import left_queue_bar, paid_out_bar
from ui.till.errands import Errands
from ui.till.holdings_desk import HoldingsDesk
from ui.till.member_desk_panel import LeaveQueuePanel, PayOutPanel
from ui.till.member_panel import MemberPanel, RegisterPanel, Wish
from ui.till.printing import Printing
from ui.till.till_screen import TillScreen
from ui.till.till_session import TillSession
from ui.till.till_view import TillView


class MemberDesk(QObject):
    """Which panel follows which, and what each hands over."""

    def __init__(
        self,
        screen: TillScreen,
        session: TillSession,
        *,
        view: TillView,
        errands: Errands,
        printing: Printing,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        self._view = view
        self._errands = errands
        self._printing = printing
        self._find: MemberPanel | None = None
        self._register: RegisterPanel | None = None
        self._pay_out: PayOutPanel | None = None
        self._holdings = HoldingsDesk(screen, session, errands=errands, parent=self)
        self._holdings.wished.connect(self._take_wish)
        self._holdings.done.connect(self._finish)

    def find(self) -> None:
        """Ask who the member is, or what to do with the one on the bill."""
        self._find = MemberPanel(
            self._screen.words,
            self._session.shop,
            has_member=self._session.bill.basket.member is not None,
            pays_out=show_rules(self._session.shop).withdraw_mode == COUNTER_PAYOUT,
        )
        self._find.chosen.connect(self._name)
        self._find.wished.connect(self._take_wish)
        self._screen.open_panel(self._find)

    def _name(self, member: int) -> None:
        self._screen.close_all()
        self._session.name_member(member)

    def _take_wish(self, wish: Wish) -> None:
        standing = self._session.standing
        if wish is Wish.WITHOUT:
            self._screen.close_all()
            self._session.name_member(None)
        elif wish is Wish.REGISTER:
            self._open_register()
        elif standing is not None and wish is Wish.SHOW:
            self._holdings.show(standing)
        elif standing is not None and wish is Wish.LEAVE_QUEUE:
            panel = LeaveQueuePanel(self._screen.words, self._session, standing=standing)
            panel.entered.connect(self._leave)
            self._screen.open_panel(panel)
        elif standing is not None:
            self._pay_out = PayOutPanel(self._screen.words, standing)
            self._pay_out.entered.connect(self._pay)
            self._screen.open_panel(self._pay_out)

    def _open_register(self) -> None:
        typed = self._find.text if self._find is not None else ""
        self._register = RegisterPanel(self._screen.words, phone=typed)
        self._register.entered.connect(self._enter_new)
        self._register.sponsor_scanned.connect(self._take_sponsor)
        self._screen.open_panel(self._register)

    def _take_sponsor(self, digits: str) -> None:
        if self._register is None:
            return
        try:
            member = read_member_code(self._session.shop, digits)
            name = show_member(self._session.shop, member).name
        except ShopError as error:
            self._register.refuse(tell(error, self._screen.words.wording).happened)
        else:
            self._register.show_sponsor(member, name)

    def _enter_new(self) -> None:
        form = self._register
        if form is not None:
            work = partial(
                _registered,
                self._session.shop,
                name=form.name,
                phone=form.phone,
                sponsor=form.sponsor,
            )
            self._errands.run(work, self._registered, otherwise=self._refuse_register)

    def _registered(self, member: int) -> None:
        self._register = None
        self._name(member)

    def _refuse_register(self, error: ShopError) -> None:
        if self._register is not None and self._screen.shows(self._register):
            self._register.refuse(tell(error, self._screen.words.wording).happened)
        else:
            self._errands.refused.emit(error)

    def _leave(self, sale: int) -> None:
        self._errands.run(partial(_left, self._session.shop, sale), self._has_left)

    def _has_left(self, voucher: Fen) -> None:
        self._finish(partial(left_queue_bar, voucher, self._screen.words))

    def _pay(self, amount: int) -> None:
        member = self._session.bill.basket.member
        if member is not None:
            work = partial(_paid_out, self._session.shop, member, amount=Fen(amount))
            self._errands.run(work, self._has_paid, otherwise=self._refuse_payout)

    def _refuse_payout(self, error: ShopError) -> None:
        if self._pay_out is not None and self._screen.shows(self._pay_out):
            self._pay_out.refuse(tell(error, self._screen.words.wording).happened)
        else:
            self._errands.refused.emit(error)

    def _has_paid(self, paid: tuple[Fen, int]) -> None:
        amount, slip = paid
        self._pay_out = None
        self._finish(partial(paid_out_bar, amount, self._screen.words))
        self._printing.print_job(slip)

    def _finish(self, make: Callable[[], BarMessage]) -> None:
        self._screen.close_all()
        self._session.bill.quote_again()
        self._view.refresh()
        self._view.announce(make)


def _registered(shop: Shop, seat: Seat, *, name: str, phone: str, sponsor: int | None) -> int:
    return register_member(shop, seat, name=name, phone=phone, sponsor=sponsor)


def _left(shop: Shop, sale: int, seat: Seat) -> Fen:
    return leave_queue(shop, seat, sale)


def _paid_out(shop: Shop, member: int, seat: Seat, *, amount: Fen) -> tuple[Fen, int]:
    job = pay_out(shop, seat, member, account=REWARD_ACCOUNT[REWARD], amount=amount)
    return cash_paid(shop, amount), job

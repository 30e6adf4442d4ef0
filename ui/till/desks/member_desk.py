"""Members at the till: found, registered, leaving the queue, paid out."""

from collections.abc import Callable
from functools import partial

from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.show_rules import show_rules
from pos_app.actions.programs.programs_told import programs_told
from pos_app.actions.queue.leave_queue import LeftQueue, leave_queue
from pos_app.actions.shifts.pay_out import cash_paid, pay_out
from pos_app.domain.money import Fen
from pos_app.domain.refusals.member import PhoneMalformed, PhoneTaken
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT
from pos_app.domain.tender import REWARD, REWARD_ACCOUNT
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.till.bar_messages import no_rules_bar
from ui.till.desks.desk import Counter, Desk
from ui.till.desks.holdings_desk import HoldingsDesk
from ui.till.done_messages import left_queue_bar, paid_out_bar
from ui.till.panels.member_desk_panel import LeaveQueuePanel, PayOutPanel
from ui.till.panels.member_panel import MemberPanel, RegisterPanel, Wish
from ui.till.panels.rules_panel import RulesPanel
from ui.till.widgets.message_bar import BarMessage


class MemberDesk(Desk):
    """Which panel follows which, and what each hands over."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._find: MemberPanel | None = None
        self._register: RegisterPanel | None = None
        self._holdings = HoldingsDesk(counter)
        self._holdings.wished.connect(self._take_wish)
        self._holdings.done.connect(self._tell)

    def find(self) -> None:
        """Ask who the member is, or what to do with the one on the bill."""
        self._find = MemberPanel(
            self.screen.words,
            self.session.shop,
            has_member=self.session.bill.basket.member is not None,
            has_rewards=self.session.standing is not None and self.session.standing.has_rewards,
            pays_out=show_rules(self.session.shop).withdraw_mode == COUNTER_PAYOUT,
        )
        self._find.chosen.connect(self._name)
        self._find.wished.connect(self._take_wish)
        self.screen.open_panel(self._find)

    def show_rules(self) -> None:
        """Show what must be told of each program that runs, with a bill or without."""
        told = programs_told(self.session.shop)
        if told:
            self.screen.open_panel(RulesPanel(self.screen.words, told))
        else:
            self.view.announce(partial(no_rules_bar, self.screen.words))

    def _name(self, member: int) -> None:
        self.screen.close_all()
        self.session.name_member(member)

    def _take_wish(self, wish: Wish) -> None:
        standing = self.session.standing
        if wish is Wish.WITHOUT:
            self.screen.close_all()
            self.session.name_member(None)
        elif wish is Wish.REGISTER:
            self._open_register()
        elif standing is not None and wish is Wish.SHOW:
            self._holdings.show(standing)
        elif standing is not None and wish is Wish.LEAVE_QUEUE:
            panel = LeaveQueuePanel(self.screen.words, self.session, standing=standing)
            panel.entered.connect(self._leave)
            self.screen.open_panel(panel)
        elif standing is not None:
            pay_out_panel = PayOutPanel(self.screen.words, standing)
            pay_out_panel.entered.connect(self._pay)
            self.ask(pay_out_panel, refuse=pay_out_panel.refuse)

    def _open_register(self) -> None:
        typed = self._find.text if self._find is not None else ""
        self._register = RegisterPanel(self.screen.words, phone=typed)
        self._register.entered.connect(self._enter_new)
        self._register.sponsor_scanned.connect(self._take_sponsor)
        self._register.sponsor_typed.connect(self._find_sponsor)
        self.ask(self._register, refuse=self._register.refuse)

    def _take_sponsor(self, digits: str) -> None:
        if self._register is None:
            return
        try:
            member = read_member_code(self.session.shop, digits)
            name = show_member(self.session.shop, member).name
        except ShopError as error:
            self._register.refuse_sponsor(tell(error, self.screen.words.wording).happened)
        else:
            self._register.take_sponsor(member, name)

    def _find_sponsor(self, text: str) -> None:
        """Name the one member whose phone it is, or ends so; two are none."""
        if self._register is None:
            return
        _ = self.screen.words.text
        found = find_members(self.session.shop, text, limit=2)
        if len(found) == 1:
            self._register.take_sponsor(found[0].number, found[0].masked_name)
        elif found:
            self._register.refuse_sponsor(_("More than one member has that; type the whole phone."))
        else:
            self._register.refuse_sponsor(_("No member has that phone."))

    def refuse(self, error: ShopError) -> None:
        """As every desk; what is wrong with a phone stands at the phone."""
        form = self._register
        if isinstance(error, PhoneTaken | PhoneMalformed) and form and self.screen.shows(form):
            form.refuse_phone(tell(error, self.screen.words.wording).happened)
        else:
            super().refuse(error)

    def _enter_new(self) -> None:
        form = self._register
        if form is not None:
            work = partial(
                register_member,
                self.session.shop,
                name=form.name,
                phone=form.phone,
                sponsor=form.sponsor,
            )
            self.run(work, self._registered)

    def _registered(self, member: int) -> None:
        self._register = None
        self._name(member)

    def _leave(self, sale: int) -> None:
        self.errands.run(partial(leave_queue, self.session.shop, sale=sale), self._has_left)

    def _has_left(self, left: LeftQueue) -> None:
        self._tell(partial(left_queue_bar, left.voucher, self.screen.words))
        self.printing.print_job(left.slip)

    def _pay(self, amount: int) -> None:
        member = self.session.bill.basket.member
        if member is not None:
            work = partial(_paid_out, self.session.shop, member=member, amount=Fen(amount))
            self.run(work, self._has_paid)

    def _has_paid(self, paid: tuple[Fen, int]) -> None:
        amount, slip = paid
        self._tell(partial(paid_out_bar, amount, self.screen.words))
        self.printing.print_job(slip)

    def _tell(self, make: Callable[[], BarMessage]) -> None:
        self.session.bill.quote_again()
        self.finish(make)


def _paid_out(shop: Shop, seat: Seat, *, member: int, amount: Fen) -> tuple[Fen, int]:
    job = pay_out(shop, seat, member, account=REWARD_ACCOUNT[REWARD], amount=amount)
    return cash_paid(shop, amount), job

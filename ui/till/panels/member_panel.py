"""Who buys: a member by card, phone or name, or a new one in two fields."""

from enum import Enum

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.members.find_members import find_members
from pos_app.domain.codes.scan import MemberScan, ProductScan, Scan
from pos_app.domain.found import MemberFound
from pos_app.domain.phone import CHINESE_MOBILE
from pos_app.shop import Shop
from ui.till.panels.choice_list import Choice
from ui.till.panels.list_panel import FindPanel
from ui.till.panels.till_panel import Place, TillPanel
from ui.widgets.field import Field
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class Wish(Enum):
    """What the cashier wants with the member on the bill."""

    WITHOUT = "without"
    LEAVE_QUEUE = "leave queue"
    PAY_OUT = "pay out"
    SHOW = "show"
    REDEEM = "redeem"
    CONVERT = "convert"
    REGISTER = "register"


_OF_A_MEMBER = [Wish.WITHOUT, Wish.LEAVE_QUEUE, Wish.PAY_OUT, Wish.SHOW, Wish.REGISTER]
"""What is offered with a member on the bill; the rest is done from the sheet."""
_OF_REWARDS = frozenset({Wish.LEAVE_QUEUE, Wish.PAY_OUT, Wish.SHOW})
"""Not offered where the shop runs no program and the member has nothing of any."""


class MemberPanel(FindPanel):
    """In the right column; never in the way of paying."""

    PLACE = Place.RIGHT

    chosen = Signal(int)
    """The number of the member for the bill."""
    wished = Signal(object)
    """A `Wish`."""

    def __init__(
        self, words: LiveWording, shop: Shop, *, has_member: bool, has_rewards: bool, pays_out: bool
    ) -> None:
        super().__init__(words, Field(""))
        self._shop = shop
        self._found: tuple[MemberFound, ...] = ()
        offered = [
            each
            for each in _OF_A_MEMBER
            if (pays_out or each is not Wish.PAY_OUT) and (has_rewards or each not in _OF_REWARDS)
        ]
        self._wishes = offered if has_member else [Wish.REGISTER]
        self._advice = TextLabel(colour="ink2", wraps=True, parent=self)
        self.put_words()

    @property
    def text(self) -> str:
        """What was typed: a new member's phone, perhaps."""
        return self.field.text().strip()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Member")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.field.set_name(_("Find a member"), placeholder=_("Phone, last four digits or name"))
        self._advice.set_text(_("A member card may be scanned at any time."))
        self.list.set_words(_("Members"), empty="")
        self.search(self.field.text())

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.field, (20, 72, width - 40, 52))
        self.place(self._advice, (20, 132, width - 40, 40))
        self.place(self.list, (0, 176, width, height - 184))

    @override
    def search(self, text: str) -> None:
        """Show whom the text may mean; a new member can always be registered."""
        self._found = find_members(self._shop, text) if text.strip() else ()
        wishes = [Wish.REGISTER] if text.strip() else self._wishes
        rows = [
            Choice(each.masked_name or str(each.number), each.masked_phone) for each in self._found
        ]
        self.list.show_rows([*rows, *(Choice(self._wish_text(each)) for each in wishes)])

    def _wish_text(self, wish: Wish) -> str:
        _ = self.words.text
        return {
            Wish.WITHOUT: _("Go on without a member"),
            Wish.LEAVE_QUEUE: _("Leave the queue for a voucher"),
            Wish.PAY_OUT: _("Pay the reward balance out"),
            Wish.SHOW: _("Everything the member has"),
            Wish.REGISTER: _("Register a new member"),
        }[wish]

    @override
    def take(self, index: int) -> None:
        if index < len(self._found):
            self.chosen.emit(self._found[index].number)
            return
        wishes = [Wish.REGISTER] if self.text else self._wishes
        self.wished.emit(wishes[index - len(self._found)])


class RegisterPanel(TillPanel):
    """Name, phone, and who referred the customer: by card, phone or its end."""

    PLACE = Place.RIGHT

    entered = Signal()
    sponsor_scanned = Signal(str)
    """The digits of a member card."""
    sponsor_typed = Signal(str)
    """A phone or its end, typed or scanned."""

    def __init__(self, words: LiveWording, *, phone: str = "") -> None:
        super().__init__(words)
        self.sponsor: int | None = None
        self._sponsor_name = ""
        self._phone_label = TextLabel(colour="ink2", parent=self)
        self._phone = Field("", accepts_input_method=False, has_sentence=True, parent=self)
        self._name_label = TextLabel(colour="ink2", parent=self)
        self._name = Field("", has_sentence=True, parent=self)
        self._referred = TextLabel(wraps=True, parent=self)
        self._sponsor = Field("", accepts_input_method=False, has_sentence=True, parent=self)
        self._consent = TextLabel(colour="ink2", wraps=True, parent=self)
        self._phone.set_text(phone if phone.isdecimal() else "")
        self._name.set_text("" if phone.isdecimal() else phone)
        self.put_words()

    @property
    def name(self) -> str:
        """The name as typed; may be empty."""
        return self._name.text().strip()

    @property
    def phone(self) -> str:
        """The phone number as typed; may be empty."""
        return self._phone.text().strip()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("New member")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        _c = self.words.text_in
        self._phone_label.set_text(_("Phone"))
        self._phone.set_name(_("Phone"), placeholder=_("Digits; may be left empty"))
        self._name_label.set_text(_c("person", "Name"))
        self._name.set_name(_c("person", "Name"), placeholder=_("As the customer says it"))
        self._sponsor.set_name(_("Referred by"), placeholder=_("Phone or last four digits"))
        self._consent.set_text(
            _("Enter registers. The customer has agreed to the rules of the shop's rewards.")
        )
        self.show_sponsor(self.sponsor, self._sponsor_name)

    def show_sponsor(self, member: int | None, name: str) -> None:
        """Say who referred the customer; bound at registration, never afterwards."""
        _ = self.words.text
        self.sponsor, self._sponsor_name = member, name
        if member is None:
            self._referred.set_text(
                _("Referred by nobody. Scan a card, or type whose phone it is.")
            )
        else:
            self._referred.set_text(_("Referred by {name}.", name=name or str(member)))

    def refuse(self, sentence: str) -> None:
        """Say why the member was not registered."""
        self._name.refuse(sentence)

    def refuse_phone(self, sentence: str) -> None:
        """Say why the phone was not taken, and lead back to it."""
        self._phone.refuse(sentence)
        self._phone.edit.setFocus()

    def refuse_sponsor(self, sentence: str) -> None:
        """Say why nobody is named as having referred the customer."""
        self._sponsor.refuse(sentence)

    def take_sponsor(self, member: int, name: str) -> None:
        """Name who referred the customer; what is left is the customer's own name."""
        self._sponsor.set_text("")
        self.show_sponsor(member, name)
        self._name.edit.setFocus()

    @override
    def begin(self) -> None:
        (self._name if self.phone else self._phone).edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._phone_label, (20, 68, width - 40, 24))
        self.place(self._phone, (20, 94, width - 40, 96))
        self.place(self._name_label, (20, 194, width - 40, 24))
        self.place(self._name, (20, 220, width - 40, 96))
        self.place(self._referred, (20, 320, width - 40, 48))
        self.place(self._sponsor, (20, 370, width - 40, 96))
        self.place(self._consent, (20, 472, width - 40, 72))

    @override
    def enter(self) -> None:
        if self._phone.edit.hasFocus():
            self._name.edit.setFocus()
        elif self._sponsor.text().strip():
            self.sponsor_typed.emit(self._sponsor.text().strip())
        else:
            self.entered.emit()

    @override
    def take_scan(self, scan: Scan) -> bool:
        if isinstance(scan, MemberScan):
            self.sponsor_scanned.emit(scan.digits)
            return True
        if isinstance(scan, ProductScan) and len(scan.raw) == CHINESE_MOBILE:
            # No code of goods has eleven digits.
            self.sponsor_typed.emit(scan.raw)
            return True
        return False

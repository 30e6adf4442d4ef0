"""A member to be registered, and the errands around a member's card."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.member_cards import card_path, member_cards
from pos_app.actions.members.revoke_card import revoke_card
from pos_app.actions.members.show_cards import show_cards
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.named_file import leave_in_shop
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.member import (
    PhoneMalformed,
    PhoneTaken,
    SponsorIsOneself,
    SponsorUnknown,
)
from pos_app.domain.seat import Seat
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.office.members.shown_member import MemberRead
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormField
from ui.wording import LiveWording


def read_member(shop: Shop, number: int) -> MemberRead:
    """Ask for one member with cards."""
    return MemberRead(show_member(shop, number), show_cards(shop, number))


def save_card(shop: Shop, number: int) -> Path:
    """Write a member's card as a PDF into the shop's folder."""
    return leave_in_shop(shop, card_path(shop, number), member_cards(shop, (number,)))


def revoke_all(shop: Shop, seat: Seat, number: int) -> int:
    """Take back every valid card of a member, and issue a new one."""
    for card in show_cards(shop, number):
        if card.revoked_at is None:
            revoke_card(shop, seat, card=card.card)
    issue_card(shop, seat, member=number)
    return number


class MemberForm(FormPanel):
    """Name, phone, and who referred: a number or a scanned card."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.name, self.phone = FormField(), FormField(takes_chinese=False)
        self.sponsor = FormField(takes_chinese=False)
        for field in (self.phone, self.name, self.sponsor):
            self.add_row(PART, field)
        self.show_words()

    def is_readable(self) -> bool:
        """Whether who referred is a number or nobody; else the field says so."""
        _ = self.words.text
        typed = self.sponsor.text()
        if not typed or (typed.isascii() and typed.isdigit()):
            return True
        self.refuse(_("This is no figure: {typed}", typed=typed), field=self.sponsor)
        return False

    def clear(self) -> None:
        """An empty form."""
        for field in (self.phone, self.name, self.sponsor):
            field.set_text("")
        self.forget_refusal()

    def show_refusal(self, error: ShopError, sentence: str) -> None:
        """Mark the field that a refusal is about."""
        fields = {
            NameUnusable: self.name,
            PhoneMalformed: self.phone,
            PhoneTaken: self.phone,
            SponsorIsOneself: self.sponsor,
            SponsorUnknown: self.sponsor,
        }
        self.refuse(sentence, field=fields.get(type(error)))

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _, _c = self.words.text, self.words.text_in
        self.put_words(_("New member"), main=_("Register"))
        self.phone.set_name(_("Phone"))
        self.name.set_name(_c("person", "Name"))
        self.sponsor.set_name(_("Referred by: member number, or scan the card"))


def lost_sentences(count: int, words: LiveWording) -> list[str]:
    """What reporting a card as lost will do, before it is done."""
    _, _n = words.text, words.plural
    return [
        _n(
            "{count} card is taken back and names nobody any more.",
            "{count} cards are taken back and name nobody any more.",
            count=count,
        ),
        _("A new card is issued; save it as a PDF afterwards."),
    ]

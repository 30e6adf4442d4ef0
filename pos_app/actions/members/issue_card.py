"""A member gets a card: a new code that names nobody else."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.members.known_member import known_member
from pos_app.clock import new_card_id
from pos_app.devices.key_store import CARD_KEY
from pos_app.domain.codes.member_code import MemberCode, build_member_code, minutes_of
from pos_app.domain.member import MemberCard
from pos_app.domain.seat import Seat
from pos_app.domain.whole_number import BigNumber
from pos_app.engine.book import kept
from pos_app.journal.facts import CardIssued
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def issue_card(shop: Shop, seat: Seat, *, member: int) -> str:
    """Issue a card and return its 196 digits; older cards stay valid until revoked.

    Raises:
        NotFound, MemberIsMerged: nobody is called by this member number.
        KeyMissing, KeyStoreClosed: the signing key cannot be read; nothing was written.
    """
    secret = shop.keys.read(CARD_KEY)
    with shop.storage.write() as work:
        known_member(work.book, member)
        card = issue_card_in(shop, work, member, staff=seat.staff)
    return card_digits(card, secret)


def issue_card_in(shop: Shop, work: UnitOfWork, member: int, *, staff: int) -> MemberCard:
    """Journal a new card: 63 random bits, never a member's number."""
    card = new_card_id()
    while work.book.get(MemberCard, card) is not None:
        card = new_card_id()
    record_fact(shop, work, CardIssued(card=BigNumber(card), member=member), staff=staff)
    return kept(work.book, MemberCard, card)


def card_digits(card: MemberCard, secret: bytes) -> str:
    """Return the 196 digits of a card; the same card always gives the same digits."""
    return build_member_code(MemberCode(card=card.card, start=minutes_of(card.issued_at)), secret)

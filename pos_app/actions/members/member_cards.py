"""Member cards as a PDF, ten to a sheet, ready to be printed and cut."""

from pathlib import Path

from pos_app.actions.members.issue_card import card_digits
from pos_app.devices.key_store import CARD_KEY
from pos_app.documents.member_card import CardFacts, draw_member_cards
from pos_app.domain.member import CARDS_OF_MEMBER, Member, MemberCard
from pos_app.engine.book import Book
from pos_app.errors import NotFound
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def card_path(shop: Shop, member: int) -> Path:
    """Return where the office leaves a member's card."""
    return shop.folder / "cards" / f"card-{member}.pdf"


def member_cards(shop: Shop, members: tuple[int, ...]) -> bytes:
    """Return the PDF of the members' latest cards; revoked ones are left out.

    Raises:
        NotFound: somebody is not a member, or has no card that is valid.
        KeyMissing, KeyStoreClosed: the signing key cannot be read.
    """
    secret = shop.keys.read(CARD_KEY)
    with shop.storage.read() as seen:
        facts = tuple(_facts(seen.book, number, secret=secret) for number in members)
    say = Wording(Language(shop.settings.language)).text
    return draw_member_cards(facts, shop=shop.settings.name, say=say)


def latest_card(book: Book, member: int) -> MemberCard | None:
    """Return the member's card that was issued last and is not revoked."""
    valid = [each for each in book.scan(CARDS_OF_MEMBER, member) if each.revoked_at is None]
    return max(valid, key=lambda card: (card.issued_at, card.card), default=None)


def _facts(book: Book, number: int, *, secret: bytes) -> CardFacts:
    member = book.get(Member, number)
    if member is None:
        raise NotFound(what="member", named=str(number))
    card = latest_card(book, number)
    if card is None:
        raise NotFound(what="card", named=str(number))
    return CardFacts(member=number, name=member.name, code=card_digits(card, secret))

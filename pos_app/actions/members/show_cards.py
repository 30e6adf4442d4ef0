"""A member's cards, those taken back too, for the office."""

from pos_app.domain.member import CARDS_OF_MEMBER, MemberCard
from pos_app.shop import Shop


def show_cards(shop: Shop, member: int) -> tuple[MemberCard, ...]:
    """Return every card that names or named a member, the newest first; reads only."""
    with shop.storage.read() as seen:
        cards = seen.book.scan(CARDS_OF_MEMBER, member)
        return tuple(sorted(cards, key=lambda card: -card.issued_at))

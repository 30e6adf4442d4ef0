"""Whose card a scanned code is."""

from pos_app.domain.codes import member_code
from pos_app.domain.codes.member_code import MemberCodeRevoked
from pos_app.domain.member import MemberCard
from pos_app.domain.refusals.member import CardUnknown
from pos_app.shop import Shop


def read_member_code(shop: Shop, digits: str) -> int:
    """Return the member that a card's 196 digits name.

    Raises:
        MemberCodeGarbled, MemberCodeOfAnotherShop, MemberCodeForged, MemberCodeExpired:
            as `domain.codes.member_code` says.
        CardUnknown: genuine, but this file never issued it.
        MemberCodeRevoked: the card was reported lost.
    """
    code = member_code.read_member_code(digits, shop.card_keys, now=shop.clock.now())
    with shop.storage.read() as seen:
        card = seen.book.get(MemberCard, code.card)
    if card is None:
        raise CardUnknown(card=code.card)
    if card.revoked_at is not None:
        raise MemberCodeRevoked(card=code.card)
    return card.member

"""A lost card names nobody any more."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.domain.member import MemberCard
from pos_app.domain.seat import Seat
from pos_app.domain.whole_number import BigNumber
from pos_app.errors import NotFound
from pos_app.journal.facts import CardRevoked
from pos_app.shop import Shop


def revoke_card(shop: Shop, seat: Seat, *, card: int) -> None:
    """Take a card back; done twice it changes nothing.

    Raises:
        NotFound: this shop issued no such card.
    """
    with shop.storage.write() as work:
        known = work.book.get(MemberCard, card)
        if known is None:
            raise NotFound(what="card", named=str(card))
        if known.revoked_at is None:
            settle_due_in(shop, work)
            record_fact(shop, work, CardRevoked(card=BigNumber(card)), staff=seat.staff)

"""A member turns backed points of a circular program into vouchers (8.5)."""

from dataclasses import dataclass

from pos_app.actions.exchanges.exchange import exchange, preview_exchange
from pos_app.domain.holdings import VoucherToCome
from pos_app.domain.money import Fen
from pos_app.domain.seat import Seat
from pos_app.journal.facts import PointsConverted
from pos_app.shop import Shop


def convert_points(shop: Shop, seat: Seat, member: int, *, program: int) -> Fen:
    """Convert as many points as make whole vouchers; returns their amount.

    Raises:
        NotFound: no such member or program.
        NothingToConvert, PointsTooFew: nothing was changed.
    """
    converted: Fen = exchange(shop, seat, PointsConverted(program=program, member=member))
    return converted


@dataclass(frozen=True, slots=True)
class ConvertPreview:
    """What points would become."""

    amount: Fen
    vouchers: tuple[VoucherToCome, ...]


def preview_convert(shop: Shop, seat: Seat, member: int, *, program: int) -> ConvertPreview:
    """Show what would become vouchers now, and on which terms; nothing is written.

    Raises:
        NotFound: no such member or program.
        NothingToConvert, PointsTooFew: there is nothing to show.
    """
    fact = PointsConverted(program=program, member=member)
    return ConvertPreview(*preview_exchange(shop, seat, fact))

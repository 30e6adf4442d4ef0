"""A member turns units of an appreciation program into what they are worth (7.5)."""

from dataclasses import dataclass

from pos_app.actions.exchanges.exchange import exchange, preview_exchange
from pos_app.domain.holdings import Redeemed, VoucherToCome
from pos_app.domain.seat import Seat
from pos_app.journal.facts import UnitsRedeemed
from pos_app.shop import Shop


def redeem_units(shop: Shop, seat: Seat, member: int, *, program: int, units: int) -> Redeemed:
    """Redeem units, oldest first, at the price now; 10 000 units are a point.

    Raises:
        NotFound: no such member or program.
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: nothing was changed.
    """
    fact = UnitsRedeemed(program=program, member=member, units=units)
    redeemed: Redeemed = exchange(shop, seat, fact)
    return redeemed


@dataclass(frozen=True, slots=True)
class RedeemPreview:
    """What units would become."""

    redeemed: Redeemed
    vouchers: tuple[VoucherToCome, ...]
    """None where they would be paid as balance."""


def preview_redeem(
    shop: Shop, seat: Seat, member: int, *, program: int, units: int
) -> RedeemPreview:
    """Show what units would come to now, and on which terms; nothing is written.

    Raises:
        NotFound: no such member or program.
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: there is nothing to show.
    """
    fact = UnitsRedeemed(program=program, member=member, units=units)
    return RedeemPreview(*preview_exchange(shop, seat, fact))

"""Every rounding the rulebook names for rewards (rulebook 1.1)."""

from pos_app.domain.money import WHOLE_BP, Fen, cumulative_share, part, split

__all__ = ["cumulative_share", "part", "pool_share", "split", "with_fee"]


def pool_share(amount: int, *, weight: int, whole: int) -> Fen:
    """One holder's share of a pool, floored; what is left stays in the pool."""
    return Fen(amount * weight // whole)


def with_fee(gross: int, fee_bp: int) -> tuple[Fen, Fen]:
    """What is paid out of a gross amount, and the fee that is kept."""
    net = part(gross, WHOLE_BP - fee_bp)
    return net, Fen(gross - net)

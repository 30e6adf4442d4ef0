"""Sums that a customer is likely to hand over, and remainders that may be let go."""

from pos_app.domain.money import Fen

NOTES = (Fen(1_000), Fen(2_000), Fen(5_000), Fen(10_000))
"""Banknotes a customer adds; 1 and 5 yuan are typed."""

_ROUND_UP_TO = (Fen(100), Fen(1_000), Fen(5_000), Fen(10_000))
_REMAINDERS_OF = (10, 100)
_MOST = 3


def likely_sums(left: Fen) -> tuple[Fen, ...]:
    """Return at most three sums above the rest.

    To the yuan, to ten, fifty and a hundred.
    """
    ups = {-(-left // unit) * unit for unit in _ROUND_UP_TO}
    return tuple(Fen(up) for up in sorted(ups) if up > left)[:_MOST]


def remainders(sum_to_pay: int, *, limit: Fen) -> tuple[Fen, ...]:
    """Return what 抹零 may let go: the fen, then the jiao too, within the shop's limit."""
    found = (sum_to_pay % unit for unit in _REMAINDERS_OF)
    return tuple(dict.fromkeys(Fen(each) for each in found if 0 < each <= limit))

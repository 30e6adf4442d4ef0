"""What a what-if of a year costs, and one of twice as many sales."""

from time import process_time_ns

from pos_app.bench.figures import Figures, Sizes, ratio_of, tell
from pos_app.domain.settings import ShopRules
from pos_app.engine.trying.adopt import ProgramTried
from pos_app.engine.trying.synthetic_trade import Synthetic, synthetic_trade
from pos_app.engine.what_if import what_if as try_programs

_QUEUE = ProgramTried("queue", "M1", "V5_DEFAULT", {"window": 50})
_BOUND = 2.2


def what_if(sizes: Sizes) -> Figures:
    """Row `what_if`: a trial of so many sales over one of half as many."""
    taken = []
    for a_day in (sizes.what_if_a_day, sizes.what_if_a_day // 2):
        tell(f"trying a queue on {a_day * sizes.what_if_days} sales")
        # Minutes pass between the two: what else the machine does must not count.
        begun = process_time_ns()
        _try(a_day, sizes.what_if_days)
        taken.append(process_time_ns() - begun)
    sales = sizes.what_if_a_day * sizes.what_if_days
    what = f"what-if of {sales} sales in {sizes.what_if_days} days over half as many, with red line"
    return ratio_of("what_if", what, ours=taken[:1], baseline=taken[1:], bound=_BOUND)


def _try(a_day: int, days: int) -> None:
    trade = synthetic_trade(Synthetic(sales_a_day=a_day, days=days))
    try_programs(trade, [_QUEUE], rules=ShopRules())

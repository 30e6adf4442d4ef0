"""What is told of the kinds that share and draw; sentences are message ids.

Each kind has its mandatory sentence and its rules: who pays, out of what, that time and
amount are uncertain, expiry, exit, return, where to look (rulebook 10.8). Points and the
queue are in `disclosure`, what is paid for others' purchases in `referral`.
"""

from collections.abc import Callable, Mapping
from typing import cast

from pos_app.domain.figures import money_text, points_text
from pos_app.domain.marked_text import N_
from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.domain.standing import Disclosure
from pos_app.engine.parameters.appreciation import VOUCHER, AppreciationParameters
from pos_app.engine.parameters.circular import CircularParameters
from pos_app.engine.parameters.draw import DAILY, EVERY_N, MONTHLY, WEEKLY, DrawParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.telling.parts import (
    BACK,
    BALANCE,
    FREE,
    LATER,
    LOOK,
    VOUCHERS,
    counts,
    percent,
    told,
    voucher_fields,
)
from pos_app.engine.telling.referral import chain_texts, refer_texts

DRAW_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into the prize pool. Prizes in a round: {n}. "
    "A purchase whose prize is larger than the pool does not take part this time. Nobody can "
    "say before who wins."
)
GREEN_SENTENCE = N_(
    "Points have no fixed value; with unchanged sales you receive about {x} cents in vouchers "
    "for each yuan spent."
)
"""The sentence of rulebook 6.9."""
GROWTH_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into a pool. On average a buyer can get back "
    "at most {c} of 100 yuan. What points are worth later is not promised; twice as much needs "
    "many times as many sales."
)
CIRCLE_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into a pool that is shared out every day. On "
    "average at most {c} of 100 yuan come back. Energy is a ceiling, not a promise."
)

_OUTSIDERS = N_("Staff, owners and people under 18 take no part.")
_ROUNDS = {
    DAILY: N_("A round ends every day at midnight; the program draws at once."),
    WEEKLY: N_("A round ends every Monday at 00:00; the program draws at once."),
    MONTHLY: N_("A round ends on the first of each month at 00:00; the program draws at once."),
    EVERY_N: N_("A round ends after {every} purchases; the program draws at once."),
}
_DRAW_RULES = (
    N_("The winner follows from a number promised before and published at the end: {commit}"),
    N_("The prize is {f}% of the purchase, at most {cap} yuan; {tax}% of it is kept as tax."),
    N_("Every purchase of {least} yuan or more takes part; one purchase wins once."),
    N_("Results are kept for two years, and anybody can work them out again."),
)
_CARRIED = N_("A purchase that did not win takes part in three more rounds.")
_ONE_ROUND = N_("A purchase takes part in one round only.")
_POOL_LEFT = N_("What is left in the prize pool when the program ends goes back to the store.")
"""To be stated beforehand (rulebook 3.2, 3.3)."""
_GREEN_RULES = (
    N_("Points are released into vouchers every {period} days, at most {times} times; a release "
       "may be nothing."),
    N_("Points cannot be paid out in money."),
)  # fmt: skip
_GREEN_MONTH = N_(
    "In a calendar month at most {month}% of what you spent in it is released to you; in a "
    "month without a purchase nothing is."
)
"""The cap of rulebook 6.3: who does not know it takes a release for granted."""
_REDEEM = N_(
    "You may redeem points when you like, {smallest} or more; {fee}% stays in the pool for the "
    "others."
)
_REDEEM_LATER = N_(
    "You may redeem points {lock} days after you received them, {smallest} or more; {fee}% "
    "stays in the pool for the others."
)
_FORCED = N_(
    "Points are redeemed without being asked when they are worth {cap}% of their first value."
)
_CIRCLE_RULES = (
    N_("You receive at most {e}% of what you spent; then only a new purchase starts again."),
    N_("From {face} yuan of points on you may turn them into vouchers."),
)
_CIRCLE_SHARE = N_("Each day {share}% of the pool is shared out; the rest waits.")


def _draw(parameters: Parameters) -> list[Disclosure]:
    draw = cast("DrawParameters", parameters)
    fields = {
        **_shared(draw),
        "n": draw.winners_per_round,
        "every": draw.every_n,
        "commit": draw.commitment,
        "f": percent(draw.free_rate_bp),
        "cap": money_text(Fen(draw.prize_cap)),
        "tax": percent(draw.withhold_bp),
        "least": money_text(Fen(draw.entry_min)),
        **voucher_fields(draw.validity_days, draw.voucher_max_bp),
    }
    paid = VOUCHERS if draw.prize_kind == VOUCHER else BALANCE
    entries = _CARRIED if draw.carry_entries else _ONE_ROUND
    rules = (LATER, counts(draw), _ROUNDS[draw.round], entries, *_DRAW_RULES, paid, _POOL_LEFT)
    everybody = (_OUTSIDERS, FREE, BACK, LOOK)
    return [told(each, **fields) for each in (DRAW_SENTENCE, *rules, *everybody)]


def _green(parameters: Parameters) -> list[Disclosure]:
    green = cast("GreenParameters", parameters)
    fields = {
        **_shared(green),
        "x": percent(_released(green)),
        "period": green.period_days,
        "times": green.max_releases,
        "month": percent(green.member_month_cap_bp),
        **voucher_fields(green.validity_days, green.voucher_max_bp),
    }
    month = (_GREEN_MONTH,) if green.member_month_cap_bp else ()
    rules = (LATER, counts(green), *_GREEN_RULES, *month, VOUCHERS, FREE, BACK, LOOK)
    return [told(each, **fields) for each in (GREEN_SENTENCE, *rules)]


def _released(green: GreenParameters) -> int:
    """What a yuan brings its buyer in the long run, in basis points of it (6.9).

    All that is conceded less the fee is released in the end, shared with the store's and
    the sponsor's points.
    """
    buyer = green.consumer_points_bp
    conceded = part(green.rebate_bp, WHOLE_BP - green.fee_bp)
    return conceded * buyer // (buyer + green.merchant_points_bp + green.ref_points_bp)


def _growth(parameters: Parameters) -> list[Disclosure]:
    growth = cast("AppreciationParameters", parameters)
    fields = {
        **_shared(growth),
        "lock": growth.lock_days,
        "smallest": points_text(growth.min_redeem),
        "fee": percent(growth.fee_bp),
        "cap": percent(growth.cap_bp),
        **voucher_fields(growth.validity_days, growth.voucher_max_bp),
    }
    redeem = _REDEEM_LATER if growth.lock_days else _REDEEM
    paid = VOUCHERS if growth.payout_kind == VOUCHER else BALANCE
    rules = (LATER, counts(growth), redeem, _FORCED, paid, FREE, BACK, LOOK)
    return [told(each, **fields) for each in (GROWTH_SENTENCE, *rules)]


def _circle(parameters: Parameters) -> list[Disclosure]:
    circle = cast("CircularParameters", parameters)
    fields = {
        **_shared(circle),
        "e": percent(part(circle.energy_bp, circle.energy_multiplier_bp)),
        "face": money_text(Fen(circle.face)),
        "share": percent(circle.payout_bp),
        **voucher_fields(circle.validity_days, circle.voucher_max_bp),
    }
    share = (_CIRCLE_SHARE,) if circle.payout_bp < WHOLE_BP else ()
    rules = (LATER, counts(circle), *share, *_CIRCLE_RULES, VOUCHERS, FREE, BACK, LOOK)
    return [told(each, **fields) for each in (CIRCLE_SENTENCE, *rules)]


def _shared(parameters: Parameters) -> dict[str, object]:
    return {"c": percent(parameters.rate_bp(WHOLE_BP)), "days": parameters.hold_days}


TEXTS: Mapping[str, Callable[[Parameters], list[Disclosure]]] = {
    "M1b": _draw,
    "M2": refer_texts,
    "M3": chain_texts,
    "M4": _green,
    "M5": _growth,
    "M6": _circle,
}
"""By kind: the mandatory sentence first, then the rules."""

"""What is told of the kinds that share, draw or refer; sentences are message ids.

Each kind has its mandatory sentence and its rules: who pays, out of what, that time and
amount are uncertain, expiry, exit, return, where to look (rulebook 10.8). Points and the
queue are in `disclosure`.
"""

from collections.abc import Callable, Mapping
from typing import cast

from pos_app.domain.figures import money_text
from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.domain.standing import Disclosure
from pos_app.engine.parameter_form import Parameters
from pos_app.engine.parameters_appreciation import VOUCHER, AppreciationParameters
from pos_app.engine.parameters_chain import ChainParameters
from pos_app.engine.parameters_circular import CircularParameters
from pos_app.engine.parameters_draw import DAILY, EVERY_N, MONTHLY, WEEKLY, DrawParameters
from pos_app.engine.parameters_green import GreenParameters
from pos_app.engine.parameters_refer import ReferThreeParameters


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a sentence that is translated where it is shown."""
    return msgid


def percent(rate_bp: int) -> str:
    """A rate as so many of a hundred, no idle zeros: 2000 is "20", 1250 "12.5"."""
    whole, rest = divmod(rate_bp, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)


def told(sentence: str, **fields: object) -> Disclosure:
    """A sentence with those of the fields that it names."""
    used = ((name, str(value)) for name, value in fields.items() if f"{{{name}}}" in sentence)
    return Disclosure(sentence, tuple(used))


DRAW_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into the prize pool. Prizes in a round: {n}. "
    "A purchase whose prize is larger than the pool does not take part this time. Nobody can "
    "say before who wins."
)
REFER_SENTENCE = N_(
    "Of each purchase that counts the store puts {c}% aside for whoever brought the buyer. "
    "One refund needs {n} other people's purchases: of 100 members at most {m} can be refunded. "
    "No time and no amount is promised."
)
CHAIN_SENTENCE = N_(
    "The store pays bonuses of at most {c}% of a purchase that was kept. Nobody is paid for "
    "bringing people; without a purchase nothing is paid. No amount is promised."
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
    "average {c} of 100 yuan come back. Energy is a ceiling, not a promise."
)

_COUNTS = N_("A purchase counts after {days} days, if it is not returned.")
_LATER = N_("The store pays, out of {c}% of later sales; when there is no money, nothing is paid.")
_ITSELF = N_("The store pays, out of {c}% of the purchases that count; never more than that.")
_VOUCHERS = N_("Vouchers are valid for {valid} days and pay at most {v}% of a purchase.")
_BALANCE = N_("The reward balance does not expire.")
_FREE = N_("Taking part is free and ends whenever you wish; what you have received stays yours.")
_BACK = N_("When goods come back, what their purchase had received goes back too.")
_BONUS_BACK = N_(
    "When goods come back, the bonus on them goes back too; what is spent already only lessens "
    "later bonuses."
)
_LOOK = N_("You can see every payment at the till and on your receipt.")
_ADULTS = N_("People under 18 take no part.")
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
_REFER_RULES = (
    N_("After {n} people whom you brought have each bought for {least} yuan or more, you have "
       "received at most {p}% of one purchase of your own."),
    N_("A purchase of your own comes first; without one nobody is paid."),
    N_("What is open after {expiry} days ends."),
)  # fmt: skip
_CHAIN_RULES = (
    N_("Whoever brought the buyer receives {d}%, the head of the team {p}%."),
    N_("At most {levels} levels of those who brought the buyer are paid; registering, bringing "
       "people and moving in the team pay nothing."),
    N_("{lock}% of a team head's bonuses is held back for at most 180 days; it is never lost."),
)  # fmt: skip
_GREEN_RULES = (
    N_("Points are released into vouchers every {period} days, at most {times} times; a release "
       "may be nothing."),
    N_("Points cannot be paid out in money."),
)  # fmt: skip
_GROWTH_RULES = (
    N_("You may redeem points when you like; {fee}% stays in the pool for the others."),
    N_("Points are redeemed without being asked when they are worth {cap}% of their first value."),
)
_CIRCLE_RULES = (
    N_("You receive at most {e}% of what you spent; then only a new purchase starts again."),
    N_("From {face} yuan of points on you may turn them into vouchers."),
)


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
        **_voucher(draw.validity_days, draw.voucher_max_bp),
    }
    paid = _VOUCHERS if draw.prize_kind == VOUCHER else _BALANCE
    entries = _CARRIED if draw.carry_entries else _ONE_ROUND
    rules = (_LATER, _COUNTS, _ROUNDS[draw.round], entries, *_DRAW_RULES, paid, _POOL_LEFT)
    everybody = (_OUTSIDERS, _FREE, _BACK, _LOOK)
    return [told(each, **fields) for each in (DRAW_SENTENCE, *rules, *everybody)]


def _refer(parameters: Parameters) -> list[Disclosure]:
    refer = cast("ReferThreeParameters", parameters)
    fields = {
        **_shared(refer),
        "n": refer.n,
        "m": 99 // refer.n,
        "p": percent(refer.cum[-1]),
        "least": money_text(Fen(refer.min_order)),
        "expiry": refer.cycle_expiry_days,
    }
    rules = (_ITSELF, _COUNTS, *_REFER_RULES, _BALANCE, _ADULTS, _FREE, _BONUS_BACK, _LOOK)
    return [told(each, **fields) for each in (REFER_SENTENCE, *rules)]


def _chain(parameters: Parameters) -> list[Disclosure]:
    chain = cast("ChainParameters", parameters)
    fields = {
        **_shared(chain),
        "d": percent(chain.direct_bp),
        "p": percent(chain.point_bp),
        "levels": chain.max_paid_levels,
        "lock": percent(chain.lock_bp),
    }
    rules = (_ITSELF, _COUNTS, *_CHAIN_RULES, _BALANCE, _ADULTS, _FREE, _BONUS_BACK, _LOOK)
    return [told(each, **fields) for each in (CHAIN_SENTENCE, *rules)]


def _green(parameters: Parameters) -> list[Disclosure]:
    green = cast("GreenParameters", parameters)
    fields = {
        **_shared(green),
        "x": percent(_released(green)),
        "period": green.period_days,
        "times": green.max_releases,
        **_voucher(green.validity_days, green.voucher_max_bp),
    }
    rules = (_LATER, _COUNTS, *_GREEN_RULES, _VOUCHERS, _FREE, _BACK, _LOOK)
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
        "fee": percent(growth.fee_bp),
        "cap": percent(growth.cap_bp),
        **_voucher(growth.validity_days, growth.voucher_max_bp),
    }
    paid = _VOUCHERS if growth.payout_kind == VOUCHER else _BALANCE
    rules = (_LATER, _COUNTS, *_GROWTH_RULES, paid, _FREE, _BACK, _LOOK)
    return [told(each, **fields) for each in (GROWTH_SENTENCE, *rules)]


def _circle(parameters: Parameters) -> list[Disclosure]:
    circle = cast("CircularParameters", parameters)
    fields = {
        **_shared(circle),
        "e": percent(part(circle.energy_bp, circle.energy_multiplier_bp)),
        "face": money_text(Fen(circle.face)),
        **_voucher(circle.validity_days, circle.voucher_max_bp),
    }
    rules = (_LATER, _COUNTS, *_CIRCLE_RULES, _VOUCHERS, _FREE, _BACK, _LOOK)
    return [told(each, **fields) for each in (CIRCLE_SENTENCE, *rules)]


def _shared(parameters: Parameters) -> dict[str, object]:
    return {"c": percent(parameters.rate_bp(WHOLE_BP)), "days": parameters.hold_days}


def _voucher(days: int, limit_bp: int) -> dict[str, object]:
    return {"valid": days, "v": percent(limit_bp)}


TEXTS: Mapping[str, Callable[[Parameters], list[Disclosure]]] = {
    "M1b": _draw,
    "M2": _refer,
    "M3": _chain,
    "M4": _green,
    "M5": _growth,
    "M6": _circle,
}
"""By kind: the mandatory sentence first, then the rules."""

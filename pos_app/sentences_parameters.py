"""Why two parameters of a program contradict each other: a sentence for each rule.

For the terminal, a replay's result and the form of a program alike (rulebook 1.11).
"""

from collections.abc import Callable

from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.errors import ShopError
from pos_app.wording import N_, Wording

_RATE, _SUM, _COUNT = "rate", "sum", "count"
PARAMETER_RULES: dict[str, tuple[str, str, str]] = {
    "WEIGHTS_SUM": (
        "w_head",
        N_("The shares make {found} together; they must make {needed}."),
        _RATE,
    ),
    "NO_HEAD_WEIGHT": ("head_weights", N_("Somebody at the front must get a share."), _RATE),
    "UNIT_BELOW_MINIMUM": (
        "unit",
        N_("Tickets of {found} are too small; the least is {needed}."),
        _SUM,
    ),
    "MAXIMUM_BELOW_MINIMUM": (
        "max_order",
        N_("The largest purchase, {found}, is below the smallest, {needed}."),
        _SUM,
    ),
    "OWN_ORDER_NEEDED": ("own_order_needed", N_("Only who has bought may take part."), _COUNT),
    "STAGES": ("cum", N_("There are {found} stages for {needed} referrals."), _COUNT),
    "STAGES_FALL": ("cum", N_("A stage of {found} comes after {needed}: stages rise."), _RATE),
    "FIXED_ABOVE_CONCESSION": (
        "fixed_bp",
        N_("{found} is more than the store puts in, {needed}."),
        _RATE,
    ),
    "STAGE_NOT_FUNDED": (
        "concession_bp",
        N_("The referrals of a stage put in {found} together; the stage gives back {needed}."),
        _RATE,
    ),
    "PAYOUT_ABOVE_CONCESSION": (
        "concession_bp",
        N_("The bonuses are {found} together; the store puts in {needed}."),
        _RATE,
    ),
    "LEAVE_ABOVE_K": (
        "leave",
        N_("{found} cannot stay behind where {needed} make a boss."),
        _COUNT,
    ),
    "SPILL_TOO_EARLY": (
        "spill_from",
        N_("Sliding begins with recruit {needed} at the earliest."),
        _COUNT,
    ),
    "STORE_REBATE": (
        "store_rebates",
        N_("A store's own share of {found} is outside the range; {needed} is its end."),
        _RATE,
    ),
    "SPLIT_DISPLAY": ("split_display", N_("Points are shown times 1, 2, 5 or 10."), _COUNT),
    "CAP_BELOW_MINT": (
        "cap_bp",
        N_("Paid out at {found} a purchase would be converted at once; the least is {needed}."),
        _RATE,
    ),
    "ENERGY_TOO_HIGH": (
        "energy_bp",
        N_("Energy and its multiplier make {found}; at most {needed} is possible."),
        _RATE,
    ),
    "RESERVE_NOT_FUNDED": (
        "late_reserve_bp",
        N_("A reserve that bears late returns needs money: at least 0.01%."),
        _RATE,
    ),
    "RESERVE_NOT_USED": (
        "late_reserve_bp",
        N_("Money is set aside only where the reserve bears late returns."),
        _RATE,
    ),
    "CLAWBACK_ACROSS_STORES": (
        "late_return_policy",
        N_("With one queue for all stores nobody pays for another store's returns."),
        _COUNT,
    ),
    "SEED_MISSING": (
        "seed",
        N_("A draw needs a number that is promised before it begins."),
        _COUNT,
    ),
}
"""By rule: the parameter to look at, the sentence, the unit of its two figures."""

_TOLD: dict[str, Callable[[int], str]] = {
    _RATE: lambda figure: rate_text(BasisPoints(figure)),
    _SUM: lambda figure: money_text(Fen(figure)),
    _COUNT: count_text,
}


def rule_in_words(error: ShopError, wording: Wording) -> tuple[str, str]:
    """Return which rule is broken and the parameter to look at; empty for others."""
    rule = str(getattr(error, "rule", ""))
    if rule not in PARAMETER_RULES:
        return "", ""
    name, sentence, unit = PARAMETER_RULES[rule]
    told = {part: _TOLD[unit](int(getattr(error, part))) for part in ("found", "needed")}
    return wording.text(sentence, **told), name

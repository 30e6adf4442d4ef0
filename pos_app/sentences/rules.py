"""Why a program's parameters cannot run, in words: which one, and what it must be.

For the office, which marks the question, and for the terminal and a replay alike.
"""

from dataclasses import dataclass

from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.wording import N_

_RATE, _SUM, _COUNT = "rate", "sum", "count"


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """The parameter to look at, the sentence, and the unit of its two figures."""

    parameter: str
    sentence: str
    unit: str = _COUNT

    def figure(self, value: int) -> str:
        """What was found or is needed, as a person reads it."""
        if self.unit == _RATE:
            return rate_text(BasisPoints(value))
        return money_text(Fen(value)) if self.unit == _SUM else count_text(value)


BROKEN_RULES: dict[str, BrokenRule] = {
    "WEIGHTS_SUM": BrokenRule(
        "w_head", N_("The shares make {found} together; they must make {needed}."), _RATE
    ),
    "NO_HEAD_WEIGHT": BrokenRule(
        "head_weights", N_("Somebody at the front must get a share."), _RATE
    ),
    "UNIT_BELOW_MINIMUM": BrokenRule(
        "unit", N_("Tickets of {found} are too small; the least is {needed}."), _SUM
    ),
    "MAXIMUM_BELOW_MINIMUM": BrokenRule(
        "max_order", N_("The largest purchase, {found}, is below the smallest, {needed}."), _SUM
    ),
    "OWN_ORDER_NEEDED": BrokenRule("own_order_needed", N_("Only who has bought may take part.")),
    "STAGES": BrokenRule("cum", N_("There are {found} stages for {needed} referrals.")),
    "STAGES_FALL": BrokenRule(
        "cum", N_("A stage of {found} comes after {needed}: stages rise."), _RATE
    ),
    "FIXED_ABOVE_CONCESSION": BrokenRule(
        "fixed_bp", N_("{found} is more than the store puts in, {needed}."), _RATE
    ),
    "STAGE_NOT_FUNDED": BrokenRule(
        "concession_bp",
        N_("The referrals of a stage put in {found} together; the stage gives back {needed}."),
        _RATE,
    ),
    "PAYOUT_ABOVE_CONCESSION": BrokenRule(
        "concession_bp", N_("The bonuses are {found} together; the store puts in {needed}."), _RATE
    ),
    "LEAVE_ABOVE_K": BrokenRule(
        "leave", N_("{found} cannot stay behind where {needed} make a boss.")
    ),
    "SPILL_TOO_EARLY": BrokenRule(
        "spill_from", N_("Sliding begins with recruit {needed} at the earliest.")
    ),
    "STORE_REBATE": BrokenRule(
        "store_rebates",
        N_("A store's own share of {found} is outside the range; {needed} is its end."),
        _RATE,
    ),
    "SPLIT_DISPLAY": BrokenRule("split_display", N_("Points are shown times 1, 2, 5 or 10.")),
    "CAP_BELOW_MINT": BrokenRule(
        "cap_bp",
        N_("Paid out at {found} a purchase would be converted at once; the least is {needed}."),
        _RATE,
    ),
    "ENERGY_TOO_HIGH": BrokenRule(
        "energy_bp",
        N_("Energy and its multiplier make {found}; at most {needed} is possible."),
        _RATE,
    ),
    "RESERVE_NOT_FUNDED": BrokenRule(
        "late_reserve_bp",
        N_("A reserve that bears late returns needs money: at least 0.01%."),
        _RATE,
    ),
    "RESERVE_NOT_USED": BrokenRule(
        "late_reserve_bp",
        N_("Money is set aside only where the reserve bears late returns."),
        _RATE,
    ),
    "CLAWBACK_ACROSS_STORES": BrokenRule(
        "late_return_policy",
        N_("With one queue for all stores nobody pays for another store's returns."),
    ),
    "TAX_ON_DISCOUNT": BrokenRule(
        "withhold_bp",
        N_("From a price discount no tax is kept back: {found} here must be {needed}."),
        _RATE,
    ),
    "SEED_MISSING": BrokenRule(
        "seed", N_("A draw needs a number that is promised before it begins.")
    ),
}
"""By the validator's rule (rulebook 2.3 to 8.3)."""

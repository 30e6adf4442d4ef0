"""Why parameters cannot run, in words: which one, and what it would have to be."""

from collections.abc import Sequence

from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.errors import ShopError
from ui.office.questions import Question, range_text
from ui.wording import N_, LiveWording

_RATE, _SUM, _COUNT = "rate", "sum", "count"
_RULES: dict[str, tuple[str, str, str]] = {
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
}
"""By rule: the parameter to look at, the sentence, the unit of its two figures."""
_FIELDS = {
    "HoldTooShort": "hold_days",
    "ProgramOverLimit": "concession_bp",
}


def refusal_in_words(
    error: ShopError, questions: Sequence[Question], words: LiveWording
) -> tuple[str, str]:
    """Return a sentence and the parameter it is about; both empty for anything else."""
    _ = words.text
    facts = {name: getattr(error, name, "") for name in ("name", "rule", "found", "needed")}
    kind = type(error).__name__
    if kind == "ParametersDisagree" and facts["rule"] in _RULES:
        name, sentence, unit = _RULES[str(facts["rule"])]
        found, needed = (_told(unit, int(str(facts[part]))) for part in ("found", "needed"))
        return _(sentence, found=found, needed=needed), name
    if kind == "ParameterOutOfRange":
        asked = next((each for each in questions if each.name == facts["name"]), None)
        if asked is not None:
            told = range_text(asked, words)
            return _("{what}: {range}.", what=_(asked.label), range=told), asked.name
    if kind == "ProgramOverLimit":
        rate, limit = (
            rate_text(BasisPoints(int(getattr(error, part)))) for part in ("rate", "limit")
        )
        sentence = _(
            "It puts in {rate} of a sale; all programs together may put in {limit}. The shop's "
            "rules can raise that.",
            rate=rate,
            limit=limit,
        )
        names = {each.name for each in questions}
        return sentence, next(n for n in ("concession_bp", "rebate_bp", "earn_bp") if n in names)
    if kind == "ScopeMayNotChange":
        return _scope_told(error, questions, words), "scope"
    return "", _FIELDS.get(kind, "")


def _scope_told(error: ShopError, questions: Sequence[Question], words: LiveWording) -> str:
    """In the words of the choice, not of the rulebook."""
    _ = words.text
    scope = next(each for each in questions if each.name == "scope")
    shown = dict(zip(map(str, scope.choices), scope.choice_words, strict=True))
    return _(
        "{program} keeps its queue for {scope} while tickets wait.",
        program=str(getattr(error, "program", "")),
        scope=_(shown[str(getattr(error, "now", ""))]),
    )


def _told(unit: str, figure: int) -> str:
    if unit == _RATE:
        return rate_text(BasisPoints(figure))
    return money_text(Fen(figure)) if unit == _SUM else count_text(figure)

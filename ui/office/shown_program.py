"""A reward program's parameters in plain words."""

from collections.abc import Mapping

from pos_app.actions.list_programs import ProgramShown
from pos_app.domain.figures import money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from ui.office.sheet_view import SheetLine
from ui.wording import N_, LiveWording

KINDS = ("M0", "M1")
KIND_TITLES = {"M0": N_("Points"), "M1": N_("Queue for a free order")}
RISKS = {
    "green": N_("Green: the rules text is printed"),
    "yellow": N_("Yellow: somebody accepts the rules by name"),
    "red": N_("Red: pays for another's purchase; a sentence is typed besides"),
}
RISK_COLOURS = {"green": "jade", "yellow": "amber", "red": "cinnabar"}
_RATES = {
    "earn_bp": N_("Points for each sale"),
    "points_max_bp": N_("Points may pay at most"),
    "concession_bp": N_("The store puts in, of each sale"),
    "w_head": N_("of that: to the front of the queue"),
    "w_every": N_("of that: to everyone in the queue"),
    "w_ref": N_("of that: to the ticket of whoever referred"),
    "w_rep": N_("of that: to the buyer's own older ticket"),
    "w_exit": N_("of that: to the exit fund"),
    "w_fee": N_("of that: fee"),
    "free_rate_bp": N_("Refunded at most, of a purchase"),
    "exit_bp": N_("Voucher for leaving, of the open rest"),
}
_SUMS = {
    "min_order": N_("Smallest purchase that joins"),
    "max_order": N_("Largest purchase that joins"),
    "unit": N_("A large purchase is cut into tickets of"),
    "target_cap": N_("Largest refund"),
}
_COUNTS = {
    "window": N_("Tickets that share, 0 is all"),
    "daily_limit": N_("Purchases of a member a day"),
    "hold_days": N_("Days to wait before it counts"),
    "expiry_months": N_("Months until points expire, 0 is never"),
}


def state_of(shown: ProgramShown, words: LiveWording) -> tuple[str, str]:
    """Whether a program runs, and the token of its colour."""
    _ = words.text
    if shown.program.closed_at is not None:
        return _("stopped for good"), "ink2"
    if not shown.program.enabled:
        return _("switched off"), "amber"
    return _("running"), "jade"


def parameter_lines(params: Mapping[str, object], words: LiveWording) -> list[SheetLine]:
    """The parameters that a person may want to know, in the order in which they matter."""
    _ = words.text
    lines: list[SheetLine] = []
    for name, label in (*_RATES.items(), *_SUMS.items(), *_COUNTS.items()):
        value = params.get(name)
        if not isinstance(value, int) or (not value and name not in _COUNTS):
            continue
        if name == "unit" and "earn_bp" in params:
            # Of points it is how many are spent at a time, not where a purchase is cut.
            continue
        if name in _RATES:
            figure = rate_text(BasisPoints(value))
        elif name in _SUMS:
            figure = money_text(Fen(value))
        else:
            figure = str(value)
        lines.append(SheetLine(_(label), figure=figure))
    weights = params.get("head_weights")
    if isinstance(weights, list | tuple) and weights:
        shares = " · ".join(rate_text(BasisPoints(int(each))) for each in weights)
        lines.append(SheetLine(_("The front shares as"), figure=shares))
    return lines

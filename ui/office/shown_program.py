"""A reward program's parameters in plain words."""

from collections.abc import Mapping, Sequence

from pos_app.actions.adopt_program import ProgramAsk
from pos_app.actions.explain_program import explain_program
from pos_app.actions.list_programs import ProgramShown
from pos_app.actions.queue_board import QueueBoard
from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from ui.office.sheet_view import SheetHeading, SheetLine, SheetNote, SheetPart, SheetRule
from ui.wording import N_, LiveWording

KINDS = ("M0", "M1")
KIND_TITLES = {"M0": N_("Points"), "M1": N_("Queue refund")}
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
    """The parameters that a person may want to know, the weightiest first."""
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


def program_parts(shown: ProgramShown, words: LiveWording) -> list[SheetPart]:
    """A program as a sheet: its risk, who accepted it, the rules, the figures."""
    _ = words.text
    program = shown.program
    parts: list[SheetPart] = [SheetNote(_(RISKS[shown.risk]), RISK_COLOURS.get(shown.risk, "ink"))]
    if program.consent_by:
        parts.append(SheetNote(_("accepted by {name}", name=program.consent_by)))
    parts += [SheetRule(), SheetHeading(_("What customers are told"))]
    ask = ProgramAsk(program.name, program.kind, params=shown.params)
    parts += [SheetNote(_(each.text, **dict(each.fields)), "ink") for each in explain_program(ask)]
    parts += [SheetRule(), SheetHeading(_("In figures"))]
    return [*parts, *parameter_lines(shown.params, words)]


def stop_sentences(
    shown: ProgramShown, boards: Sequence[QueueBoard], words: LiveWording
) -> list[str]:
    """What stopping a program for good will do, before it is done (rulebook 2.6)."""
    _ = words.text
    name = shown.program.name
    told = [_("No sale joins {name} any more. This cannot be undone.", name=name)]
    for board in boards:
        if board.program != shown.program.number:
            continue
        pool, fund = money_text(board.pool), money_text(board.exit_fund)
        told += [
            _("The pool of {pool} is paid to the front of the queue.", pool=pool),
            _(
                "All {count} tickets leave the queue; vouchers are paid out of the exit fund "
                "of {fund}, as far as it reaches. What is left goes back to the store.",
                count=count_text(board.active),
                fund=fund,
            ),
        ]
    return [*told, _("Points, balances and vouchers that members have stay valid.")]

"""A reward program, running or to be, as a sheet in plain words."""

from collections.abc import Mapping, Sequence

from pos_app.actions.programs.list_programs import ProgramShown
from pos_app.actions.programs.preview_program import ProgramPreview
from pos_app.actions.programs.program_form import program_form
from pos_app.actions.queue.queue_board import QueueBoard
from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.money import BasisPoints
from pos_app.domain.standing import Disclosure
from ui.office.page.sheet_view import SheetHeading, SheetLine, SheetNote, SheetPart, SheetRule
from ui.office.programs.program_words import RED_LAW, RISK_COLOURS, RISKS
from ui.office.programs.questions import questions_of, value_text
from ui.wording import N_, LiveWording

_AT_THE_END = {
    "M1b": N_(
        "All entries end, and the pool goes back to the stores. The seed is published: the "
        "protocol can be checked by anybody."
    ),
    "M2": N_("Rounds that are not full end; what is in them goes back to the stores."),
    "M3": N_("Bonuses that were held back come free."),
    "M4": N_("Points release nothing any more; the pool goes back to the stores."),
    "M5": N_("Points are redeemed at their value, without a fee; the rest goes to the stores."),
    "M6": N_("The pool goes back to the stores; points can still be turned into vouchers."),
}
"""What stopping does to what waits, by kind (rulebook 2.6); the queue's has figures."""
_POINTS_END = frozenset({"M4", "M5"})


def state_of(shown: ProgramShown, words: LiveWording) -> tuple[str, str]:
    """Whether a program runs, and the token of its colour."""
    _ = words.text
    if shown.program.closed_at is not None:
        return _("stopped for good"), "ink2"
    if not shown.program.enabled:
        return _("switched off"), "amber"
    return _("running"), "jade"


def parameter_lines(kind: str, params: Mapping[str, object], words: LiveWording) -> list[SheetLine]:
    """Every parameter as it stands, in the person's units."""
    _ = words.text
    return [
        SheetLine(_(each.label), figure=value_text(each, params[each.name], words))
        for each in questions_of(program_form(kind))
        if each.name in params
    ]


def told_parts(rules: Sequence[Disclosure], words: LiveWording) -> list[SheetPart]:
    """What customers are told, sentence by sentence."""
    _ = words.text
    told = [SheetNote(_(each.text, **dict(each.fields)), "ink") for each in rules]
    return [SheetRule(), SheetHeading(_("What customers are told")), *told]


def preview_parts(
    preview: ProgramPreview, rules: Sequence[Disclosure], words: LiveWording
) -> list[SheetPart]:
    """A program that would be adopted: its risk, its budget, and its rules."""
    _ = words.text
    name = _("A new program: {name}", name=preview.name)
    if preview.is_change:
        name = _("A new version of {name}; earlier sales keep theirs", name=preview.name)
    parts: list[SheetPart] = [
        SheetNote(_(RISKS[preview.risk]), RISK_COLOURS.get(preview.risk, "ink")),
        SheetNote(name, "ink"),
    ]
    if preview.sentence:
        parts += red_parts(preview.sentence, words)
    budget = budget_lines(words, rate=preview.rate, together=preview.together, limit=preview.limit)
    parts += [SheetRule(), *budget]
    return [*parts, *told_parts(rules, words)]


def red_parts(sentence: str, words: LiveWording) -> list[SheetPart]:
    """What is typed for a red program, and the law that one says to have read (10.1)."""
    _ = words.text
    return [
        SheetNote(_("Sentence to be typed:")),
        SheetNote(sentence, "ink"),
        SheetRule(),
        SheetHeading(_("Rules against pyramid selling")),
        *(SheetNote(_(each), "ink") for each in RED_LAW),
    ]


def budget_lines(words: LiveWording, *, rate: int, together: int, limit: int) -> list[SheetPart]:
    """What is put in of a sale, alone and with everything that runs (rulebook 1.5)."""
    _ = words.text
    lines: list[SheetPart] = [
        SheetLine(_("Puts in of each sale"), figure=rate_text(BasisPoints(rate))),
        SheetLine(
            _("With everything that runs"),
            figure=rate_text(BasisPoints(together)),
            colour="amber" if together > limit else "ink",
        ),
        SheetLine(_("At most, by the shop's rules"), figure=rate_text(BasisPoints(limit))),
    ]
    if together > limit:
        told = _("A sale joins in turn; a program that no longer fits is left out of that sale.")
        lines.append(SheetNote(told, "amber"))
    return lines


def program_parts(shown: ProgramShown, words: LiveWording) -> list[SheetPart]:
    """A program as a sheet: its risk, who accepted it, the rules, the figures."""
    _ = words.text
    program = shown.program
    parts: list[SheetPart] = [SheetNote(_(RISKS[shown.risk]), RISK_COLOURS.get(shown.risk, "ink"))]
    if program.consent_by:
        parts.append(SheetNote(_("accepted by {name}", name=program.consent_by)))
    if shown.commitment:
        parts += [
            SheetRule(),
            SheetHeading(_("Published before the first draw")),
            SheetNote(shown.commitment, "ink"),
            SheetNote(
                _(
                    "With this sign anybody can check, once the program is over, that no draw "
                    "was made to suit. Print it where customers see it."
                )
            ),
        ]
    parts += told_parts(shown.rules, words)
    parts += [SheetRule(), SheetHeading(_("In figures"))]
    return [*parts, *parameter_lines(program.kind, shown.params, words)]


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
    told.append(_("Purchases that do not count yet bring nothing of it any more."))
    kind = shown.program.kind
    if kind in _AT_THE_END:
        told.append(_(_AT_THE_END[kind]))
    if kind in _POINTS_END:
        return [*told, _("Balances and vouchers that members have stay valid.")]
    return [*told, _("Points, balances and vouchers that members have stay valid.")]

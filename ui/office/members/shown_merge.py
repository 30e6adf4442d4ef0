"""Two members side by side before they become one; names and phones masked."""

from collections.abc import Callable, Sequence

from pos_app.actions.members.merge_members import MergePreview
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.member import masked_name
from pos_app.domain.standing import Standing
from ui.office.page.page_places import MARK
from ui.office.page.sheet_view import SheetNote
from ui.office.widgets.office_model import Column, OfficeRow
from ui.wording import N_, LiveWording

_FIGURE = 160

_LINES: tuple[tuple[str, Callable[[Standing], str]], ...] = (
    (N_("Points"), lambda each: count_text(each.points)),
    (N_("Reward balance"), lambda each: money_text(each.reward)),
    (N_("Vouchers"), lambda each: money_text(each.voucher)),
    (N_("In the queue"), lambda each: str(len(each.tickets))),
    (N_("Other programs"), lambda each: str(len(each.holdings))),
)


def merge_columns(shown: MergePreview, words: LiveWording) -> tuple[Column, ...]:
    """The duplicate, the one who stays, and the one who stays as he will be."""
    _ = words.text
    return (
        Column(""),
        Column(_("Duplicate {number}", number=shown.duplicate.member), _FIGURE, is_figure=True),
        Column(_("Member {number}", number=shown.stays.member), _FIGURE, is_figure=True),
        Column(_("Then"), _FIGURE, is_figure=True),
        MARK,
    )


def merge_rows(shown: MergePreview, words: LiveWording) -> list[OfficeRow]:
    """Name, phone, balances and what the programs keep of each."""
    _, _c = words.text, words.text_in
    standings = shown.duplicate, shown.stays, shown.after
    names = (masked_name(each.name) for each in standings)
    phones = (each.masked_phone for each in standings)
    rows = [OfficeRow((_c("person", "Name"), *names, "")), OfficeRow((_("Phone"), *phones, ""))]
    for label, figure in _LINES:
        figures = (figure(each) for each in standings)
        rows.append(OfficeRow((_(label), *figures, ""), ("ink", "ink", "ink", "jade")))
    return rows


def merge_notes(shown: MergePreview, words: LiveWording) -> Sequence[SheetNote]:
    """What merging does, before it is done."""
    _, _n = words.text, words.plural
    told = [
        _n(
            "{count} purchase and all that it brought becomes this member's.",
            "{count} purchases and all that they brought become this member's.",
            count=shown.purchases,
        ),
        _("Cards, phone and number of the duplicate find this member from then on."),
    ]
    if shown.ends_sponsor:
        told.append(
            _("Whoever referred the duplicate earns nothing by later purchases; the rest stands.")
        )
    told.append(_("Nobody can undo it. It needs the PIN of a manager or owner."))
    return [SheetNote(each, "ink") for each in told]

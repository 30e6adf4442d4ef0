"""The day's reward report as the page shows it; nothing is worked out."""

from dataclasses import dataclass

from pos_app.actions.reports.report_tables import accounts_table, day_figures
from pos_app.actions.reports.reward_words import reason_name
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.money import Fen
from pos_app.reports.cell_text import cell_text
from pos_app.reports.reward_day import RewardDay, hours_shown
from pos_app.reports.table import Kind, ReportTable
from ui.office.page.page_places import MARK
from ui.office.reports.rank_list import Ranked
from ui.office.widgets.chart import ChartView, Series
from ui.office.widgets.figure_card import FigureCardView
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.share_bar import percent_text
from ui.theme import theme
from ui.widgets.member_head import FigureView
from ui.wording import LiveWording

_REWARD_TENDERS = ("points", "reward", "voucher")
_MOST_KINDS = 2
_FIGURE = 92


@dataclass(frozen=True, slots=True)
class RewardsRead:
    """What the page asks of the shop for one day."""

    report: RewardDay
    names: dict[int, tuple[str, str]]


def cards(read: RewardsRead, words: LiveWording) -> tuple[FigureCardView, ...]:
    """Put in, given, joined, filled, in the queue: the figures of the paper."""
    _n, figures = words.plural, day_figures(read.report, words.wording)
    kinds = len(read.report.put_in_by_kind)
    views = []
    for number, figure in enumerate(figures):
        note = figure.note
        if number == 0 and (kinds > _MOST_KINDS or (kinds and theme().text_scale > 1)):
            # The accounts below say it one by one.
            note = _n("{count} program", "{count} programs", count=kinds)
        if figure.kind is Kind.MONEY:
            colour = "jade" if number == 1 else "ink"
            view = FigureView(figure.label, note, fen=Fen(figure.value), colour=colour)
        else:
            view = FigureView(figure.label, note, figure=count_text(figure.value))
        views.append(FigureCardView(view))
    return tuple(views)


def accounts(
    read: RewardsRead, words: LiveWording
) -> tuple[tuple[Column, ...], list[OfficeRow], OfficeRow]:
    """The accounts of what is owed, opening to closing."""
    _ = words.text
    table = accounts_table(read.report, words.wording)
    # Shorter heads than on paper, where a head may have two lines.
    heads = (_("Opening"), _("Put in"), _("Between"), _("Used"), _("Undone, back"), _("Closing"))
    figures = (Column(head, _FIGURE, is_figure=True) for head in heads)
    return (Column(_("Account")), *figures, MARK), _rows_of(table), _row_of(table, table.total)


def tenders(
    read: RewardsRead, words: LiveWording
) -> tuple[tuple[Column, ...], list[OfficeRow], OfficeRow]:
    """Sales by tender; what members paid with rewards is one line, in jade."""
    _ = words.text
    kept = dict(read.report.rows.tenders)
    rewards = sum(kept.pop(kind, 0) for kind in _REWARD_TENDERS)
    names = {
        "wechat": _("WeChat Pay"),
        "alipay": _("Alipay"),
        "cash": _("Cash"),
        "card": _("Bank card"),
    }
    ordered = sorted(names, key=lambda kind: -kept.get(kind, 0))
    rows = [OfficeRow((names[kind], money_text(Fen(kept.get(kind, 0))))) for kind in ordered]
    rows.append(OfficeRow((_("Paid with rewards"), money_text(Fen(rewards))), ("", "jade")))
    whole = sum(read.report.rows.tenders.values())
    columns = (Column(_("Tender")), Column(_("Amount"), 104, is_figure=True))
    return columns, rows, OfficeRow((_("Total"), money_text(Fen(whole))))


def chart(read: RewardsRead, words: LiveWording) -> ChartView:
    """Put in and given by hour, from the shop's usual opening or earlier."""
    _ = words.text
    hours, shown = read.report.by_hour, hours_shown(read.report)
    return ChartView(
        labels=tuple(str(hour) for hour in shown),
        bars=(
            Series(_("Put in"), tuple(hours[hour][0] for hour in shown)),
            Series(_("Given"), tuple(hours[hour][1] for hour in shown)),
        ),
        unit=100,
    )


def receivers(read: RewardsRead) -> tuple[Ranked, ...]:
    """Who received most, masked."""
    lines = []
    for each in read.report.largest:
        name, phone = read.names.get(each.member, ("", ""))
        lines.append(Ranked(name or f"#{each.member}", phone[-4:], money_text(each.amount)))
    return tuple(lines)


def share_of_receivers(read: RewardsRead) -> str:
    """How much of what was given the largest receivers have together."""
    return percent_text(sum(each.amount for each in read.report.largest), read.report.total.given)


def not_joined(read: RewardsRead, words: LiveWording) -> list[tuple[str, int]]:
    """Sales that did not join the queue, by reason; without a queue, any program."""
    counts: dict[str, int] = {}
    for each in read.report.did_not_join:
        name = reason_name(each.reason, words.wording)
        counts[name] = counts.get(name, 0) + each.sales
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _rows_of(table: ReportTable) -> list[OfficeRow]:
    return [_row_of(table, row) for row in table.rows]


def _row_of(table: ReportTable, row: tuple[str | int | None, ...]) -> OfficeRow:
    kinds = [column.kind for column in table.columns]
    cells = (cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True))
    return OfficeRow((*cells, ""))

"""The day's reward report as the page shows it; nothing is worked out."""

from dataclasses import dataclass

from pos_app.actions.list_programs import ProgramShown
from pos_app.actions.report_tables import report_tables, shown_flows
from pos_app.actions.reward_words import kind_name, reason_name
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.money import Fen
from pos_app.reports.cell_text import cell_text
from pos_app.reports.reward_day import RewardDay, hours_shown
from pos_app.reports.table import ReportTable
from ui.chart import ChartView, Series
from ui.figure_card import FigureCardView
from ui.member_head import FigureView
from ui.office.page_places import MARK
from ui.office.rank_list import Ranked
from ui.office_model import Column, OfficeRow
from ui.share_bar import percent_text
from ui.theme import theme
from ui.wording import LiveWording

_REWARD_TENDERS = ("points", "reward", "voucher")
_MOST_KINDS = 2


@dataclass(frozen=True, slots=True)
class RewardsRead:
    """What the page asks of the shop for one day."""

    report: RewardDay
    names: dict[int, tuple[str, str]]
    programs: tuple[ProgramShown, ...]


def cards(read: RewardsRead, words: LiveWording) -> tuple[FigureCardView, ...]:
    """Put in, paid, joined, filled, in the queue."""
    _, _n = words.text, words.plural
    report, rows = read.report, read.report.rows
    parts = [
        f"{kind_name(kind, words.wording)} {money_text(sum_)}"
        for kind, sum_ in report.funded_by_kind
    ]
    kinds = " · ".join(parts)
    if len(parts) > _MOST_KINDS or theme().text_scale > 1:
        # The accounts below say it one by one.
        kinds = _n("{count} program", "{count} programs", count=len(parts))
    before = rows.queued - rows.joined + rows.completed + rows.left
    missed = sum(count for _reason, count in not_joined(read, words))
    members = _n("{count} member", "{count} members", count=report.receivers)
    return (
        FigureCardView(
            _money(_("Put into rewards"), report.funded, note=kinds or _("Nothing yet"))
        ),
        FigureCardView(_money(_("Paid to members"), report.paid, note=members, colour="jade")),
        FigureCardView(
            _count(
                _("New tickets"),
                rows.joined,
                note=_n("{count} sale did not join", "{count} sales did not join", count=missed),
            )
        ),
        FigureCardView(
            _count(_("Filled"), rows.completed, note=_("Left {count}", count=rows.left))
        ),
        FigureCardView(
            _count(
                _("In the queue"),
                rows.queued,
                note=_("The day before {count}", count=count_text(before)),
            )
        ),
    )


def accounts(
    read: RewardsRead, words: LiveWording
) -> tuple[tuple[Column, ...], list[OfficeRow], OfficeRow]:
    """The accounts of what is owed, opening to closing."""
    _ = words.text
    table = report_tables(read.report, words.wording, names=read.names).tables[0]
    # Shorter heads than on paper, where a column is wider.
    heads = (_("Opening"), _("Put in"), _("Paid out"), _("Undone"), _("Closing"))
    figures = (Column(head, 104, is_figure=True) for head in heads)
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
    """Put in and paid by hour, from the shop's usual opening or earlier."""
    _ = words.text
    hours, shown = read.report.by_hour, hours_shown(read.report)
    return ChartView(
        labels=tuple(str(hour) for hour in shown),
        bars=(
            Series(_("Put in"), tuple(hours[hour][0] for hour in shown)),
            Series(_("Paid"), tuple(hours[hour][1] for hour in shown)),
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
    """How much of the day's payments the largest receivers have together."""
    return percent_text(sum(each.amount for each in read.report.largest), read.report.paid)


def not_joined(read: RewardsRead, words: LiveWording) -> list[tuple[str, int]]:
    """Sales that did not join the queue, by reason; without a queue, any program."""
    queues = {each.program.number for each in read.programs if each.program.kind == "M1"}
    counts: dict[str, int] = {}
    for (program, reason), count in read.report.rows.refused.items():
        if not queues or program in queues:
            name = reason_name(reason, words.wording)
            counts[name] = counts.get(name, 0) + count
    return sorted(counts.items(), key=lambda pair: -pair[1])


def owed(read: RewardsRead) -> Fen:
    """What is owed to members and lies in pools at the end of the day."""
    return Fen(sum(flow.closing for flow in shown_flows(read.report)))


def _money(label: str, fen: Fen, *, note: str, colour: str = "ink") -> FigureView:
    return FigureView(label, fen=fen, note=note, colour=colour)


def _count(label: str, count: int, *, note: str) -> FigureView:
    return FigureView(label, figure=count_text(count), note=note)


def _rows_of(table: ReportTable) -> list[OfficeRow]:
    return [_row_of(table, row) for row in table.rows]


def _row_of(table: ReportTable, row: tuple[str | int | None, ...]) -> OfficeRow:
    kinds = [column.kind for column in table.columns]
    cells = (cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True))
    return OfficeRow((*cells, ""))

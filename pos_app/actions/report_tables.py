"""The day's reward report as a titled report in one language, for paper and files."""

from pos_app.actions.reward_words import (
    TENDERS,
    group_name,
    kind_name,
    reason_name,
    tender_name,
)
from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen
from pos_app.reports.reward_day import GroupFlow, RewardDay, hours_shown
from pos_app.reports.table import Bars, Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording


def shown_group(group: str, day: RewardDay, wording: Wording) -> str:
    """Return a group's name as short as it can be.

    A lone pool needs no program's name.
    """
    head = group.partition("@")[0]
    alike = sum(flow.group.partition("@")[0] == head for flow in day.flows)
    return group_name(head if alike == 1 else group, wording)


def report_tables(day: RewardDay, wording: Wording, *, names: dict[int, tuple[str, str]]) -> Report:
    """Return the report's figures and tables with their titles."""
    _ = wording.text
    hours = hours_shown(day)
    return Report(
        title=_("Day's reward report"),
        subtitle=day.rows.day,
        figures=_figures(day, wording),
        tables=(
            _flows(day, wording),
            _tenders(day, wording),
            _receivers(day, wording, names),
            _refused(day, wording),
        ),
        chart=Bars(
            title=_("Put in and paid, by hour"),
            labels=tuple(str(hour) for hour in hours),
            series=(
                (_("Put in"), tuple(day.by_hour[hour][0] for hour in hours)),
                (_("Paid"), tuple(day.by_hour[hour][1] for hour in hours)),
            ),
        ),
        note=_(
            "Equal to the books, difference {difference}.", difference=money_text(day.difference)
        ),
    )


def _figures(day: RewardDay, wording: Wording) -> tuple[Figure, ...]:
    _ = wording.text
    parts = " · ".join(
        f"{kind_name(kind, wording)} {money_text(sum_)}" for kind, sum_ in day.funded_by_kind
    )
    return (
        Figure(_("Put into rewards"), day.funded, Kind.MONEY, parts),
        Figure(
            _("Paid to members"),
            day.paid,
            Kind.MONEY,
            wording.plural("{count} member", "{count} members", count=day.receivers),
        ),
        Figure(_("Tickets joined"), day.rows.joined, Kind.COUNT),
        Figure(_("Tickets filled"), day.rows.completed, Kind.COUNT),
        Figure(_("Tickets left"), day.rows.left, Kind.COUNT),
        Figure(_("In the queue"), day.rows.queued, Kind.COUNT),
    )


def shown_flows(day: RewardDay) -> tuple[GroupFlow, ...]:
    """Return the flows of what is owed: pools, funds and members' purses."""
    return tuple(flow for flow in day.flows if flow.group.partition(":")[0] not in {"SRC", "OUT"})


def _flows(day: RewardDay, wording: Wording) -> ReportTable:
    _ = wording.text
    flows = shown_flows(day)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            shown_group(flow.group, day, wording),
            flow.opening,
            flow.put_in,
            Fen(-flow.paid_out),
            flow.undone,
            flow.closing,
        )
        for flow in flows
    )
    sums = [sum(int(row[at] or 0) for row in rows) for at in range(1, 6)]
    heads = (_("Opening"), _("Put in"), _("Paid out"), _("Undone by returns"), _("Closing"))
    return ReportTable(
        title=_("Accounts today"),
        columns=(Column(_("Account")), *(Column(head, Kind.MONEY) for head in heads)),
        rows=rows,
        total=(_("Total"), *sums),
    )


def _tenders(day: RewardDay, wording: Wording) -> ReportTable:
    _ = wording.text
    rows = tuple(
        (tender_name(kind, wording), day.rows.tenders[kind])
        for kind in TENDERS
        if kind in day.rows.tenders
    )
    return ReportTable(
        title=_("Sales by tender"),
        columns=(Column(_("Tender")), Column(_("Amount"), Kind.MONEY)),
        rows=rows,
        total=(_("Total"), sum(sum_ for _name, sum_ in rows)),
    )


def _receivers(day: RewardDay, wording: Wording, names: dict[int, tuple[str, str]]) -> ReportTable:
    _ = wording.text
    return ReportTable(
        title=_("Received most today"),
        columns=(Column(_("Member")), Column(_("Phone")), Column(_("Amount"), Kind.MONEY)),
        rows=tuple(
            (*names.get(each.member, (str(each.member), "")), each.amount) for each in day.largest
        ),
    )


def _refused(day: RewardDay, wording: Wording) -> ReportTable:
    _ = wording.text
    sums: dict[str, int] = {}
    for (_program, reason), count in sorted(day.rows.refused.items(), key=lambda pair: -pair[1]):
        name = reason_name(reason, wording)
        sums[name] = sums.get(name, 0) + count
    return ReportTable(
        title=_("Not joined, each program by itself"),
        columns=(Column(_("Reason")), Column(_("Times"), Kind.COUNT)),
        rows=tuple(sums.items()),
    )

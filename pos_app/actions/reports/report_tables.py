"""The day's reward report as titled tables in one language, for all readers."""

from pos_app.actions.reports.program_tables import (
    programs_table,
    reserves_table,
    titled,
    words_table,
)
from pos_app.actions.reports.reward_words import (
    TENDERS,
    group_name,
    kind_name,
    reason_name,
    tender_name,
)
from pos_app.actions.reports.trade_days import books_note, not_traded_note
from pos_app.domain.day_text import day_text
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.money import Fen
from pos_app.reports.account_day import AccountDay
from pos_app.reports.reward_day import RewardDay, hours_shown
from pos_app.reports.table import Bars, Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording


def report_tables(day: RewardDay, wording: Wording, *, names: dict[int, tuple[str, str]]) -> Report:
    """Return the report's figures and tables with their titles."""
    _ = wording.text
    hours, of_day = hours_shown(day), day_text(day.rows.day, _)
    if not day.is_told:
        return empty_report(_("Day's reward report"), of_day, day_note(day, wording))
    return Report(
        title=_("Day's reward report"),
        subtitle=of_day,
        figures=day_figures(day, wording),
        tables=(
            accounts_table(day, wording),
            programs_table(day.programs, wording),
            *([reserves_table(day.reserves, wording)] if day.reserves else []),
            _tenders(day, wording),
            *([_stores(day, wording)] if len(day.rows.stores) > 1 else []),
            _receivers(day, wording, names),
            _not_joined(day, wording),
            words_table(_words(wording), wording),
        ),
        chart=Bars(
            title=_("Put in and given, by hour"),
            labels=tuple(str(hour) for hour in hours),
            series=(
                (_("Put in"), tuple(day.by_hour[hour][0] for hour in hours)),
                (_("Given"), tuple(day.by_hour[hour][1] for hour in hours)),
            ),
        ),
        note=day_note(day, wording),
    )


def empty_report(title: str, subtitle: str, note: str) -> Report:
    """Return a report of days on which there was no trade to tell of."""
    return Report(title=title, subtitle=subtitle, figures=(), tables=(), note=note)


def day_note(day: RewardDay, wording: Wording) -> str:
    """Return whether the day equals the books, or why there is nothing to tell of it."""
    _, rows = wording.text, day.rows
    if day.difference:
        return books_note(day.difference, wording=wording)
    not_traded = not_traded_note(rows.trade, rows.day, rows.day, wording=wording)
    if not_traded:
        return not_traded
    if day.is_still:
        return _("Nothing was booked on this day, difference 0.00.")
    return books_note(day.difference, wording=wording)


def _shown_group(group: str, day: RewardDay, wording: Wording) -> str:
    """Return a group's name as short as it can be.

    A lone pool needs no program's name.
    """
    head = group.partition("@")[0]
    alike = sum(each.group.partition("@")[0] == head for each in day.accounts)
    return group_name(head if alike == 1 else group, wording)


def day_figures(day: RewardDay, wording: Wording) -> tuple[Figure, ...]:
    """Return the day's five figures: put in, given, joined, filled, in the queue."""
    _, _n = wording.text, wording.plural
    parts = " · ".join(
        f"{kind_name(kind, wording)} {money_text(sum_)}" for kind, sum_ in day.put_in_by_kind
    )
    missed = sum(each.sales for each in day.did_not_join)
    return (
        Figure(_("Put into rewards"), day.total.put_in, Kind.MONEY, parts or _("Nothing yet")),
        Figure(
            _("Given to members"),
            day.total.given,
            Kind.MONEY,
            _n("{count} member", "{count} members", count=day.receivers),
        ),
        Figure(
            _("New tickets"),
            day.rows.joined,
            Kind.COUNT,
            _n("{count} sale did not join", "{count} sales did not join", count=missed),
        ),
        Figure(_("Full"), day.rows.completed, Kind.COUNT, _("Left {count}", count=day.rows.left)),
        Figure(
            _("In the queue"),
            day.rows.queued,
            Kind.COUNT,
            _("The day before {count}", count=count_text(day.rows.queued_before)),
        ),
    )


def shown_accounts(day: RewardDay) -> tuple[AccountDay, ...]:
    """Return the accounts of what is owed: pools, funds and members' purses."""
    return tuple(each for each in day.accounts if each.is_owed)


def accounts_table(day: RewardDay, wording: Wording) -> ReportTable:
    """Return pools, funds and purses from opening to closing; every column adds up."""
    _ = wording.text
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _shown_group(each.group, day, wording),
            each.opening,
            each.put_in,
            each.between,
            each.used,
            each.undone,
            each.closing,
        )
        for each in shown_accounts(day)
    )
    sums = [sum(int(row[at] or 0) for row in rows) for at in range(1, 7)]
    heads = (
        _("Opening"),
        _("Put in"),
        _("Between accounts"),
        _("Used"),
        _("Undone, back"),
        _("Closing"),
    )
    return ReportTable(
        title=_("Accounts on this day"),
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
        total=(_("Total"), Fen(sum(sum_ for _name, sum_ in rows))),
    )


def _stores(day: RewardDay, wording: Wording) -> ReportTable:
    """Each owner's takings in a shop that several share (rulebook 9.3)."""
    _ = wording.text
    rows = [
        (store, sold, returned, Fen(sold - returned))
        for store, (sold, returned) in sorted(day.rows.stores.items())
    ]
    sums = zip(*(row[1:] for row in rows), strict=True)
    heads = (_("Sold"), _("Goods back"), _("Takings"))
    return ReportTable(
        title=_("Sales by store"),
        columns=(Column(_("Store")), *(Column(head, Kind.MONEY) for head in heads)),
        rows=tuple(rows),
        total=(_("Total"), *(Fen(sum(each)) for each in sums)),
    )


def _receivers(day: RewardDay, wording: Wording, names: dict[int, tuple[str, str]]) -> ReportTable:
    _ = wording.text
    return ReportTable(
        title=_("Received most"),
        columns=(Column(_("Member")), Column(_("Phone")), Column(_("Amount"), Kind.MONEY)),
        rows=tuple(
            (*names.get(each.member, (str(each.member), "")), each.amount) for each in day.largest
        ),
    )


def _not_joined(day: RewardDay, wording: Wording) -> ReportTable:
    _ = wording.text
    return ReportTable(
        title=_("Did not join"),
        columns=(Column(_("Program")), Column(_("Reason")), Column(_("Sales"), Kind.COUNT)),
        rows=tuple(
            (
                titled(each.program.name, each.program.kind, wording),
                reason_name(each.reason, wording),
                each.sales,
            )
            for each in day.not_joined
        ),
    )


def _words(wording: Wording) -> tuple[tuple[str, str], ...]:
    """What the words of the day's own tables mean."""
    _ = wording.text
    return (
        (
            _("Between accounts"),
            _("From pools and funds to members, or from one account to another: 0.00 in all."),
        ),
        (
            _("Used"),
            _("Paid with at the till or paid out; of a pool, what it withheld as a fee or tax."),
        ),
        (
            _("Undone, back"),
            _("By returns and voids, with what was kept from refunds and went to the stores."),
        ),
        (
            _("Sales by tender"),
            _("What was kept of the day's sales less what was paid back; voids are left out."),
        ),
        (
            _("Did not join"),
            _("Each program counts its own sales: one that joined none is in each of them."),
        ),
    )

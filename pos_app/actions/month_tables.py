"""The month-end statement as a titled report in one language, for paper and files."""

from pos_app.actions.reward_words import group_name, kind_name
from pos_app.domain.figures import money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.reports.contract_liability import liability_month
from pos_app.reports.month_statement import MonthStatement, ProgramMonth
from pos_app.reports.table import Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording

_COMMISSIONS = ("M2", "M3")
"""Paid to persons who act for the shop: a selling expense (rulebook 10.9)."""


def month_tables(statement: MonthStatement, wording: Wording) -> Report:
    """Return the statement's figures and tables with their titles."""
    _ = wording.text
    total = statement.total
    return Report(
        title=_("Month-end statement of rewards"),
        subtitle=statement.rows.month,
        figures=(
            Figure(_("Opening"), total.opening, Kind.MONEY),
            Figure(_("Put in"), total.funded, Kind.MONEY),
            Figure(_("Paid to members"), total.paid, Kind.MONEY),
            Figure(_("Back to the stores"), total.returned, Kind.MONEY),
            Figure(_("Closing"), total.closing, Kind.MONEY),
        ),
        tables=(
            _programs(statement, wording),
            _held(statement, wording),
            _stores(statement, wording),
            _liability(statement, wording),
            _entries(statement, wording),
        ),
        note=_(
            "Equal to the books, difference {difference}.",
            difference=money_text(statement.difference),
        ),
    )


def program_title(program: ProgramMonth, wording: Wording) -> str:
    """Return a program's name with what it is."""
    return f"{program.name} · {kind_name(program.kind, wording)}"


def _programs(statement: MonthStatement, wording: Wording) -> ReportTable:
    _ = wording.text
    heads = (_("Opening"), _("Put in"), _("Paid"), _("Back to the stores"), _("Closing"))
    total = statement.total
    return ReportTable(
        title=_("Programs"),
        columns=(Column(_("Program")), *_money(heads)),
        rows=tuple((program_title(each, wording), *_figures(each)) for each in statement.programs),
        total=(_("Total"), *_figures(total)),
    )


def _figures(program: ProgramMonth) -> tuple[Cell, ...]:
    return (
        program.opening,
        program.funded,
        Fen(-program.paid),
        Fen(-program.returned),
        program.closing,
    )


def _held(statement: MonthStatement, wording: Wording) -> ReportTable:
    _ = wording.text
    heads = (
        _("Opening"),
        _("Received"),
        _("Exchanged"),
        _("Used"),
        _("Back, expired"),
        _("Closing"),
    )
    return ReportTable(
        title=_("What members hold"),
        columns=(Column(_("Account")), *_money(heads)),
        rows=tuple(
            (
                group_name(each.group, wording),
                each.opening,
                each.received,
                each.moved,
                Fen(-each.spent),
                Fen(-each.taken_back),
                each.closing,
            )
            for each in statement.held
            if any((each.opening, each.received, each.moved, each.spent, each.closing))
        ),
    )


def _stores(statement: MonthStatement, wording: Wording) -> ReportTable:
    _ = wording.text
    heads = (_("Opening"), _("Put in"), _("Got back"), _("Closing"))
    return ReportTable(
        title=_("What each store has put in"),
        columns=(Column(_("Store")), *_money(heads)),
        rows=tuple(
            (each.store, each.opening, each.put_in, Fen(-each.got_back), each.closing)
            for each in statement.stores
        ),
    )


def _liability(statement: MonthStatement, wording: Wording) -> ReportTable:
    """Points by their share of the price, pools and balances as they are (10.9)."""
    _ = wording.text
    points = liability_month(statement.rows.points)
    expected = rate_text(BasisPoints(statement.rows.points.expected_bp))
    rows: list[tuple[Cell, ...]] = [
        (
            _("Points, {share} expected", share=expected),
            points.opening,
            points.added,
            Fen(-points.released),
            points.closing,
        )
    ]
    rows += [
        (
            program_title(each, wording),
            each.opening,
            each.funded,
            Fen(-each.paid - each.returned),
            each.closing,
        )
        for each in statement.programs
        if each.opening or each.closing
    ]
    rows += [
        (
            group_name(each.group, wording),
            each.opening,
            Fen(each.received + each.moved),
            Fen(-each.spent - each.taken_back),
            each.closing,
        )
        for each in statement.held
        if each.group in {"CASH", "VCH", "PTS", "LOCK"} and (each.opening or each.closing)
    ]
    heads = (_("Opening"), _("Added"), _("Released"), _("Closing"))
    sums = [sum(int(row[at] or 0) for row in rows) for at in range(1, 5)]
    return ReportTable(
        title=_("Contract liabilities"),
        columns=(Column(_("What is owed")), *_money(heads)),
        rows=tuple(rows),
        total=(_("Total"), *sums),
    )


def _entries(statement: MonthStatement, wording: Wording) -> ReportTable:
    """The suggested entries of rulebook 10.9, to be confirmed by the accountant."""
    _ = wording.text
    pools = [each for each in statement.programs if each.kind not in {"M0", *_COMMISSIONS}]
    commissions = [each for each in statement.programs if each.kind in _COMMISSIONS]
    revenue, pool = _("Revenue"), _("Contract liability: reward pools")
    balances = _("Contract liability: members' balances")
    points = liability_month(statement.rows.points)
    points_owed = _("Contract liability: points")
    spent = sum(each.spent for each in statement.held if each.group != "POINTS")
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("Put in"), revenue, pool, Fen(sum(each.funded for each in pools))),
        (_("Paid"), pool, balances, Fen(sum(each.paid for each in pools))),
        (_("Back to the stores"), pool, revenue, Fen(sum(each.returned for each in pools))),
        (
            _("Commissions"),
            _("Selling expenses"),
            balances,
            Fen(sum(each.funded - each.returned for each in commissions)),
        ),
        (_("Used"), balances, revenue, Fen(spent)),
        (_("Points granted"), revenue, points_owed, points.added),
        (_("Points used or expired"), points_owed, revenue, points.released),
    )
    return ReportTable(
        title=_("Suggested entries, to be confirmed by the accountant"),
        columns=(
            Column(_("What happened")),
            Column(_("Debit")),
            Column(_("Credit")),
            Column(_("Amount"), Kind.MONEY),
        ),
        rows=tuple(row for row in rows if row[3]),
    )


def _money(heads: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(head, Kind.MONEY) for head in heads)

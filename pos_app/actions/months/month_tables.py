"""The month-end statement as a titled report in one language, for paper and files."""

from collections.abc import Mapping

from pos_app.actions.reports.program_tables import (
    program_title,
    programs_table,
    reserves_table,
    total_figures,
    words_table,
)
from pos_app.actions.reports.report_tables import empty_report
from pos_app.actions.reports.reward_words import TREATMENT_CHOSEN, group_name
from pos_app.actions.reports.tax_treatments import treatments_table
from pos_app.actions.reports.trade_days import books_note, not_traded_month_note
from pos_app.domain.day_text import month_text
from pos_app.domain.figures import rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.tax_treatment import LABOUR_INCOME
from pos_app.engine.parameters.points import PointsParameters
from pos_app.reports.contract_liability import liability_month
from pos_app.reports.month_statement import MonthStatement
from pos_app.reports.program_sums import ProgramSums
from pos_app.reports.table import Cell, Column, Kind, Report, ReportTable
from pos_app.wording import Wording

PAPER_ONLY = 2
"""The last tables, for the accountant's desk: suggested entries, what the words mean."""


def month_tables(statement: MonthStatement, wording: Wording) -> Report:
    """Return the statement's figures and tables with their titles."""
    _ = wording.text
    names = {each.code: each.paper_name for each in statement.rows.stores}
    month = month_text(statement.rows.month, _)
    note, is_told = _note(statement, wording)
    if not is_told:
        return empty_report(_("Month-end statement of rewards"), month, note)
    return Report(
        title=_("Month-end statement of rewards"),
        subtitle=month,
        figures=total_figures(statement.total, wording),
        tables=(
            programs_table(statement.programs, wording),
            *([reserves_table(statement.reserves, wording)] if statement.reserves else []),
            _held(statement, wording),
            _stores(statement, wording, names=names),
            _liability(statement, wording),
            _treatments(statement, wording),
            _entries(statement, wording),
            words_table(_words(wording), wording),
        ),
        note=note,
    )


def _note(statement: MonthStatement, wording: Wording) -> tuple[str, bool]:
    """What is said of the month, and whether there is more to tell of it."""
    equal = books_note(statement.difference, wording=wording)
    if statement.difference:
        return equal, True
    none = not_traded_month_note(statement.rows.trade, statement.rows.month, wording=wording)
    return none or equal, not none


def _held(statement: MonthStatement, wording: Wording) -> ReportTable:
    _ = wording.text
    heads = (
        _("Opening"),
        _("Given"),
        _("Exchanged"),
        _("Used"),
        _("Taken back"),
        _("Closing"),
    )
    return ReportTable(
        title=_("What members hold"),
        columns=(Column(_("Account")), *_money(heads)),
        rows=tuple(
            (
                group_name(each.group, wording),
                each.opening,
                each.given,
                each.moved,
                Fen(-each.spent),
                Fen(-each.taken_back),
                each.closing,
            )
            for each in statement.held
            if any((each.opening, each.given, each.moved, each.spent, each.closing))
        ),
    )


def _stores(
    statement: MonthStatement, wording: Wording, *, names: Mapping[str, str]
) -> ReportTable:
    _ = wording.text
    heads = (
        _("Opening"),
        _("Put in"),
        _("From refunds"),
        _("To stores"),
        _("Reserve"),
        _("Closing"),
    )
    return ReportTable(
        title=_("What each store has put in"),
        columns=(Column(_("Store")), *_money(heads)),
        rows=tuple(
            (
                names.get(each.store, each.store),
                each.opening,
                each.put_in,
                each.from_refunds,
                -each.got_back,
                each.reserve,
                each.closing,
            )
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
            Fen(each.given + each.moved),
            Fen(-each.spent - each.taken_back),
            each.closing,
        )
        for each in statement.held
        if each.group in {"CASH", "VCH", "PTS", "LOCK"} and (each.opening or each.closing)
    ]
    heads = (_("Opening"), _("Added"), _("Released"), _("Closing"))
    sums = [sum(int(row[at] or 0) for row in rows) for at in range(1, 5)]
    return ReportTable(
        title=_("Contract liabilities: points by their share of the price, not at face"),
        columns=(Column(_("What is owed")), *_money(heads)),
        rows=tuple(rows),
        total=(_("Total"), *sums),
    )


def _treatments(statement: MonthStatement, wording: Wording) -> ReportTable:
    """What members got of each program, and what that is for tax (10.7)."""
    given = [each for each in statement.programs if each.given or each.taken_back]
    treatments = statement.rows.treatments
    return treatments_table([(each, treatments[each.number]) for each in given], wording)


def _entries(statement: MonthStatement, wording: Wording) -> ReportTable:
    """The suggested entries of rulebook 10.9, to be confirmed by the accountant.

    What is paid for services is a selling expense; everything else lessens the revenue.
    """
    _ = wording.text
    pools, commissions = _by_entry(statement)
    revenue, pool = _("Revenue"), _("Contract liability: reward pools")
    balances = _("Contract liability: members' balances")
    points = liability_month(statement.rows.points)
    points_owed = _("Contract liability: points")
    spent = sum(each.spent for each in statement.held if each.group != "POINTS")
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("Put in"), revenue, pool, Fen(sum(each.funded for each in pools))),
        # A commission is owed to nobody in particular before it is given: what lies in the
        # fund of an open round is a pool, as the table of liabilities says.
        (
            _("Commissions"),
            _("Selling expenses"),
            pool,
            Fen(sum(each.funded - each.returned for each in commissions)),
        ),
        (_("Given"), pool, balances, Fen(sum(each.paid for each in (*pools, *commissions)))),
        (_("To stores"), pool, revenue, Fen(sum(each.returned for each in pools))),
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


def _by_entry(statement: MonthStatement) -> tuple[list[ProgramSums], list[ProgramSums]]:
    """The programs but points: rewards of customers, and pay of who acts for the shop."""
    programs = [each for each in statement.programs if each.kind != PointsParameters.KIND]
    paid = {number for number, each in statement.rows.treatments.items() if each == LABOUR_INCOME}
    return (
        [each for each in programs if each.number not in paid],
        [each for each in programs if each.number in paid],
    )


def _words(wording: Wording) -> tuple[tuple[str, str], ...]:
    """What the words of the month's own tables mean."""
    _ = wording.text
    return (
        (_("Exchanged"), _("From another account of the same member, less what went to one.")),
        (_("Used"), _("Paid with at the till or paid out, less what returns gave back.")),
        (
            _("Reserve"),
            _("Put into the store's own reserve for late returns, less what came out of it."),
        ),
        (
            _("Suggested entries"),
            _("Given less what was taken back, with fees and tax; put in with kept refunds."),
        ),
        (_("Tax treatment"), _(TREATMENT_CHOSEN)),
    )


def _money(heads: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(head, Kind.MONEY) for head in heads)

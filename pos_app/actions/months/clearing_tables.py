"""The clearing of an alliance as a titled report in one language."""

from pos_app.actions.reports.report_tables import empty_report
from pos_app.actions.reports.trade_days import not_traded_month_note
from pos_app.domain.day_text import month_text
from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen
from pos_app.reports.clearing_statement import ClearingStatement, Matrix
from pos_app.reports.table import Column, Kind, Report, ReportTable
from pos_app.wording import Wording


def clearing_tables(statement: ClearingStatement, wording: Wording) -> Report:
    """Return what each pair owes, and the matrices that it follows from."""
    _ = wording.text
    none = not_traded_month_note(statement.rows.trade, statement.rows.month, wording=wording)
    if none:
        return empty_report(_("Clearing between stores"), month_text(statement.rows.month, _), none)
    names = {each.code: each.paper_name for each in statement.rows.stores}
    tables = [_pairs(statement, wording, names=names)]
    tables += [
        _matrix(
            _("Queue {name}: whose concession repaid whose customers", name=each.program),
            each.matrix,
            wording,
            names=names,
            heads=(_("Put in by"), _("Customers of")),
        )
        for each in statement.rows.queues
    ]
    if statement.rows.spent:
        tables.append(
            _matrix(
                _("Vouchers and points: whose paid for whose goods"),
                statement.rows.spent,
                wording,
                names=names,
                heads=(_("Given by"), _("For goods of")),
            )
        )
    if statement.rows.taken:
        tables.append(
            _matrix(
                _("Money: at whose tills, for whose goods"),
                statement.rows.taken,
                wording,
                names=names,
                heads=(_("Taken by"), _("For goods of")),
            )
        )
    owed = sum(each.net for each in statement.pairs)
    return Report(
        title=_("Clearing between stores"),
        subtitle=month_text(statement.rows.month, _),
        figures=(),
        tables=tuple(tables),
        note=_("To be settled between the stores: {amount}", amount=money_text(Fen(owed))),
    )


def _pairs(statement: ClearingStatement, wording: Wording, *, names: dict[str, str]) -> ReportTable:
    _ = wording.text
    return ReportTable(
        title=_("Who owes whom"),
        columns=(
            Column(_("Owes")),
            Column(_("Is owed")),
            Column(_("Queue"), Kind.MONEY),
            Column(_("Vouchers and points"), Kind.MONEY),
            Column(_("Money taken"), Kind.MONEY),
            Column(_("Amount"), Kind.MONEY),
        ),
        rows=tuple(
            (
                names[each.debtor],
                names[each.creditor],
                each.by_queue,
                each.by_spending,
                each.by_takings,
                each.net,
            )
            for each in statement.pairs
        ),
    )


def _matrix(
    title: str, matrix: Matrix, wording: Wording, *, names: dict[str, str], heads: tuple[str, str]
) -> ReportTable:
    return ReportTable(
        title=title,
        columns=(
            Column(heads[0]),
            Column(heads[1]),
            Column(wording.text("Amount"), Kind.MONEY),
        ),
        rows=tuple(
            (names.get(funder, funder), names.get(store, store), amount)
            for (funder, store), amount in sorted(matrix.items())
        ),
        total=(wording.text("Total"), "", Fen(sum(matrix.values()))),
    )

"""The month-end statement of every program, read from the books."""

from pos_app.actions.reports.tax_treatments import treatment_at
from pos_app.actions.reports.trade_days import trade_days
from pos_app.domain.moment import start_of
from pos_app.domain.money import Fen
from pos_app.domain.month import Month, first_day, month_after
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.store import STORES
from pos_app.engine.book import Book, rules_of
from pos_app.engine.parameters.points import PointsParameters
from pos_app.reports.contract_liability import PointsFigures, PointsSoFar
from pos_app.reports.flow_sum import FlowSum
from pos_app.reports.month_statement import MonthRows, MonthStatement
from pos_app.reports.month_statement import month_statement as worked_out
from pos_app.shop import Shop
from pos_app.storage.flow_sums import balances_now, flows_before, flows_between, flows_from
from pos_app.storage.points_rows import price_with_points

_POINTS = "POINTS"
_EXPIRED = "EXPIRED"


def month_statement(shop: Shop, month: Month, *, expected_bp: int | None = None) -> MonthStatement:
    """Work the statement of one month out; reads only.

    `expected_bp` is the share of its points that the owner expects to be redeemed; as the
    shop's rules say, unless one is given to see what another would come to.
    """
    first, behind = first_day(month), first_day(month_after(month, 1))
    with shop.storage.read() as view:
        connection = view.connection
        programs = tuple(view.scan(PROGRAMS_BY_PRIORITY))
        before = flows_before(connection, first)
        during = flows_between(connection, first, behind)
        of_points = [each.number for each in programs if each.kind == PointsParameters.KIND]
        points = PointsFigures(
            opening=_points(before, sold=price_with_points(connection, of_points, behind=first)),
            closing=_points(
                (*before, *during),
                sold=price_with_points(connection, of_points, behind=behind),
            ),
            expected_bp=_expected(view.book, expected_bp),
        )
        return worked_out(
            MonthRows(
                month=month,
                trade=trade_days(shop, view),
                programs=programs,
                stores=tuple(view.scan(STORES)),
                before=before,
                during=during,
                since=flows_from(connection, behind),
                now=balances_now(connection),
                points=points,
                treatments={
                    each.number: treatment_at(
                        view.book, each, behind=start_of(behind, rules_of(view.book).cutoff_minutes)
                    )
                    for each in programs
                },
            )
        )


def _expected(book: Book, asked: int | None) -> int:
    return rules_of(book).expected_redemption_bp if asked is None else asked


def _points(flows: tuple[FlowSum, ...], *, sold: Fen) -> PointsSoFar:
    """Points granted, redeemed and expired by what the flows say."""
    granted = redeemed = expired = 0
    for each in flows:
        if _POINTS not in {each.debit, each.credit}:
            continue
        gained = each.amount if each.credit == _POINTS else -each.amount
        other = each.debit if each.credit == _POINTS else each.credit
        if other == "OUT":
            redeemed -= gained
        elif each.why == _EXPIRED:
            expired -= gained
        else:
            granted += gained
    return PointsSoFar(sold, Fen(granted), Fen(redeemed), Fen(expired))

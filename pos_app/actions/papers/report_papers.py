"""The reports of rewards that go on paper or into files: what each tells of when."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from pos_app.actions.months.clearing_statement import clearing_statement
from pos_app.actions.months.clearing_tables import clearing_tables
from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.months.month_tables import month_tables
from pos_app.actions.months.referral_tables import referral_tables
from pos_app.actions.months.referral_year import days_of, referral_year
from pos_app.actions.reports.report_tables import report_tables
from pos_app.actions.reports.reward_report import receiver_names, reward_report
from pos_app.actions.watching.retention_list import retention_list
from pos_app.actions.watching.retention_tables import retention_tables
from pos_app.domain.moment import Day
from pos_app.domain.month import Month, first_day
from pos_app.reports.table import Report
from pos_app.shop import Shop
from pos_app.wording import Wording

When = TypeVar("When")
"""What a report is asked for by: a day, a month, a year, or how many years back."""


@dataclass(frozen=True, slots=True)
class ReportPaper(Generic[When]):
    """One of the shop's reports, and how it is worked out."""

    kind: str
    """Names what is printed."""
    file: str
    """Names its files; `{when}` stands for what it was asked for by."""
    tables: Callable[[Shop, When, Wording], Report]
    """Works it out in one language; reads only."""
    begins: Callable[[When], Day] | None = None
    """The first of its days; None for what is always told of today."""


def _day(shop: Shop, day: Day, wording: Wording) -> Report:
    figures = reward_report(shop, day)
    return report_tables(figures, wording, names=receiver_names(shop, figures))


def _month(shop: Shop, month: Month, wording: Wording, *, expected_bp: int | None = None) -> Report:
    return month_tables(month_statement(shop, month, expected_bp=expected_bp), wording)


def _clearing(shop: Shop, month: Month, wording: Wording) -> Report:
    return clearing_tables(clearing_statement(shop, month), wording)


def _referrals(shop: Shop, year: str, wording: Wording) -> Report:
    return referral_tables(referral_year(shop, year), wording)


def _retention(shop: Shop, years: int, wording: Wording) -> Report:
    return retention_tables(retention_list(shop, years=years), wording)


DAY = ReportPaper("report", "{when}-rewards", _day, Day)
MONTH = ReportPaper("statement", "{when}-rewards", _month, first_day)
CLEARING = ReportPaper("clearing", "{when}-clearing", _clearing, first_day)
REFERRALS = ReportPaper("referrals", "{when}-referrals", _referrals, lambda year: days_of(year)[0])
RETENTION = ReportPaper("retention", "retention-{when}", _retention)


def month_expecting(expected_bp: int | None) -> ReportPaper[Month]:
    """Return the month's statement as if so many of 10,000 points came to be used.

    None leaves it to the shop's rules.
    """
    return replace(MONTH, tables=partial(_month, expected_bp=expected_bp))

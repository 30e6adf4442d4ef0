"""The day's reward report as files: PDF for people, CSV and XLSX for tables."""

from pathlib import Path

from pos_app.actions.report_tables import report_tables
from pos_app.actions.reward_report import receiver_names, reward_report
from pos_app.actions.trade_days import refuse_days_to_come
from pos_app.actions.write_report import REPORTS, Files, write_report
from pos_app.domain.moment import Day
from pos_app.reports.table import Report
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def report_path(shop: Shop, day: Day, *, ending: str) -> Path:
    """Return where the office leaves a day's report."""
    return shop.folder / REPORTS / f"{day}-rewards.{ending}"


def export_report(
    shop: Shop,
    day: Day,
    *,
    files: Files,
    language: str = "",
) -> tuple[Path, ...]:
    """Write the day's report to each file that is named; return the paths written.

    The language is the shop's unless another is named.

    Raises:
        DaysToCome: nothing was written.
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    refuse_days_to_come(shop, day)
    wording = Wording(Language(language or shop.settings.language))
    report = titled_report(shop, day, wording)
    return write_report(shop, report, wording, files=files)


def titled_report(shop: Shop, day: Day, wording: Wording) -> Report:
    """Return the day's report in one language, with masked names."""
    figures = reward_report(shop, day)
    return report_tables(figures, wording, names=receiver_names(shop, figures))

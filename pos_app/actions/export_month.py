"""The month-end statement as files, and where the office leaves them."""

from pathlib import Path

from pos_app.actions.month_statement import month_statement
from pos_app.actions.month_tables import month_tables
from pos_app.actions.trade_days import refuse_days_to_come
from pos_app.actions.write_report import REPORTS, Files, write_report
from pos_app.domain.month import Month, first_day
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def month_path(shop: Shop, month: Month, *, ending: str) -> Path:
    """Return where the office leaves a month's statement."""
    return shop.folder / REPORTS / f"{month}-rewards.{ending}"


def export_month(
    shop: Shop,
    month: Month,
    *,
    files: Files,
    language: str = "",
    expected_bp: int | None = None,
) -> tuple[Path, ...]:
    """Write the statement to each file that is named; return the paths written.

    Raises:
        DaysToCome: nothing was written.
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    refuse_days_to_come(shop, first_day(month))
    wording = Wording(Language(language or shop.settings.language))
    report = month_tables(month_statement(shop, month, expected_bp=expected_bp), wording)
    return write_report(shop, report, wording, files=files)

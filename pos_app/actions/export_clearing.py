"""The clearing of an alliance as files."""

from pathlib import Path

from pos_app.actions.clearing_statement import clearing_statement
from pos_app.actions.clearing_tables import clearing_tables
from pos_app.actions.trade_days import refuse_days_to_come
from pos_app.actions.write_report import REPORTS, Files, write_report
from pos_app.domain.month import Month, first_day
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def clearing_path(shop: Shop, month: Month, *, ending: str) -> Path:
    """Return where the office leaves a month's clearing."""
    return shop.folder / REPORTS / f"{month}-clearing.{ending}"


def export_clearing(
    shop: Shop,
    month: Month,
    *,
    files: Files,
    language: str = "",
) -> tuple[Path, ...]:
    """Write the clearing to each file that is named; return the paths written.

    Raises:
        DaysToCome: nothing was written.
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    refuse_days_to_come(shop, first_day(month))
    wording = Wording(Language(language or shop.settings.language))
    report = clearing_tables(clearing_statement(shop, month), wording)
    return write_report(shop, report, wording, files=files)

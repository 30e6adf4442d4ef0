"""The retention list as files."""

from pathlib import Path

from pos_app.actions.retention_list import RETENTION_YEARS, retention_list
from pos_app.actions.retention_tables import retention_tables
from pos_app.actions.write_report import REPORTS, Files, write_report
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def retention_path(shop: Shop, years: int = RETENTION_YEARS, *, ending: str) -> Path:
    """Return where the office leaves the list."""
    return shop.folder / REPORTS / f"retention-{years}.{ending}"


def export_retention(
    shop: Shop,
    years: int = RETENTION_YEARS,
    *,
    files: Files,
    language: str = "",
) -> tuple[Path, ...]:
    """Write the list to each file that is named; return the paths written.

    Raises:
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    wording = Wording(Language(language or shop.settings.language))
    report = retention_tables(retention_list(shop, years=years), wording)
    return write_report(shop, report, wording, files=files)

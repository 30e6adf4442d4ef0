"""A titled report as files: PDF for people, CSV and XLSX for tables."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pos_app.actions.named_file import leave_in_shop
from pos_app.documents.report_pdf import draw_report_pdf
from pos_app.documents.report_xlsx import draw_report_xlsx
from pos_app.reports.report_csv import report_csv
from pos_app.reports.table import Report
from pos_app.shop import Shop
from pos_app.wording import Wording

REPORTS = "reports"
"""The folder, in the shop's own, where the office leaves reports."""


Files = Mapping[str, Path]
"""Where to write a report: a path for each of `pdf`, `csv`, `xlsx` that is wanted."""


def write_report(shop: Shop, report: Report, wording: Wording, *, files: Files) -> tuple[Path, ...]:
    """Write a report, with the shop's name, to each file that is named.

    Returns the paths written. A file is written whole or not at all.

    Raises:
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    report = replace(report, shop=shop.settings.name)
    draw: Mapping[str, Callable[[], bytes]] = {
        "pdf": lambda: draw_report_pdf(report, wording.text),
        "csv": lambda: report_csv(report),
        "xlsx": lambda: draw_report_xlsx(report, made_at=shop.clock.now()),
    }
    return tuple(
        leave_in_shop(shop, files[ending], draw[ending]()) for ending in draw if ending in files
    )

"""A titled report as files: PDF for people, CSV and XLSX for tables."""

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


def write_report(
    shop: Shop,
    report: Report,
    wording: Wording,
    *,
    pdf: Path | None = None,
    csv: Path | None = None,
    xlsx: Path | None = None,
) -> tuple[Path, ...]:
    """Write a report, with the shop's name, to each path that is given.

    Returns the paths written.

    A file is written whole or not at all.

    Raises:
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    report = replace(report, shop=shop.settings.name)
    written = []
    if pdf is not None:
        written.append(leave_in_shop(shop, pdf, draw_report_pdf(report, wording.text)))
    if csv is not None:
        written.append(leave_in_shop(shop, csv, report_csv(report)))
    if xlsx is not None:
        content = draw_report_xlsx(report, made_at=shop.clock.now())
        written.append(leave_in_shop(shop, xlsx, content))
    return tuple(written)

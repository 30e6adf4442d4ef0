"""A titled report as files: PDF for people, CSV and XLSX for tables."""

from pathlib import Path

from pos_app.documents.report_pdf import draw_report_pdf
from pos_app.documents.report_xlsx import draw_report_xlsx
from pos_app.faults import ShopFileUnreachable
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
    """Write a report to each path that is given; return the paths written.

    A file is written whole or not at all.

    Raises:
        ShopFileUnreachable: a folder refused the file.
    """
    written = []
    if pdf is not None:
        written.append(_put(pdf, draw_report_pdf(report, wording.text)))
    if csv is not None:
        written.append(_put(csv, report_csv(report)))
    if xlsx is not None:
        written.append(_put(xlsx, draw_report_xlsx(report, made_at=shop.clock.now())))
    return tuple(written)


def _put(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".part")
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        raise ShopFileUnreachable(path=str(path), detail=str(error)) from error
    return path

"""A report of rewards as files: PDF for people, CSV and XLSX for tables."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pos_app.actions.papers.report_papers import ReportPaper, When
from pos_app.actions.premises.named_file import leave_in_shop
from pos_app.actions.reports.trade_days import refuse_days_to_come
from pos_app.documents.reports.report_pdf import draw_report_pdf
from pos_app.documents.reports.report_xlsx import draw_report_xlsx
from pos_app.reports.report_csv import report_csv
from pos_app.shop import Shop
from pos_app.wording import Language, Wording

REPORTS = "reports"
"""The folder, in the shop's own, where the office leaves reports."""

Files = Mapping[str, Path]
"""Where to write a report: a path for each of `pdf`, `csv`, `xlsx` that is wanted."""


def report_path(shop: Shop, paper: ReportPaper[When], when: When, *, ending: str) -> Path:
    """Return where the office leaves a report."""
    return shop.folder / REPORTS / f"{paper.file.format(when=when)}.{ending}"


def export_report(
    shop: Shop, paper: ReportPaper[When], when: When, *, files: Files, language: str = ""
) -> tuple[Path, ...]:
    """Write a report, with the shop's name, to each file that is named.

    Returns the paths written; each is written whole or not at all. The language is the
    shop's unless another is named.

    Raises:
        DaysToCome: nothing was written.
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    if paper.begins is not None:
        refuse_days_to_come(shop, paper.begins(when))
    wording = Wording(Language(language or shop.settings.language))
    report = replace(paper.tables(shop, when, wording), shop=shop.settings.name)
    draw: Mapping[str, Callable[[], bytes]] = {
        "pdf": lambda: draw_report_pdf(report, wording.text),
        "csv": lambda: report_csv(report),
        "xlsx": lambda: draw_report_xlsx(report, made_at=shop.clock.now()),
    }
    return tuple(
        leave_in_shop(shop, files[ending], draw[ending]()) for ending in draw if ending in files
    )

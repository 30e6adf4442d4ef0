"""The day's reward report as files: PDF for people, CSV and XLSX for tables."""

from pathlib import Path

from pos_app.actions.report_tables import report_tables
from pos_app.actions.reward_report import receiver_names, reward_report
from pos_app.documents.report_pdf import draw_report_pdf
from pos_app.documents.report_xlsx import draw_report_xlsx
from pos_app.domain.moment import Day
from pos_app.faults import ShopFileUnreachable
from pos_app.reports.report_csv import report_csv
from pos_app.reports.table import Report
from pos_app.shop import Shop
from pos_app.wording import Language, Wording

REPORTS = "reports"
"""The folder, in the shop's own, where the office leaves reports."""


def report_path(shop: Shop, day: Day, *, ending: str) -> Path:
    """Return where the office leaves a day's report."""
    return shop.folder / REPORTS / f"{day}-rewards.{ending}"


def export_report(
    shop: Shop,
    day: Day,
    *,
    pdf: Path | None = None,
    csv: Path | None = None,
    xlsx: Path | None = None,
    language: str = "",
) -> tuple[Path, ...]:
    """Write the day's report to each path that is given; return the paths written.

    The language is the shop's unless another is named. A file is written whole or not
    at all.

    Raises:
        ShopFileUnreachable: a folder refused the file.
    """
    wording = Wording(Language(language or shop.settings.language))
    report = titled_report(shop, day, wording)
    written = []
    if pdf is not None:
        written.append(_put(pdf, draw_report_pdf(report, wording.text)))
    if csv is not None:
        written.append(_put(csv, report_csv(report)))
    if xlsx is not None:
        written.append(_put(xlsx, draw_report_xlsx(report, made_at=shop.clock.now())))
    return tuple(written)


def titled_report(shop: Shop, day: Day, wording: Wording) -> Report:
    """Return the day's report in one language, with masked names."""
    figures = reward_report(shop, day)
    return report_tables(figures, wording, names=receiver_names(shop, figures))


def _put(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".part")
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        raise ShopFileUnreachable(path=str(path), detail=str(error)) from error
    return path

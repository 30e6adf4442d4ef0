"""A report of rewards on paper, by the shop's printer."""

from dataclasses import replace

from pos_app.actions.papers.report_papers import ReportPaper, When
from pos_app.devices.printer import PrinterUnknown
from pos_app.documents.reports.report_pdf import draw_report_pdf
from pos_app.domain.papers.paper import Form, Printout, paper_name
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def print_report(shop: Shop, paper: ReportPaper[When], when: When, *, language: str = "") -> None:
    """Print a report as A4 pages, in the shop's language unless another is named.

    Raises:
        PrinterUnknown: the printer takes receipts only; the PDF can be opened instead.
        PrinterOff, PaperOut, PrinterOpen, PrinterStopped: as the printer says.
    """
    if Form.PDF not in shop.printer.takes:
        raise PrinterUnknown(printer=shop.settings.printer)
    wording = Wording(Language(language or shop.settings.language))
    report = replace(paper.tables(shop, when, wording), shop=shop.settings.name)
    name = paper_name(paper.kind, report.subtitle, at=shop.clock.now())
    # A printer that takes several forms is handed the one that a report has.
    pages = {Form.PDF: draw_report_pdf(report, wording.text)}
    shop.printer.print_out(Printout(name=name, pages=pages))

"""A titled report on paper, by the shop's printer."""

from dataclasses import replace

from pos_app.devices.printer import PrinterUnknown
from pos_app.documents.report_pdf import draw_report_pdf
from pos_app.domain.paper import Form, Printout, paper_name
from pos_app.reports.table import Report
from pos_app.shop import Shop
from pos_app.wording import Wording


def put_on_paper(shop: Shop, report: Report, wording: Wording, *, kind: str) -> None:
    """Print a report as A4 pages; `kind` names the paper's file.

    Raises:
        PrinterUnknown: the printer takes receipts only; the PDF can be opened instead.
        PrinterOff, PaperOut, PrinterOpen, PrinterStopped: as the printer says.
    """
    if Form.PDF not in shop.printer.takes:
        raise PrinterUnknown(printer=shop.settings.printer)
    pages = draw_report_pdf(replace(report, shop=shop.settings.name), wording.text)
    name = paper_name(kind, report.subtitle, at=shop.clock.now())
    # A printer that takes several forms is handed the one that a report has.
    shop.printer.print_out(Printout(name=name, pages={Form.PDF: pages}))

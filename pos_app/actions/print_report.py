"""The day's reward report on paper, by the shop's printer."""

from pos_app.actions.export_report import titled_report
from pos_app.devices.printer import PrinterUnknown
from pos_app.documents.report_pdf import draw_report_pdf
from pos_app.domain.moment import Day
from pos_app.domain.paper import Form, Printout, paper_name
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def print_report(shop: Shop, day: Day, *, language: str = "") -> None:
    """Print the report as A4 pages.

    Raises:
        PrinterUnknown: the printer takes receipts only; the PDF can be opened instead.
        PrinterOff, PaperOut, PrinterOpen, PrinterStopped: as the printer says.
    """
    if Form.PDF not in shop.printer.takes:
        raise PrinterUnknown(printer=shop.settings.printer)
    wording = Wording(Language(language or shop.settings.language))
    pages = draw_report_pdf(titled_report(shop, day, wording), wording.text)
    name = paper_name("report", day, at=shop.clock.now())
    # A printer that takes several forms is handed the one that a report has.
    shop.printer.print_out(Printout(name=name, pages={Form.PDF: pages}))

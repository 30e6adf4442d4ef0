"""The reports of rewards on paper: a day, a month, the clearing of a month."""

from pos_app.actions.clearing_statement import clearing_statement
from pos_app.actions.clearing_tables import clearing_tables
from pos_app.actions.export_report import titled_report
from pos_app.actions.month_statement import month_statement
from pos_app.actions.month_tables import month_tables
from pos_app.actions.put_on_paper import put_on_paper
from pos_app.domain.moment import Day
from pos_app.domain.month import Month
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def print_report(shop: Shop, day: Day, *, language: str = "") -> None:
    """Print the day's report as A4 pages.

    Raises:
        PrinterUnknown: the printer takes receipts only; the PDF can be opened instead.
        PrinterOff, PaperOut, PrinterOpen, PrinterStopped: as the printer says.
    """
    wording = _wording(shop, language)
    put_on_paper(shop, titled_report(shop, day, wording), wording, kind="report")


def print_month(shop: Shop, month: Month, *, language: str = "") -> None:
    """Print the month-end statement; refuses as `print_report` does."""
    wording = _wording(shop, language)
    report = month_tables(month_statement(shop, month), wording)
    put_on_paper(shop, report, wording, kind="statement")


def print_clearing(shop: Shop, month: Month, *, language: str = "") -> None:
    """Print the clearing between stores; refuses as `print_report` does."""
    wording = _wording(shop, language)
    report = clearing_tables(clearing_statement(shop, month), wording)
    put_on_paper(shop, report, wording, kind="clearing")


def _wording(shop: Shop, language: str) -> Wording:
    return Wording(Language(language or shop.settings.language))

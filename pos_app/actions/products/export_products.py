"""All products as a list that a table program opens and the import reads back."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from pos_app.actions.papers.export_report import REPORTS
from pos_app.actions.premises.named_file import leave_in_shop
from pos_app.actions.products.save_product import ProductAsk, ask_of
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.catalogue import Product
from pos_app.domain.figures import money_typed, rate_text
from pos_app.domain.files.import_columns import HEADINGS
from pos_app.domain.moment import business_day
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CATALOGUE
from pos_app.engine.book import rules_of
from pos_app.reports.report_csv import UTF8_MARK, guarded
from pos_app.shop import Shop
from pos_app.wording import Language

_FIELDS = (
    "name", "code", "sku", "price", "cost", "tax", "unit", "category", "excluded", "weighed",
    "owner",
)  # fmt: skip
"""Those that the import knows, but for the stock: an old figure would be booked as counted."""
_YES = "√"


def export_products(shop: Shop, seat: Seat) -> Path:
    """Write every product, off sale or not, into the shop's reports; return the file.

    Read back by `import_products` as it is, it changes nothing.

    Raises:
        NotAllowed: the role may not see what goods cost.
        FileNotWritten, DiskFull: nothing was written.
    """
    allowed(seat, CATALOGUE)
    with shop.storage.read() as seen:
        book = seen.book
        day = business_day(shop.clock.now(), rules_of(book).cutoff_minutes)
        asks = [ask_of(book, number) for number in range(1, book.last_number(Product) + 1)]
    told = StringIO(newline="")
    lines = csv.writer(told, quoting=csv.QUOTE_ALL)
    lines.writerow(_heads(Language(shop.settings.language)))
    lines.writerows(tuple(_cells(ask)) for ask in asks)
    path = shop.folder / REPORTS / f"products-{day}.csv"
    return leave_in_shop(shop, path, (UTF8_MARK + told.getvalue()).encode())


def _heads(language: Language) -> Iterator[str]:
    for field in _FIELDS:
        yield HEADINGS[field][0] if language is Language.ZH_CN else field


def _cells(ask: ProductAsk) -> Iterator[str]:
    yield guarded(ask.name)
    yield _code(" ".join(ask.codes))
    yield _code(ask.sku)
    yield money_typed(ask.price)
    yield money_typed(ask.cost) if ask.cost else ""
    yield rate_text(ask.tax_rate)
    yield guarded(ask.unit)
    yield guarded(ask.category)
    yield _YES if ask.excluded else ""
    yield _YES if ask.weighed else ""
    yield ask.owner


def _code(text: str) -> str:
    """Digits as a text: a table program would turn a long code into 6.95E+12."""
    return f'="{text}"' if text.isascii() and text.isdigit() else guarded(text)

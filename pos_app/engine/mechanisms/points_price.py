"""Keeping the price of the sales that earned points, day by day."""

from dataclasses import replace

from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen
from pos_app.domain.settings import ShopRules
from pos_app.engine.book import Book
from pos_app.engine.records import PointsDay


def count_price(book: Book, *, program: int, amount: int) -> None:
    """Add the price of a sale to the business day of what happens, or take it off."""
    rules = book.get(ShopRules, 1) or ShopRules()
    day = business_day(book.effective_at, rules.cutoff_minutes)
    kept = book.get(PointsDay, program, day) or PointsDay(program, day)
    book.put(replace(kept, price=Fen(kept.price + amount)))

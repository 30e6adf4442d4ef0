"""The cost of one settlement does not grow with the queue (rulebook 2.6, 12.11)."""

from collections.abc import Mapping

import pytest

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.places import place
from pos_app.engine.records.queue import ACTIVE, TICKETS, Queue, Ticket
from tests.engine.counter import Counter

WINDOW = 50


def counter_before(tickets: int, changes: Mapping[str, object]) -> tuple[Counter, MemoryBook]:
    """A counter before a queue of so many ACTIVE tickets of as many members."""
    book = MemoryBook()
    counter = Counter(book)
    counter.adopt("Q", "M1", changes={"hold_days": 0, "window": WINDOW, **changes})
    for seq in range(1, tickets + 1):
        book.put(
            Ticket(
                program=1,
                sale=1_000_000 + seq,
                part=1,
                store="S1",
                member=1_000_000 + seq,
                day=Day("2025-12-01"),
                seq=seq,
                target=Fen(10_000),
                received=Fen(0),
                state=ACTIVE,
            )
        )
    book.put(Queue(program=1, store="S1", active=tickets, tickets=tickets))
    return counter, book


def rows_read_by_a_sale(tickets: int, changes: Mapping[str, object]) -> int:
    """How many records one sale with a sponsor reads by scanning."""
    counter, book = counter_before(tickets, changes)
    counter.sell(1, 10_000)
    before = book.rows_read
    counter.sell(2, 10_000, sponsor=1_000_020)
    return book.rows_read - before


@pytest.mark.parametrize(
    "changes",
    [{}, {"window": 0, "min_share": 7}, {"head_weights": [5000, 3000, 2000]}],
    ids=["window", "min_share", "head_weights"],
)
def test_a_settlement_reads_the_tickets_it_names_and_no_others(
    changes: dict[str, object],
) -> None:
    """A till that slows down with its success would be slow for ever."""
    small = rows_read_by_a_sale(1000, changes)
    large = rows_read_by_a_sale(100_000, changes)

    assert small == large


def test_a_settlement_reads_little_beside_its_window() -> None:
    """The window's tickets, the program, and the sponsor's seat."""
    assert rows_read_by_a_sale(1000, {}) == WINDOW + 2


def test_a_place_is_exact_at_either_end() -> None:
    """The rank shown is the number of ACTIVE tickets before it plus one (2.4)."""
    counter, book = counter_before(1000, {})
    counter.sell(1, 10_000)
    book.put(Queue(program=1, store="S1", active=1001, tickets=1001))
    found = [place(book, ticket) for ticket in book.scan(TICKETS)]

    assert found == [1001, *range(1, 1001)]


def test_a_place_needs_no_reading() -> None:
    """It is shown with every sale; nothing about it may be read ticket by ticket."""
    _, book = counter_before(1000, {})
    middle = book.get(Ticket, 1, 1_000_500, 1)
    assert middle is not None
    before = book.rows_read

    assert (place(book, middle), book.rows_read) == (500, before)

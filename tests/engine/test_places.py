"""What a member and a report may see of the queue."""

from pos_app.domain.moment import DAY_MS, Instant, business_day
from pos_app.domain.money import Fen
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import QueueFigures
from pos_app.engine.places import queue_figures, tickets_of_member, tickets_of_sale
from tests.engine.mechanisms.queue_counter import counter_with


def test_a_member_sees_active_tickets_by_place_then_waiting_then_held() -> None:
    """The panel answers: where do I stand, what is to come, what is not yet sure."""
    counter = counter_with("V1")
    counter.sell(2, 10_000)
    counter.sell(1, 20_000)
    counter.adopt("Q", "M1", preset="V1", changes={"hold_days": 7})
    counter.sell(1, 6000)
    shown = tickets_of_member(counter.book, 1)

    assert [(each.sale_ref, each.part, each.state, each.place, each.target) for each in shown] == [
        ("s2", 1, "ACTIVE", 2, 10_000),
        ("s2", 2, "WAITING", None, 10_000),
        ("s3", 1, "WAITING", None, 6000),
    ]
    later = business_day(Instant(counter.at + 7 * DAY_MS))
    assert [each.counts_from for each in shown] == [None, None, later]


def test_a_sale_shows_all_its_tickets_whatever_became_of_them() -> None:
    """A receipt printed again says what is true now."""
    counter = counter_with("V1", unit=5000)
    sale = counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    counter.sell(3, 10_000)
    counter.take_back(sale.number, 5000)

    shown = tickets_of_sale(counter.book, sale.number)
    assert [(each.state, each.received, each.target) for each in shown] == [
        ("COMPLETED", 5000, 5000),
        ("CANCELLED", 0, 0),
    ]


def test_a_held_sale_above_the_maximum_promises_no_ticket() -> None:
    """FUND_ONLY: it pays others and takes no place itself."""
    counter = counter_with("V1", hold_days=7, max_order=20_000)
    sale = counter.sell(1, 30_000)

    assert tickets_of_sale(counter.book, sale.number) == ()
    assert tickets_of_member(counter.book, 1) == ()


def test_a_held_sale_beyond_the_daily_limit_promises_no_ticket() -> None:
    """Of today's sales so many may join; this one is not among them."""
    counter = counter_with("V1", daily_limit=1)
    counter.sell(1, 6000)
    counter.adopt("Q", "M1", preset="V1", changes={"hold_days": 7, "daily_limit": 1})
    counter.sell(1, 6000)

    assert [each.sale_ref for each in tickets_of_member(counter.book, 1)] == ["s1"]


def test_held_sales_of_a_day_promise_no_more_than_its_limit() -> None:
    """All of them wait, so the queue counts none; the receipt must not say more."""
    counter = counter_with("V1", hold_days=7, daily_limit=2, max_order=20_000)
    # Above the maximum it only puts in, and takes nobody's place of the day.
    only_in = counter.sell(1, 30_000)
    sales = [counter.sell(1, 6000) for _ in range(3)]
    of_another = counter.sell(2, 6000)
    held = tickets_of_member(counter.book, 1)
    shown = [len(tickets_of_sale(counter.book, each.number)) for each in (*sales, of_another)]
    counter.wait(days=7)
    settled = [len(tickets_of_sale(counter.book, each.number)) for each in sales]

    assert [each.sale for each in held] == [sales[1].number, sales[0].number]
    assert shown == [1, 1, 0, 1]
    assert tickets_of_sale(counter.book, only_in.number) == ()
    assert settled == [1, 1, 0]


def test_what_was_sold_long_ago_is_not_looked_at() -> None:
    """No hold is longer than sixty days; a regular customer's panel must stay quick."""
    counter = counter_with("V1", w_head=0, w_exit=10_000)
    for _ in range(20):
        counter.sell(1, 5000)
        counter.wait(days=10)
    assert isinstance(counter.book, MemoryBook)
    before = counter.book.rows_read
    tickets_of_member(counter.book, 1)

    # Seven sales within sixty days and the one that ends the look, an enrolment each, and
    # the twenty tickets that stand in the queue.
    assert counter.book.rows_read - before == 8 + 7 + 20


def test_each_store_has_its_own_queue_with_its_own_money() -> None:
    """Under STORE scope nobody pays for another store's customers (rulebook 2.6)."""
    counter = counter_with("V5_DEFAULT")
    counter.sell(1, 10_000, store="S2")
    counter.sell(2, 10_000, store="S1")

    assert queue_figures(counter.book, 1) == (
        QueueFigures(program=1, store="S1", active=1, pool=Fen(1900), exit_fund=Fen(100)),
        QueueFigures(program=1, store="S2", active=1, pool=Fen(1900), exit_fund=Fen(100)),
    )

"""One fact in the open commit: record_fact, instant_in, settle_due_in, settle_due."""

from __future__ import annotations

from pos_app.actions.books.record_fact import instant_in, record_fact, settle_due_in
from pos_app.actions.due.settle_due import CaughtUp, is_due, settle_due
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.journal.entry import Entry
from pos_app.journal.facts import StoreAdded
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling

HOUR_MS = 3_600_000


def entries_of(shop: Shop) -> list[Entry]:
    """The journal from its beginning."""
    with shop.storage.read() as seen:
        return list(seen.book.records(Entry))


def turn_back(shop: Shop, *, hours: int) -> Instant:
    """Set the shop's clock back; return when that is."""
    clock = make.clock_of(shop)
    clock.move_to(Instant(clock.now() - hours * HOUR_MS))
    return clock.now()


def waiting_sales(shop: Shop, count: int) -> None:
    """Sales whose points and tickets count a day later: two events each."""
    seat = selling.open_for_trade(shop, hold_days=1)
    member = make.member(shop)
    for _ in range(count):
        selling.sell(shop, seat, selling.OIL, member=member)


def test_a_fact_is_written_and_booked_in_the_same_commit(shop: Shop) -> None:
    """What stands in the journal and not in the books would be found by nobody."""
    with shop.storage.write() as work:
        recorded = record_fact(shop, work, StoreAdded("S2", "分店"), staff=1)
    last = entries_of(shop)[-1]

    assert last == recorded.entry
    assert (last.kind, last.staff, last.at) == ("store_added", 1, make.OPENING)
    assert verify_books(shop.storage) == []


def test_time_goes_on_from_the_last_entry_when_the_clock_was_set_back(shop: Shop) -> None:
    """max(last entry, now): what came later never looks earlier (rulebook 1.3)."""
    last = entries_of(shop)[-1].at
    turn_back(shop, hours=2)
    with shop.storage.write() as work:
        back = instant_in(shop, work)
    make.pass_time(shop, seconds=3 * 3600)
    with shop.storage.write() as work:
        forward = instant_in(shop, work)

    assert back == last
    assert forward == shop.clock.now() == last + HOUR_MS


def test_a_sale_after_the_clock_was_set_back_is_dated_as_the_one_before(shop: Shop) -> None:
    """Selling goes on; the journal's times never fall."""
    seat = selling.open_for_trade(shop)
    first = selling.sell(shop, seat, selling.COLA)
    turn_back(shop, hours=5)
    second = selling.sell(shop, seat, selling.COLA)
    times = [entry.at for entry in entries_of(shop)]

    assert second.sale.at == first.sale.at
    assert times == sorted(times)
    assert verify_books(shop.storage) == []


def test_what_is_due_is_done_before_anything_else_with_one_entry(shop: Shop) -> None:
    """`verify` does as many events at that place, and so comes to the same books."""
    waiting_sales(shop, 2)
    make.pass_time(shop, days=2)
    with shop.storage.write() as work:
        done = settle_due_in(shop, work)
    with shop.storage.write() as work:
        again = settle_due_in(shop, work)
    last = entries_of(shop)[-1]

    assert (done, again) == (4, 0)
    assert (last.kind, last.staff) == ("settled", 0)
    assert verify_books(shop.storage) == []


def test_a_clock_that_was_set_back_takes_nothing_away_that_is_due(shop: Shop) -> None:
    """What was due at the last entry is due now, whatever the machine believes."""
    waiting_sales(shop, 1)
    make.pass_time(shop, days=2)
    with shop.storage.write() as work:
        record_fact(shop, work, StoreAdded("S2", "分店"), staff=1)
    turn_back(shop, hours=47)
    waits = is_due(shop)
    with shop.storage.write() as work:
        done = settle_due_in(shop, work)

    assert (waits, done) == (True, 2)


def test_catching_up_tells_how_far_it_is(shop: Shop) -> None:
    """Selling waits for it: a person must see that it goes on, and how long."""
    waiting_sales(shop, 60)
    make.pass_time(shop, days=30)
    told: list[CaughtUp] = []
    done = settle_due(shop, progress=told.append)
    due = Instant(make.OPENING + DAY_MS)
    now = shop.clock.now()

    assert done == 120
    assert told == [CaughtUp(100, due, due, now), CaughtUp(120, due, now, now)]
    assert not is_due(shop)


def test_nothing_due_writes_nothing(shop: Shop) -> None:
    """An entry at every start would fill the journal with silence."""
    before = len(entries_of(shop))
    told: list[CaughtUp] = []
    done = settle_due(shop, progress=told.append)

    assert (done, told, len(entries_of(shop))) == (0, [], before)

"""Whatever year and zone the machine believes in, the books agree."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.list_sales import list_sales
from pos_app.clock import StoppedClock
from pos_app.domain.moment import Instant, business_day, instant_text, read_instant
from pos_app.journal.entry import Entry
from pos_app.startup import open_shop
from tests import make


def entries_of(folder: Path, clock: StoppedClock) -> list[tuple[int, Instant]]:
    """Sell once at the clock's time; return each entry's number and instant."""
    shop = open_shop(folder, clock=clock)
    seat = make.seat_with_shift(shop)
    complete_sale(shop, seat, make.draft(shop, make.line(500), tenders=(make.cash(500),)))
    findings = verify_books(shop.storage)
    with shop.storage.read() as seen:
        told = [(each.number, each.at) for each in seen.book.records(Entry)]
    sold = len(list_sales(shop))
    shop.close()
    assert (findings, sold) == ([], 1)
    return told


@pytest.mark.parametrize(
    "wrong",
    [
        "1970-01-01T00:00:00+08:00",
        "1999-12-31T23:59:59+08:00",
        "2038-01-19T11:14:08+08:00",
        "2106-02-07T14:28:16+08:00",
        "2026-11-21T06:00:00+08:00",
        "2026-11-21T10:00:00+08:00",
    ],
)
def test_a_wrong_clock_sells_and_keeps_the_sequence(tmp_path: Path, wrong: str) -> None:
    """A flat battery says 1970; numbers tell what came first, and no entry goes back."""
    clock = StoppedClock(read_instant(wrong))
    told = entries_of(make.folder(tmp_path), clock)

    assert [number for number, _ in told] == list(range(1, len(told) + 1))
    assert [at for _, at in told] == sorted(at for _, at in told)
    assert told[-1][1] == max(make.OPENING, clock.at)


@pytest.fixture(params=["Europe/Berlin", "America/New_York", "Asia/Shanghai", "UTC"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine that was set up for another part of the world."""
    monkeypatch.setenv("TZ", request.param)
    _believe_it()
    yield request.param
    monkeypatch.undo()
    _believe_it()


def _believe_it() -> None:
    # Windows keeps its zone elsewhere, and nothing changes there.
    if hasattr(time, "tzset"):
        time.tzset()


def test_the_shops_day_is_its_own_wherever_the_machine_thinks_it_stands(zone: str) -> None:
    """Summer time or a wrong zone must not move a sale to another day."""
    night = [read_instant(f"2026-10-25T0{hour}:30:00+08:00") for hour in range(10)]
    midnight = read_instant("2026-10-25T00:00:00+08:00")

    assert {business_day(at) for at in night} == {"2026-10-25"}
    assert business_day(Instant(midnight - 1)) == "2026-10-24"
    assert [instant_text(at)[11:16] for at in night] == [f"0{hour}:30" for hour in range(10)]
    assert zone

"""The shop to play with: make_sample_shop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.receipts.waiting_jobs import waiting_jobs
from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.actions.staff.staff_list import staff_list
from pos_app.clock import StoppedClock
from pos_app.domain.catalogue import Product
from pos_app.domain.member import CARDS_OF_MEMBER, Member
from pos_app.domain.moment import Day
from pos_app.domain.refusals.folder import ShopIsHere
from pos_app.domain.sale import SALES_BY_DAY
from pos_app.domain.shift import SHIFTS_OF_TILL
from pos_app.shop import Shop
from pos_app.storage.folder_lock import LOCK_NAME
from tests import make

DAYS = 9
"""Enough for a first settlement; the sample shop itself has forty."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """One sample shop for all questions, whichever is asked first."""
    folder = tmp_path_factory.mktemp("sample") / "shop"
    shop = make_sample_shop(folder, clock=StoppedClock(make.OPENING), days=DAYS)
    yield shop
    shop.close()


def test_the_sample_shop_stands_ready(sample: Shop) -> None:
    """Goods, people and programs as the owner's first look shall find them."""
    with sample.storage.read() as seen:
        products = seen.book.last_number(Product)
        members = [seen.book.get(Member, number) for number in range(1, 13)]
        cards = [len(list(seen.book.scan(CARDS_OF_MEMBER, number))) for number in range(1, 13)]

    assert products == 260
    assert len([member for member in members if member is not None]) == 12
    assert cards == [1] * 12
    assert [who.name for who in staff_list(sample)] == ["何老板", "郑店长", "小陈", "小刘", "小马"]
    assert [(each.program.kind, each.program.enabled) for each in list_programs(sample)] == [
        ("M0", True),
        ("M1", True),
    ]
    assert sign_in(sample, 3, pin="260418").name == "小陈"


def test_its_trade_ends_the_evening_before(sample: Shop) -> None:
    """Today's figures must be the visitor's own."""
    (last,) = list_sales(sample, limit=1)
    with sample.storage.read() as seen:
        today = list(seen.book.scan(SALES_BY_DAY, "2026-11-21"))
        shifts = list(seen.book.scan(SHIFTS_OF_TILL, "1"))

    assert last.day == Day("2026-11-20")
    assert today == []
    assert [shift.z_number for shift in shifts] == list(range(1, DAYS + 1))
    assert {shift.variance for shift in shifts} == {0}
    assert last.cashier in {"小陈", "小刘", "小马"}


def test_nothing_waits_for_the_printer_and_something_for_the_clock(sample: Shop) -> None:
    """Nine days of receipts must not rush out; due settlements shall be there to see."""
    assert waiting_jobs(sample) == ()
    make.pass_time(sample, seconds=12 * 3600)

    assert settle_due(sample) > 0


def test_its_books_are_sound(sample: Shop) -> None:
    """The shop that shows what the program can do must pass its own check."""
    assert verify_books(sample.storage) == []


def test_the_sample_is_never_made_over_a_shop(shop: Shop) -> None:
    """Playing must not cost anybody a real shop."""
    with pytest.raises(ShopIsHere):
        make_sample_shop(shop.folder, clock=StoppedClock(make.OPENING), days=1)

    assert verify_books(shop.storage) == []


def test_a_sample_broken_off_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl+C in the middle of forty days, and the next start begins anew."""

    def stop(done: int, days: int) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "shop"
    with pytest.raises(KeyboardInterrupt):
        make_sample_shop(folder, clock=StoppedClock(make.OPENING), days=2, progress=stop)

    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert [path.name for path in folder.iterdir()] == [LOCK_NAME]

"""A clock that jumps half a year is not believed: accept_time, settle_due."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.premises.accept_time import accept_time, accept_time_by_pin, time_doubt
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.clock import StoppedClock
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.domain.refusals.staff import WrongPin
from pos_app.errors import NotAllowed
from pos_app.journal.entry import Entry
from pos_app.sentences.told import sentence_of
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.adopting import adopt_tried

POINTS = ProgramAsk("积分", "M0", params={"expiry_months": 3, "hold_days": 0})


@pytest.fixture
def doubted(shop: Shop) -> Shop:
    """A shop with points that expire, on a machine whose clock nobody tells."""
    adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)
    member = make.member(shop)
    product = make.product(shop, price=10_000)
    line = replace(make.line(10_000, product=product, name="可口可乐 500ml"), sku="6954767412573")
    draft = make.draft(shop, line, tenders=(make.cash(10_000),), member=member)
    complete_sale(shop, make.seat_with_shift(shop), draft)
    make.clock_of(shop).is_told = False
    return shop


def state(shop: Shop) -> tuple[int, int]:
    """The number of entries, and the points of the one member."""
    with shop.storage.read() as seen:
        return seen.book.last_number(Entry), seen.book.balance("POINTS:1")


def test_a_clock_that_jumps_a_year_expires_nothing(doubted: Shop) -> None:
    """A flat battery must not take the customers' points, which nothing brings back."""
    before = state(doubted)
    make.pass_time(doubted, days=365)
    with pytest.raises(ClockJumped) as refused:
        settle_due(doubted)
    with pytest.raises(ClockJumped):
        make.member(doubted, "王五", phone="13900000000")

    assert state(doubted) == before == (before[0], 100)
    assert refused.value.facts == {"last": "2026-11-21", "now": "2027-11-21"}
    assert sentence_of(refused.value, "en").startswith("The machine says it is 21 Nov 2027;")


def test_a_shop_that_was_closed_for_a_month_just_goes_on(doubted: Shop) -> None:
    """Holidays are no fault: what is due is done at once (rulebook 1.3)."""
    make.pass_time(doubted, days=179)

    assert settle_due(doubted) == 1
    assert state(doubted)[1] == 0


def test_whoever_finds_the_clock_right_says_so_once(doubted: Shop) -> None:
    """The journal keeps who believed it; then the year is caught up with."""
    make.pass_time(doubted, days=365)
    with pytest.raises(NotAllowed):
        accept_time(doubted, make.CASHIER_SEAT)
    accept_time(doubted, make.MANAGER_SEAT)

    assert settle_due(doubted) == 1
    assert verify_books(doubted.storage) == []


def test_a_managers_pin_accepts_the_time_before_anybody_can_sign_in(doubted: Shop) -> None:
    """Signing in is an entry too; so the question comes before it."""
    make.pass_time(doubted, days=365)
    doubt = time_doubt(doubted)
    accept_time_by_pin(doubted, make.MANAGER_PIN)

    assert doubt is not None
    assert (doubt.last, doubt.now) == ("2026-11-21", "2027-11-21")
    assert time_doubt(doubted) is None
    assert settle_due(doubted) == 1
    assert verify_books(doubted.storage) == []


def test_a_wrong_pin_counts_while_the_clock_is_doubted_and_accepts_nothing(doubted: Shop) -> None:
    """Else whoever turns the clock ahead could try PINs for ever."""
    make.pass_time(doubted, days=365)
    before = state(doubted)
    with pytest.raises(WrongPin) as first:
        accept_time_by_pin(doubted, make.CASHIER_PIN)
    with pytest.raises(WrongPin) as second:
        accept_time_by_pin(doubted, make.CASHIER_PIN)

    assert first.value.tries_left - second.value.tries_left == 1
    assert state(doubted) == before
    assert time_doubt(doubted) is not None


def test_a_clock_that_is_told_is_never_doubted(doubted: Shop) -> None:
    """A history may well be silent for a year; it says itself what time it is."""
    make.clock_of(doubted).is_told = True
    make.pass_time(doubted, days=400)

    assert settle_due(doubted) == 1


def test_the_terminal_accepts_the_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the till nobody can sign in before; so there is a line to type."""
    folder = make.folder(tmp_path)

    assert cli.main(["accept-time", "--yes", "--folder", str(folder)]) == 0
    with_fact = open_shop(folder, clock=StoppedClock(make.OPENING))
    findings = verify_books(with_fact.storage)
    with_fact.close()
    assert findings == []
    assert capsys.readouterr().out != ""

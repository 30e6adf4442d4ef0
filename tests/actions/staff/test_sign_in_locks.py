"""How long a lock of a PIN holds: clocks that are set, restarts, a pulled plug."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.actions.shifts.sign_in import sign_in
from pos_app.actions.staff.unlock_staff import unlock_staff
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.refusals.staff import PinLocked
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.actions.shifts.test_sign_in import had_wrong, try_wrong


def test_the_lock_survives_a_restart(tmp_path: Path) -> None:
    """Switching the till off and on must not give five more tries."""
    shop = make.shop(tmp_path)
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)
    shop.close()

    again = open_shop(shop.folder, clock=shop.clock)
    with pytest.raises(PinLocked) as refused:
        sign_in(again, 3, pin=make.CASHIER_PIN)
    again.close()

    assert refused.value.seconds == 30


def test_a_clock_set_back_locks_nobody_for_days(shop: Shop) -> None:
    """With the clock set back by a flat battery a lock must not end next week."""
    had_wrong(shop, 3, times=5)
    make.pass_time(shop, days=-3)

    with pytest.raises(PinLocked) as refused:
        sign_in(shop, 3, pin=make.CASHIER_PIN)

    assert refused.value.seconds == 30


def wait_of(shop: Shop) -> int:
    """How many seconds the cashier with the right PIN is told to wait."""
    with pytest.raises(PinLocked) as refused:
        sign_in(shop, 3, pin=make.CASHIER_PIN)
    return refused.value.seconds


@pytest.mark.parametrize("days", [-3, 3])
def test_setting_the_clock_neither_ends_nor_prolongs_a_lock(shop: Shop, days: int) -> None:
    """Who guesses may set the clock; who waits must not pay for a flat battery."""
    clock = make.clock_of(shop)
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)
    clock.set_to(Instant(clock.at + days * DAY_MS))
    first = wait_of(shop)
    make.pass_time(shop, seconds=20)
    second = wait_of(shop)
    make.pass_time(shop, seconds=10)

    assert (first, second) == (30, 10)
    assert sign_in(shop, 3, pin=make.CASHIER_PIN).staff == 3


def test_a_lock_found_at_a_start_runs_out_though_the_clock_was_set_back(shop: Shop) -> None:
    """Who waits his 30 seconds is let in, whatever year the machine believes in."""
    had_wrong(shop, 3, times=5)
    make.pass_time(shop, days=-3)
    first = wait_of(shop)
    make.pass_time(shop, seconds=30)

    assert first == 30
    assert sign_in(shop, 3, pin=make.CASHIER_PIN).staff == 3


def locked_out(tmp_path: Path, *, used_seconds: int) -> Shop:
    """A shop whose cashier was locked out, and waited so long, before this start."""
    shop = make.shop(tmp_path)
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)
    make.pass_time(shop, seconds=used_seconds)
    return shop


@pytest.mark.parametrize("days", [-3, 1, 400])
def test_setting_the_clock_before_a_restart_ends_no_lock(tmp_path: Path, days: int) -> None:
    """Who guesses may set the clock and start the program anew, all day long."""
    shop = locked_out(tmp_path, used_seconds=0)
    shop.close()
    make.clock_of(shop).set_to(Instant(make.OPENING + days * DAY_MS))
    again = open_shop(shop.folder, clock=shop.clock)
    first = wait_of(again)
    make.pass_time(again, seconds=30)
    seat = sign_in(again, 3, pin=make.CASHIER_PIN)
    again.close()

    assert (first, seat.staff) == (30, 3)


def test_what_was_waited_before_a_restart_counts(tmp_path: Path) -> None:
    """Closing the till must not make an honest wait longer."""
    shop = locked_out(tmp_path, used_seconds=20)
    shop.close()
    again = open_shop(shop.folder, clock=shop.clock)
    left = wait_of(again)
    again.close()

    assert left == 10


def test_a_wait_goes_on_from_the_start_not_from_the_first_try(tmp_path: Path) -> None:
    """Who comes back from a walk has waited, though nobody typed meanwhile."""
    shop = locked_out(tmp_path, used_seconds=0)
    shop.close()
    again = open_shop(shop.folder, clock=shop.clock)
    make.pass_time(again, seconds=30)
    seat = sign_in(again, 3, pin=make.CASHIER_PIN)
    again.close()

    assert seat.staff == 3


def test_a_killed_till_counts_from_the_beginning(tmp_path: Path) -> None:
    """Whoever pulls the plug gains nothing by it."""
    shop = locked_out(tmp_path, used_seconds=20)
    shop.storage.close()
    again = open_shop(shop.folder, clock=shop.clock)
    left = wait_of(again)
    again.close()

    assert left == 30


def test_a_lock_after_an_unlock_holds_as_long_as_the_first(shop: Shop) -> None:
    """The five wrong PINs before the manager came must not shorten the next lock."""
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)
    make.pass_time(shop, seconds=25)
    unlock_staff(shop, make.MANAGER_SEAT, staff=3)
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)

    assert wait_of(shop) == 30

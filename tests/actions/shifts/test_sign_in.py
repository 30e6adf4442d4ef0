"""Signing in, approving, locks: sign_in, approve, set_pin, unlock_staff."""

from __future__ import annotations

import json

import pytest

from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.actions.staff.approve import approve
from pos_app.actions.staff.check_pin import ANYBODY
from pos_app.actions.staff.keep_pin import pin_digest, pin_fits
from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.actions.staff.set_pin import set_pin
from pos_app.actions.staff.unlock_staff import unlock_staff
from pos_app.domain.approval import Approval
from pos_app.domain.money import Fen
from pos_app.domain.pin import PinTooSimple, PinWrongShape, lock_seconds
from pos_app.domain.refusals.staff import PinLocked, StaffSwitchedOff, WrongPin
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CASHIER, RETURN, STAFF, VOID, Staff
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.journal.facts import SignedIn
from pos_app.shop import Shop
from pos_app.storage.sign_in_locks import SignInLock
from tests import make


def told(shop: Shop) -> list[tuple[int, bool]]:
    """Who tried to sign in, as the journal has it, and whether it was accepted."""
    with shop.storage.read() as seen:
        facts = [
            json.loads(entry.body)["fact"] for entry in seen.book.scan(ENTRIES_OF_KIND, "signed_in")
        ]
    return [(fact["person"], fact["accepted"]) for fact in facts]


def had_wrong(shop: Shop, staff: int, *, times: int) -> None:
    """Let somebody have typed so many wrong PINs before; each real one takes its time."""
    waiting = 1000 * lock_seconds(times)
    with shop.storage.write() as work:
        work.sign_in_locks.put(staff, SignInLock(times, waiting))


def try_wrong(shop: Shop, staff: int, *, times: int) -> list[int]:
    """Type a wrong PIN so often; returns what tries were said to be left."""
    left = []
    for _ in range(times):
        with pytest.raises(WrongPin) as refused:
            sign_in(shop, staff, pin="000001")
        left.append(refused.value.tries_left)
    return left


def test_the_right_pin_gives_the_seat(shop: Shop) -> None:
    """A cashier must be at work with one PIN, and the journal must know who came."""
    seat = sign_in(shop, 3, pin=make.CASHIER_PIN)

    assert seat == Seat(3, "林小梅", CASHIER, store="S1", till="1", shift=0)
    assert told(shop) == [(3, True)]


def test_whoever_signs_in_sits_at_the_open_shift_of_the_till(shop: Shop) -> None:
    """The drawer's shift goes on when another cashier takes over for a while."""
    shift = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(0)).shift

    seat = sign_in(shop, 2, pin=make.MANAGER_PIN)

    assert seat.shift == shift


def test_a_wrong_pin_is_refused_counted_and_journaled(shop: Shop) -> None:
    """Somebody guessing PINs at night must stand in the journal in the morning."""
    left = try_wrong(shop, 3, times=3)

    assert left == [4, 3, 2]
    assert told(shop) == [(3, False)] * 3


def test_the_fifth_wrong_pin_locks_and_the_lock_grows(shop: Shop) -> None:
    """A machine that tries every PIN must lose: 30 s, 60 s, and doubling."""
    had_wrong(shop, 3, times=4)
    try_wrong(shop, 3, times=1)

    with pytest.raises(PinLocked) as first:
        sign_in(shop, 3, pin=make.CASHIER_PIN)
    make.pass_time(shop, seconds=30)
    try_wrong(shop, 3, times=1)
    with pytest.raises(PinLocked) as second:
        sign_in(shop, 3, pin=make.CASHIER_PIN)

    assert first.value.seconds == 30
    assert second.value.seconds == 60


def test_a_pin_is_not_even_looked_at_while_locked(shop: Shop) -> None:
    """The right PIN during a lock must tell a guesser nothing, and is not journaled."""
    had_wrong(shop, 3, times=5)

    with pytest.raises(PinLocked):
        sign_in(shop, 3, pin=make.CASHIER_PIN)

    assert told(shop) == []


def test_the_right_pin_forgets_the_wrong_ones(shop: Shop) -> None:
    """A slip of the finger each morning must not add up to a lock on Friday."""
    had_wrong(shop, 3, times=4)
    sign_in(shop, 3, pin=make.CASHIER_PIN)

    assert try_wrong(shop, 3, times=1) == [4]


def test_the_last_manager_is_never_locked_for_long(shop: Shop) -> None:
    """A cashier with a grudge must not be able to lock everybody who can help."""
    had_wrong(shop, 1, times=9)
    had_wrong(shop, 2, times=4)
    try_wrong(shop, 2, times=1)
    make.pass_time(shop, seconds=31)
    try_wrong(shop, 2, times=1)

    with pytest.raises(PinLocked) as refused:
        sign_in(shop, 2, pin=make.MANAGER_PIN)

    assert refused.value.seconds == 30


def test_a_manager_unlocks_a_cashier(shop: Shop) -> None:
    """A queue of customers cannot wait fifteen minutes for a forgotten PIN."""
    had_wrong(shop, 3, times=5)

    unlock_staff(shop, make.MANAGER_SEAT, staff=3)

    assert sign_in(shop, 3, pin=make.CASHIER_PIN).staff == 3


def test_a_cashier_unlocks_nobody(shop: Shop) -> None:
    """Who may unlock may also help to guess."""
    with pytest.raises(NotAllowed) as refused:
        unlock_staff(shop, make.CASHIER_SEAT, staff=2)

    assert refused.value.action == "office"


def test_nobody_signs_in_who_is_not_there_or_has_left(shop: Shop) -> None:
    """A former cashier keeps his PIN in his head; the till must not."""
    save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("林小梅", CASHIER, number=3, active=False))

    with pytest.raises(StaffSwitchedOff) as left:
        sign_in(shop, 3, pin=make.CASHIER_PIN)
    with pytest.raises(NotFound) as unknown:
        sign_in(shop, 99, pin=make.CASHIER_PIN)

    assert left.value.name == "林小梅"
    assert unknown.value.facts == {"what": "staff", "named": "99"}


def test_a_managers_pin_approves_one_thing(shop: Shop) -> None:
    """The cashier stays at the till; who approved must be known to the journal."""
    approval = approve(shop, make.MANAGER_PIN, right=VOID, asked=7)

    assert approval == Approval(VOID, by=2, asked=7)


def test_a_cashiers_pin_approves_nothing(shop: Shop) -> None:
    """Two cashiers together are still no manager; the attempt stands in the journal."""
    with pytest.raises(WrongPin) as refused:
        approve(shop, make.CASHIER_PIN, right=RETURN, asked=100_000)

    assert refused.value.tries_left == 4
    assert told(shop) == [(ANYBODY, False)]


def test_only_the_owner_approves_what_only_an_owner_may(shop: Shop) -> None:
    """A manager's PIN must not open the owner's doors."""
    with pytest.raises(WrongPin):
        approve(shop, make.MANAGER_PIN, right=STAFF, asked=0)

    assert approve(shop, make.OWNER_PIN, right=STAFF, asked=0) == Approval(STAFF, by=1, asked=0)


def test_guessing_approvals_locks_them(shop: Shop) -> None:
    """A PIN field without a name beside it would else be the way round the lock."""
    had_wrong(shop, ANYBODY, times=4)
    with pytest.raises(WrongPin):
        approve(shop, "00000000", right=VOID, asked=0)

    with pytest.raises(PinLocked) as refused:
        approve(shop, make.MANAGER_PIN, right=VOID, asked=0)

    assert refused.value.seconds == 30


def test_a_right_approval_forgets_wrong_ones(shop: Shop) -> None:
    """Five slips in a month are no attack."""
    had_wrong(shop, ANYBODY, times=4)
    approve(shop, make.MANAGER_PIN, right=VOID, asked=0)

    with shop.storage.read() as seen:
        kept = seen.sign_in_locks.get(ANYBODY).failures

    assert kept == 0


def test_a_person_chooses_the_next_pin(shop: Shop) -> None:
    """Nobody but the person may know a PIN; the journal keeps only its hash's hash."""
    set_pin(shop, make.CASHIER_SEAT, old=make.CASHIER_PIN, new="918273")

    with shop.storage.read() as seen:
        person = seen.book.get(Staff, 3)
        saved = [json.loads(entry.body) for entry in seen.book.scan(ENTRIES_OF_KIND, "staff_saved")]

    assert person is not None
    assert pin_fits(shop, "918273", person=person)
    assert saved[-1]["fact"]["pin_sha256"] == pin_digest(person.pin)
    assert saved[-1]["staff"] == 3


def test_a_new_pin_needs_the_old_one_and_a_shape(shop: Shop) -> None:
    """A till left alone for a minute must not cost a cashier the PIN."""
    with pytest.raises(WrongPin) as wrong:
        set_pin(shop, make.CASHIER_SEAT, old="111222", new="918273")
    with pytest.raises(PinTooSimple):
        set_pin(shop, make.CASHIER_SEAT, old=make.CASHIER_PIN, new="123456")
    with pytest.raises(PinWrongShape):
        set_pin(shop, make.MANAGER_SEAT, old=make.MANAGER_PIN, new="918273")
    with pytest.raises(NotFound):
        set_pin(shop, Seat(0, "", CASHIER, store="S1", till="1"), old="", new="918273")

    assert wrong.value.tries_left == 4
    assert sign_in(shop, 3, pin=make.CASHIER_PIN).staff == 3


def test_signing_in_is_a_fact_of_its_own_kind() -> None:
    """The audit page asks the journal for this word."""
    assert SignedIn.KIND == "signed_in"

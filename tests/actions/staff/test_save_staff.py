"""Staff: save_staff, staff_list."""

from __future__ import annotations

import json

import pytest

from pos_app.actions.staff.allowed import allowed
from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.actions.staff.staff_list import staff_list
from pos_app.domain.approval import Approval
from pos_app.domain.pin import PinWrongShape
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.staff import LastOwner, PinMissing, RoleUnknown
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CASHIER, CATALOGUE, MANAGER, OWNER
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make


def names(shop: Shop, *, with_former: bool = False) -> list[tuple[int, str, str]]:
    """Number, name and role of everybody."""
    return [(who.number, who.name, who.role) for who in staff_list(shop, with_former=with_former)]


def test_a_made_shop_has_its_people(shop: Shop) -> None:
    """The sign-in screen shows who may sit down, in the order they joined."""
    assert names(shop) == [(1, "周满", OWNER), (2, "陈立", MANAGER), (3, "林小梅", CASHIER)]


def test_an_owner_adds_a_cashier(shop: Shop) -> None:
    """The PIN itself must reach neither the journal nor its hash the journal whole."""
    number = save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小马", CASHIER, "482605"))

    with shop.storage.read() as seen:
        last = list(seen.book.scan(ENTRIES_OF_KIND, "staff_saved"))[-1]
    body = last.body.decode()

    assert number == 4
    assert names(shop)[-1] == (4, "小马", CASHIER)
    assert "482605" not in body
    assert "argon2" not in body
    assert len(json.loads(body)["fact"]["pin_sha256"]) == 64


def test_only_an_owner_may(shop: Shop) -> None:
    """A manager who could make managers would be an owner."""
    with pytest.raises(NotAllowed) as refused:
        save_staff(shop, make.MANAGER_SEAT, ask=StaffAsk("小马", CASHIER, "482605"))

    assert refused.value.action == "staff"
    assert len(names(shop)) == 3


def test_a_new_person_needs_a_pin_for_the_role(shop: Shop) -> None:
    """A person without a PIN could be anybody; a manager's is longer than a cashier's."""
    with pytest.raises(PinMissing) as missing:
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小马", CASHIER))
    with pytest.raises(PinWrongShape):
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小马", MANAGER, "482605"))
    with pytest.raises(PinMissing) as promoted:
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("林小梅", MANAGER, number=3))

    assert missing.value.role == CASHIER
    assert promoted.value.role == MANAGER
    assert len(names(shop)) == 3


def test_a_person_is_renamed_and_keeps_the_pin(shop: Shop) -> None:
    """Marrying must not cost a cashier the PIN."""
    before = staff_list(shop)[2].pin

    save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("林晓梅", CASHIER, number=3))

    after = staff_list(shop)[2]
    assert (after.name, after.pin) == ("林晓梅", before)


def test_a_person_who_leaves_is_kept_but_not_offered(shop: Shop) -> None:
    """Old receipts must go on naming their cashier."""
    save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("林小梅", CASHIER, number=3, active=False))

    assert [number for number, _, _ in names(shop)] == [1, 2]
    assert [number for number, _, _ in names(shop, with_former=True)] == [1, 2, 3]


def test_the_last_owner_stays(shop: Shop) -> None:
    """A shop whose owner switched himself off could never be changed again."""
    with pytest.raises(LastOwner) as left:
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("周满", OWNER, number=1, active=False))
    with pytest.raises(LastOwner):
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("周满", MANAGER, number=1))

    assert left.value.name == "周满"
    assert names(shop)[0] == (1, "周满", OWNER)


def test_one_of_two_owners_may_go(shop: Shop) -> None:
    """The rule is about the last one."""
    save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("吴二", OWNER, "teal-19-lake"))
    save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("周满", OWNER, number=1, active=False))

    assert [number for number, _, _ in names(shop)] == [2, 3, 4]


def test_names_roles_and_numbers_are_checked(shop: Shop) -> None:
    """What no receipt can print must not become a cashier's name."""
    with pytest.raises(NameUnusable) as name:
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小\x1bp马", CASHIER, "482605"))
    with pytest.raises(RoleUnknown):
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小马", "boss", "482605"))
    with pytest.raises(NotFound):
        save_staff(shop, make.OWNER_SEAT, ask=StaffAsk("小马", CASHIER, "482605", number=9))

    told = {"what": "staff", "name": "小□p马", "why": "signs", "named": ()}
    assert name.value.facts == told


def test_an_approval_covers_what_was_asked_and_names_who(shop: Shop) -> None:
    """One thing, up to the amount approved, and never another thing."""
    seat = Seat(3, "林小梅", CASHIER, "S1", "1", approvals=(Approval(CATALOGUE, by=2, asked=500),))

    with pytest.raises(NotAllowed) as more:
        allowed(seat, CATALOGUE, asked=501, limit=100)

    assert allowed(seat, CATALOGUE, asked=500) == 2
    assert allowed(make.MANAGER_SEAT, CATALOGUE, asked=501) is None
    assert more.value.facts == {"action": CATALOGUE, "limit": 100, "asked": 501}

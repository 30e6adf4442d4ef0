"""Age, work and household of members: register_member, declare_member."""

from __future__ import annotations

import pytest

from pos_app.actions.members.declare_member import declare_member
from pos_app.actions.members.register_member import register_member
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.member import CHILD, MINOR, Member, MemberDeclared
from pos_app.domain.refusals.member import AgeBandUnknown, MemberTooYoung
from pos_app.domain.sale import Sale
from pos_app.engine.records.shared import ENROLMENTS
from pos_app.errors import NotAllowed, NotFound
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

LUCKY = ProgramAsk("抽奖", "M1b", params={"hold_days": 0}, consent_by="周满")


def sell_to(shop: Shop, member: int) -> int:
    """Sell one bottle to a member; return the sale's number."""
    seat = make.seat_with_shift(shop)
    line = make.line(10_000, product=make.product(shop, price=10_000), name="可口可乐 500ml")
    draft = make.draft(shop, line, tenders=(make.cash(10_000),), member=member)
    return complete_sale(shop, seat, draft).sale.number


def test_a_child_is_not_registered(shop: Shop) -> None:
    """Under 14 the parents' consent would be needed (rulebook 10.6)."""
    with pytest.raises(MemberTooYoung):
        register_member(shop, make.CASHIER_SEAT, name="", phone="", declared=MemberDeclared(CHILD))
    with pytest.raises(AgeBandUnknown):
        register_member(shop, make.CASHIER_SEAT, name="", phone="", declared=MemberDeclared("X"))

    with shop.storage.read() as seen:
        assert seen.book.last_number(Member) == 0


def test_a_member_who_works_here_is_not_drawn(shop: Shop) -> None:
    """What is declared decides at the next sale, and verify rebuilds it."""
    adopt_tried(shop, make.OWNER_SEAT, ask=LUCKY)
    member = make.member(shop)
    declare_member(shop, make.OWNER_SEAT, member=member, declared=MemberDeclared(employee=True))
    sale = sell_to(shop, member)

    with shop.storage.read() as seen:
        reasons = [each.reason for each in seen.book.scan(ENROLMENTS, sale)]
    assert reasons == ["EMPLOYEE"]
    assert verify_books(shop.storage) == []


def test_one_household_refers_nobody_to_itself(shop: Shop) -> None:
    """The sale itself keeps that its referral was barred (rulebook 1.10)."""
    home = MemberDeclared(household="幸福里 3-201")
    sponsor = make.member(shop)
    declare_member(shop, make.MANAGER_SEAT, member=sponsor, declared=home)
    buyer = register_member(
        shop, make.CASHIER_SEAT, name="", phone="", sponsor=sponsor, declared=home
    )
    number = sell_to(shop, buyer)

    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, number)
    assert sale is not None
    assert (sale.sponsor, sale.referral_barred, sale.referrer) == (sponsor, True, None)
    assert verify_books(shop.storage) == []


def test_declaring_is_the_offices_business(shop: Shop) -> None:
    """A cashier who marks a friend as an adult opens the draw to a child."""
    member = make.member(shop)
    with pytest.raises(NotAllowed):
        declare_member(shop, make.CASHIER_SEAT, member=member, declared=MemberDeclared(MINOR))
    with pytest.raises(NotFound):
        declare_member(shop, make.OWNER_SEAT, member=9, declared=MemberDeclared(MINOR))
    with pytest.raises(MemberTooYoung):
        declare_member(shop, make.OWNER_SEAT, member=member, declared=MemberDeclared(CHILD))

    with shop.storage.read() as seen:
        known = seen.book.get(Member, member)
    assert known is not None
    assert (known.age_band, known.employee, known.household) == ("ADULT", False, "")

"""A member's age, work and household are declared anew (rulebook 10.6, 1.10)."""

from dataclasses import replace

from pos_app.actions.books.put_member import put_member_in
from pos_app.actions.books.record_fact import settle_due_in
from pos_app.actions.members.known_member import known_member
from pos_app.actions.members.register_member import refuse_age
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.member import MemberDeclared
from pos_app.domain.names import clean_name
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop


def declare_member(shop: Shop, seat: Seat, *, member: int, declared: MemberDeclared) -> None:
    """Write what a member has declared; rewards of earlier sales stand.

    Raises:
        NotAllowed: only a manager or an owner may.
        NotFound, MemberIsMerged: nobody is called by this member number.
        MemberTooYoung, AgeBandUnknown: nobody under 14 (rulebook 10.6).
        NameUnusable: the household's tag cannot be kept.
    """
    allowed(seat, OFFICE)
    refuse_age(declared.age_band)
    household = clean_name(declared.household, of="member", may_be_empty=True)
    with shop.storage.write() as work:
        known = known_member(work.book, member)
        settle_due_in(shop, work)
        declares = replace(
            known,
            age_band=declared.age_band,
            employee=declared.employee,
            household_tag=household,
        )
        put_member_in(shop, work, declares, by=seat.staff)

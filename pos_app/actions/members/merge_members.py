"""Two members who are one person become one member (rulebook 1.10)."""

from dataclasses import dataclass, replace

from pos_app.actions.books.put_member import put_member_in
from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact, settle_due_in
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.members.known_member import known_member
from pos_app.actions.members.show_member import standing_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.member import ADULT, Member
from pos_app.domain.sale import SALES_OF_MEMBER
from pos_app.domain.seat import Seat
from pos_app.domain.staff import MERGE
from pos_app.domain.standing import Standing
from pos_app.journal.facts import MembersMerged
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class MergePreview:
    """The duplicate, the member who stays, and how that one would stand."""

    duplicate: Standing
    stays: Standing
    after: Standing
    purchases: int
    """Of the duplicate."""
    ends_sponsor: bool
    """Whoever brought the duplicate is brought nothing by later purchases."""


def merge_members(shop: Shop, seat: Seat, *, member: int, into: int) -> None:
    """Let `into` have all that `member` has, bought and was given; nobody undoes it.

    Cards of the duplicate name the one who stays. Of what both have declared the
    stricter counts, of two tiers the better one.

    Raises:
        NotAllowed: needs a manager, or one's approval for this duplicate.
        NotFound: one of them is no member, or was erased.
        MemberIsMerged: one of them was merged before.
        MergeRefused: what stands against it; nothing was changed.
    """
    allowed(seat, MERGE, asked=member)
    approved = (each.by for each in seat.approvals if (each.right, each.asked) == (MERGE, member))
    fact = MembersMerged(member, into, approved_by=next(approved, seat.staff))
    with shop.storage.write() as work:
        _merge(shop, work, fact, staff=seat.staff)


def preview_merge(shop: Shop, *, member: int, into: int) -> MergePreview:
    """Show what merging would move; nothing is written.

    Raises:
        NotFound, MemberIsMerged, MergeRefused: it cannot be done.
    """

    def step(work: UnitOfWork) -> MergePreview:
        book = work.book
        one, other = known_member(book, member), known_member(book, into)
        duplicate, stays = standing_in(book, member), standing_in(book, into)
        purchases = book.count(SALES_OF_MEMBER, member)
        _merge(shop, work, MembersMerged(member, into, SHOP_ITSELF), staff=SHOP_ITSELF)
        return MergePreview(
            duplicate=duplicate,
            stays=stays,
            after=standing_in(book, into),
            purchases=purchases,
            ends_sponsor=one.sponsor is not None and one.sponsor != other.sponsor,
        )

    return rehearse(shop, step)


def _merge(shop: Shop, work: UnitOfWork, fact: MembersMerged, *, staff: int) -> None:
    settle_due_in(shop, work)
    one, other = known_member(work.book, fact.member), known_member(work.book, fact.into)
    record_fact(shop, work, fact, staff=staff)
    together = _declared(one, other)
    if together != other:
        put_member_in(shop, work, together, by=staff)


def _declared(one: Member, other: Member) -> Member:
    """The one who stays, with what the duplicate has declared (rulebook 1.10, 10.6)."""
    better = one if one.tier_bp > other.tier_bp else other
    return replace(
        other,
        age_band=other.age_band if one.age_band == ADULT else one.age_band,
        employee=one.employee or other.employee,
        household_tag=other.household_tag or one.household_tag,
        tier=better.tier,
        tier_bp=better.tier_bp,
    )

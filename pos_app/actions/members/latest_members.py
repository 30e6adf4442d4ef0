"""The members who joined last, for the office before anything is typed."""

from pos_app.domain.found import MemberFound
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.shop import Shop


def latest_members(
    shop: Shop, *, limit: int = 50, before: int | None = None
) -> tuple[MemberFound, ...]:
    """Return the newest members, masked (rulebook 10.6); members are numbered densely.

    `before` is the last number of the page before.
    """
    with shop.storage.read() as seen:
        last = seen.book.last_number(Member) if before is None else before - 1
        numbers = range(last, max(0, last - limit), -1)
        found = (seen.book.get(Member, number) for number in numbers)
        return tuple(
            MemberFound(
                number=member.number,
                masked_name=masked_name(member.name),
                masked_phone=masked_phone(member.phone),
                tier=member.tier,
            )
            for member in found
            if member is not None and member.erased_at is None and not member.merged_into
        )

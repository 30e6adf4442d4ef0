"""Members by what a cashier types: phone or its end, name, initials, number."""

from pos_app.domain.found import MemberFound
from pos_app.shop import Shop


def find_members(
    shop: Shop, text: str, *, limit: int = 20, after: int | None = None
) -> tuple[MemberFound, ...]:
    """Return who matches, the likeliest first, masked (rulebook 10.6).

    `after` is the last number of the page before, so that every page costs the same.
    """
    with shop.storage.read() as seen:
        return seen.find_members(text, limit=limit, after=after)

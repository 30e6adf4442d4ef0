"""The list of members: its columns, its rows, and a page of it; masked."""

from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.latest_members import latest_members
from pos_app.domain.found import MemberFound
from pos_app.shop import Shop
from ui.office.page.page_places import MARK
from ui.office.widgets.office_model import Column, OfficeRow
from ui.wording import LiveWording


def find_page(
    shop: Shop, typed: str, *, behind: MemberFound | None, limit: int
) -> tuple[MemberFound, ...]:
    """Ask for who matches, or for the newest; `behind` is the last one shown."""
    last = behind.number if behind is not None else None
    if typed:
        return find_members(shop, typed, limit=limit, after=last)
    return latest_members(shop, limit=limit, before=last)


def member_columns(words: LiveWording) -> tuple[Column, ...]:
    """The heads of the list in the language of the moment."""
    _, _c = words.text, words.text_in
    return (
        Column("#", 60),
        Column(_c("person", "Name"), is_name=True),
        Column(_("Phone"), 160),
        Column(_("Tier"), 110),
        MARK,
    )


def member_row(found: MemberFound) -> OfficeRow:
    """One line of the list, masked."""
    cells = (str(found.number), found.masked_name, found.masked_phone, found.tier, "")
    return OfficeRow(cells, ("ink2",))

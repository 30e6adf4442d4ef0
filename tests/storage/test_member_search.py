"""A cashier finds a member by whatever the customer says."""

import pytest

from pos_app.domain.member import Member
from pos_app.domain.moment import Instant
from pos_app.journal.facts import StoreAdded
from pos_app.storage.unit_of_work import Storage

NOON = Instant(1_790_000_000_000)


@pytest.fixture
def club(storage: Storage) -> Storage:
    """A shop with three members."""
    with storage.write() as work:
        work.journal.append(StoreAdded("S1", "店"), staff=0, at=NOON)
        for number, name, phone in [
            (1, "林志梅", "13812341234"),
            (2, "赵明", "13912345678"),
            (3, "", ""),
        ]:
            work.book.put(Member(number, f"M{number}", name, phone, None, NOON, consent=True))
    return storage


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("5678", [2]),
        ("1234", [1, 2]),
        ("13912345678", [2]),
        ("lzm", [1]),
        ("林", [1]),
        ("m3", [3]),
        ("", []),
    ],
)
def test_phone_end_name_or_number_finds_a_member(
    club: Storage, typed: str, numbers: list[int]
) -> None:
    """The last four digits come first: that is what customers say."""
    with club.read() as look:
        found = look.find_members(typed)

    assert [member.number for member in found] == numbers


def test_a_list_shows_no_whole_name_or_phone(club: Storage) -> None:
    """Whoever stands at the counter can read the screen (rulebook 10.6)."""
    with club.read() as look:
        (found,) = look.find_members("lzm")

    assert (found.masked_name, found.masked_phone) == ("林*梅", "138****1234")

"""Lists that go on: every page behind the last one, nobody twice, nobody left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.latest_members import latest_members
from pos_app.actions.products.find_products import find_products
from pos_app.domain.found import MemberFound
from pos_app.shop import Shop
from tests import make

PHONES = [
    f"138{place:04d}{end:04d}" for place, end in zip(range(23), (138, 9, 1380) * 8, strict=False)
]
"""The end, the beginning and the middle of some answer to the same digits."""


@pytest.fixture
def members(shop: Shop) -> Shop:
    """A shop with twenty-three members, all of whom have a 138 somewhere."""
    for number, phone in enumerate(PHONES):
        make.member(shop, f"王{chr(0x4E00 + number)}", phone=phone)
    return shop


def _pages(ask: Callable[[int | None], tuple[MemberFound, ...]]) -> list[list[int]]:
    """The numbers of every page, until one is empty."""
    pages: list[list[int]] = []
    last: int | None = None
    while page := ask(last):
        pages.append([each.number for each in page])
        last = page[-1].number
    return pages


@pytest.mark.parametrize("typed", ["138", "王", "13"])
def test_pages_of_a_search_are_the_search_cut_up(members: Shop, typed: str) -> None:
    """Whoever scrolls past the first page must meet each member once and in turn."""
    whole = [each.number for each in find_members(members, typed, limit=100)]
    pages = _pages(lambda last: find_members(members, typed, limit=5, after=last))

    assert [len(page) for page in pages] == [5, 5, 5, 5, 3]
    assert sorted(whole) == list(range(1, 24))
    assert sorted(number for page in pages for number in page) == sorted(whole)


def test_pages_of_the_newest_go_back_to_the_first(members: Shop) -> None:
    """A list that ends at its first page hides whoever joined early."""
    pages = _pages(lambda last: latest_members(members, limit=10, before=last))

    assert pages == [list(range(23, 13, -1)), list(range(13, 3, -1)), [3, 2, 1]]


def test_pages_of_products_show_each_once(shop: Shop) -> None:
    """The catalogue of a shop is longer than one page, with and without a search."""
    for number in range(7):
        make.product(shop, f"茶 {number}", code=f"CODE-{number}")

    def found(typed: str) -> list[int]:
        numbers: list[int] = []
        while page := find_products(shop, typed, limit=3, after=numbers[-1] if numbers else None):
            numbers += [each.number for each in page]
        return numbers

    assert found("") == [1, 2, 3, 4, 5, 6, 7]
    assert found("茶") == [1, 2, 3, 4, 5, 6, 7]

"""Whom nobody merges, and by whom: merge_members, known_member (1.8, 1.10)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.actions.members.erase_member import erase_member
from pos_app.actions.members.export_member import export_member
from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.merge_members import merge_members, preview_merge
from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.staff.approve import approve
from pos_app.domain.refusals.member import MemberIsMerged, MergeRefused
from pos_app.domain.sale import Sale
from pos_app.domain.staff import MERGE
from pos_app.engine.book import kept
from pos_app.engine.merging import BROUGHT, CHAIN, HELD, SAME, SPONSOR
from pos_app.errors import NotAllowed, NotFound, Refusal
from pos_app.journal.canonical import read_canonical
from pos_app.journal.entry import Entry
from pos_app.journal.facts import MembersMerged
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import OIL
from tests.actions.holding import buy, start, trading
from tests.actions.merging import SECOND_PHONE, merge, rows, twice


def test_the_number_of_a_duplicate_is_used_for_nothing_more(shop: Shop) -> None:
    """A card, a sponsor, a second merging: each is told whose number it is."""
    stays, duplicate = twice(shop)
    merge(shop, duplicate, stays)
    errands: tuple[Callable[[], object], ...] = (
        lambda: show_member(shop, duplicate),
        lambda: make.member(shop, phone="", sponsor=duplicate),
        lambda: issue_card(shop, make.OWNER_SEAT, member=duplicate),
        lambda: export_member(shop, duplicate),
        lambda: erase_member(shop, make.OWNER_SEAT, member=duplicate),
        lambda: merge(shop, duplicate, stays),
        lambda: merge(shop, stays, duplicate),
    )
    for errand in errands:
        with pytest.raises(MemberIsMerged) as told:
            errand()
        assert (told.value.member, told.value.into) == (duplicate, stays)


def brought_somebody(shop: Shop, stays: int, duplicate: int) -> None:
    """The duplicate is somebody's sponsor."""
    make.member(shop, phone="", sponsor=duplicate)


def bought_in_a_chain(shop: Shop, stays: int, duplicate: int) -> None:
    """The duplicate has a place in a chain."""
    start(shop, "M3")
    buy(shop, make.seat_with_shift(shop), duplicate)


def bought_with_a_hold(shop: Shop, stays: int, duplicate: int) -> None:
    """The duplicate's purchase has not settled."""
    start(shop, "M4", hold_days=7)
    buy(shop, make.seat_with_shift(shop), duplicate)


@pytest.mark.parametrize(
    ("prepare", "why", "until"),
    [
        (brought_somebody, "brought", None),
        (bought_in_a_chain, "chain", None),
        (bought_with_a_hold, "held", "2026-11-28"),
    ],
)
def test_what_would_change_who_is_paid_for_whom_is_refused(
    shop: Shop, prepare: Callable[[Shop, int, int], None], why: str, until: str | None
) -> None:
    """Sponsors never change (1.8), what is held was promised; the books stay."""
    make.product(shop, "菜籽油 5L", price=6000, code=OIL)
    stays, duplicate = twice(shop)
    prepare(shop, stays, duplicate)
    before = rows(shop)
    with pytest.raises(MergeRefused) as refused:
        merge(shop, duplicate, stays)
    with pytest.raises(MergeRefused):
        preview_merge(shop, member=duplicate, into=stays)

    assert (refused.value.why, refused.value.member) == (why, duplicate)
    assert refused.value.until == until
    assert rows(shop) == before


def test_a_sponsor_and_whom_he_brought_stay_two(shop: Shop) -> None:
    """The books would say that somebody was rewarded for having brought himself (1.8)."""
    stays = make.member(shop)
    duplicate = make.member(shop, phone=SECOND_PHONE, sponsor=stays)
    friend = make.member(shop, phone="13700009999", sponsor=stays)
    brought = make.member(shop, phone="", sponsor=friend)
    before = rows(shop)
    refused = []
    for pair in ((duplicate, stays), (brought, stays), (stays, duplicate), (stays, stays)):
        with pytest.raises(MergeRefused) as told:
            merge(shop, *pair)
        refused.append(told.value.why)

    assert refused == ["sponsor", "sponsor", "brought", "same"]
    assert rows(shop) == before


@pytest.mark.parametrize("why", [SAME, BROUGHT, SPONSOR, CHAIN, HELD])
def test_each_refusal_says_what_can_be_done_instead(why: str) -> None:
    """Whoever is told no asks what now; no word of the engine is shown (design.md 7)."""
    told = [tell(MergeRefused(why, 12), Wording(each)) for each in Language]

    assert all(each.happened and each.undone for each in told)
    assert [each.whole for each in told if why in each.whole.split()] == []
    assert told[0].whole != told[1].whole


def test_who_is_erased_or_unknown_is_merged_with_nobody(shop: Shop) -> None:
    """An erased member was forgotten, what he left behind is nobody's (10.6)."""
    stays, duplicate = twice(shop)
    erase_member(shop, make.OWNER_SEAT, member=duplicate)
    before = rows(shop)
    for pair in ((duplicate, stays), (stays, duplicate), (stays, 99)):
        with pytest.raises(NotFound):
            merge(shop, *pair)

    assert rows(shop) == before


def test_it_takes_a_manager_and_the_journal_says_whose_pin_it_was(shop: Shop) -> None:
    """Merging by a supervisor (1.10); a PIN allows this duplicate and no other."""
    stays, duplicate = twice(shop)
    other = make.member(shop, phone="")
    approval = approve(shop, make.MANAGER_PIN, right=MERGE, asked=duplicate)
    seat = replace(make.CASHIER_SEAT, approvals=(approval,))
    refused: list[type[Refusal]] = []
    for with_seat, member in ((make.CASHIER_SEAT, duplicate), (seat, other)):
        with pytest.raises(NotAllowed) as told:
            merge_members(shop, with_seat, member=member, into=stays)
        refused.append(type(told.value))
    merge_members(shop, seat, member=duplicate, into=stays)
    merge_members(shop, make.OWNER_SEAT, member=other, into=stays)
    entries = [each for each in rows(shop)[Entry] if isinstance(each, Entry)]
    merged = [
        (each.staff, read_canonical(each.body).fact)
        for each in entries
        if each.kind == MembersMerged.KIND
    ]

    assert refused == [NotAllowed] * 2
    assert merged == [
        (3, MembersMerged(duplicate, stays, approved_by=2)),
        (1, MembersMerged(other, stays, approved_by=1)),
    ]


def test_who_was_held_settles_and_is_merged_then(shop: Shop) -> None:
    """What a refusal says can be done instead has to be true."""
    seat, stays = trading(shop, "M4", hold_days=7)
    duplicate = register_member(shop, seat, name="", phone="")
    buy(shop, seat, duplicate)
    make.pass_time(shop, days=8)
    merge(shop, duplicate, stays)
    with shop.storage.read() as view:
        sale = kept(view.book, Sale, 1)

    assert (sale.member, len(show_member(shop, stays).holdings)) == (stays, 1)
    assert verify_books(shop.storage) == []

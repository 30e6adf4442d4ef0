"""Two members who are one person become one: merge_members, post_member (1.10)."""

import json
from dataclasses import replace

import pytest

from pos_app.actions.members.declare_member import declare_member
from pos_app.actions.members.erase_member import erase_member
from pos_app.actions.members.export_member import export_member
from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.latest_members import latest_members
from pos_app.actions.members.merge_members import preview_merge
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.members.show_member import show_member
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.watching.retention_list import retention_list
from pos_app.actions.watching.watch_day import watch_day
from pos_app.actions.why.why_member import why_member
from pos_app.actions.why.why_tables import member_why
from pos_app.domain.basket import LineReturned
from pos_app.domain.holdings import DrawHolding, UnitsHolding
from pos_app.domain.member import MINOR, Member, MemberDeclared
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.refusals.member import MemberIsMerged, PhoneTaken
from pos_app.domain.refusals.sale import QuoteChanged
from pos_app.domain.tender import POINTS, TenderGiven
from pos_app.domain.transfer import Transfer
from pos_app.engine.book import kept
from pos_app.engine.records.shared import WalletLot
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import COLA, OIL, balance, basket, draft, open_for_trade, sell
from tests.actions.holding import buy, trading
from tests.actions.merging import PHONE, SECOND_PHONE, merge, rows, twice


def test_points_and_tickets_of_a_duplicate_are_the_other_members(shop: Shop) -> None:
    """One person is one member, with all that either of the two had (1.10)."""
    seat = open_for_trade(shop)
    stays, duplicate = twice(shop)
    sell(shop, seat, OIL, member=stays)
    sell(shop, seat, OIL, member=duplicate)
    sell(shop, seat, OIL, member=duplicate)
    before = show_member(shop, stays), show_member(shop, duplicate)
    merge(shop, duplicate, stays)
    after = show_member(shop, stays)

    assert (before[0].points, before[1].points, after.points) == (60, 120, 180)
    assert after.reward == before[0].reward + before[1].reward
    assert sorted(each.sale for each in after.tickets) == sorted(
        each.sale for one in before for each in one.tickets
    )
    assert [balance(shop, f"{purse}:{duplicate}") for purse in ("POINTS", "CASH", "VCH")] == [0] * 3
    assert verify_books(shop.storage) == []


@pytest.mark.parametrize("kind", ["M1b", "M2", "M4", "M5", "M6"])
def test_what_another_program_keeps_goes_along(shop: Shop, kind: str) -> None:
    """Entries, own purchases, green points, units and energy are the same person's."""
    seat, _ = trading(shop, kind)
    stays = make.member(shop, phone="13800001111")
    duplicate = make.member(shop, phone=SECOND_PHONE)
    single = make.member(shop, phone="13800002222")
    for member, times in ((single, 2), (stays, 1), (duplicate, 1)):
        buy(shop, seat, member, times=times)
    units = sum(units_of(shop, each) for each in (stays, duplicate))
    merge(shop, duplicate, stays)
    (after,), (like,) = (show_member(shop, each).holdings for each in (stays, single))

    if isinstance(after, DrawHolding):
        assert after.sales == ("3", "4")
    elif isinstance(after, UnitsHolding):
        assert after.units == units
    else:
        assert after == like
    with pytest.raises(MemberIsMerged):
        show_member(shop, duplicate)
    assert verify_books(shop.storage) == []


def units_of(shop: Shop, member: int) -> int:
    """How many units of an appreciation a member has."""
    found = show_member(shop, member).holdings
    return sum(each.units for each in found if isinstance(each, UnitsHolding))


def test_each_lot_keeps_its_day_its_limit_and_the_sale_that_funded_it(shop: Shop) -> None:
    """INV-5: each fen is moved by a transfer that names who paid for it (1.2, 1.7)."""
    seat = open_for_trade(shop)
    stays, duplicate = twice(shop)
    for _ in range(2):
        sell(shop, seat, OIL, member=duplicate)
    leave_queue(shop, seat, 2)
    before = [each for each in rows(shop)[WalletLot] if isinstance(each, WalletLot)]
    merge(shop, duplicate, stays)
    found = rows(shop)
    moved = [each for each in found[Transfer] if isinstance(each, Transfer)]

    assert found[WalletLot] == [replace(each, holder=str(stays)) for each in before]
    assert [
        (each.debit, each.credit, each.amount, each.sale, each.funded_by)
        for each in moved
        if each.why == "MERGED"
    ] == [
        (f"{lot.account}:{duplicate}", f"{lot.account}:{stays}", lot.left, lot.sale, lot.sale)
        for lot in sorted(before, key=lambda lot: (lot.account != "VCH", lot.expires, lot.sale))
        if lot.left
    ] + [(f"CASH:{duplicate}", f"CASH:{stays}", 1140, None, None)]


def test_goods_of_the_duplicate_come_back_to_the_one_who_stays(shop: Shop) -> None:
    """What had paid for them is given back to him, what they earned is taken from him."""
    seat = open_for_trade(shop)
    stays, duplicate = twice(shop)
    sell(shop, seat, OIL, member=duplicate)
    paid = TenderGiven(POINTS, Fen(60), Fen(60))
    complete_sale(shop, seat, draft(shop, basket(shop, OIL, member=duplicate), paid))
    merge(shop, duplicate, stays)
    held = show_member(shop, stays).points
    return_sale(shop, seat, ReturnAsk(2, (LineReturned(1, ONE),)))

    assert (held, show_member(shop, stays).points) == (59, 60)
    assert balance(shop, f"POINTS:{duplicate}") == 0
    assert verify_books(shop.storage) == []


def test_a_sale_of_the_day_is_voided_as_the_sale_of_the_one_who_stays(shop: Shop) -> None:
    """A void takes what the sale brought from where it is now (1.6)."""
    seat = open_for_trade(shop)
    stays, duplicate = twice(shop)
    sell(shop, seat, OIL, member=duplicate)
    merge(shop, duplicate, stays)
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), 1)

    assert (show_member(shop, stays).points, show_member(shop, stays).tickets) == (0, ())
    assert verify_books(shop.storage) == []


def test_whoever_types_or_scans_the_duplicate_finds_the_one_who_stays(shop: Shop) -> None:
    """Cards and numbers that are out there go on naming the person (1.10)."""
    stays, duplicate = twice(shop)
    third = make.member(shop, "赵一", phone="13700009999")
    digits = issue_card(shop, make.OWNER_SEAT, member=duplicate)
    merge(shop, duplicate, stays)
    asked = ("林梅", SECOND_PHONE, SECOND_PHONE[-4:], str(duplicate), "林晓梅", PHONE[-4:])

    assert [[each.number for each in find_members(shop, typed)] for typed in asked] == [
        [stays]
    ] * len(asked)
    assert read_member_code(shop, digits) == stays
    assert [each.number for each in latest_members(shop)] == [third, stays]
    with pytest.raises(PhoneTaken) as taken:
        make.member(shop, phone=SECOND_PHONE)
    assert taken.value.member == stays


def test_a_bill_of_the_duplicate_is_quoted_as_the_bill_of_the_one_who_stays(shop: Shop) -> None:
    """Nobody at the till need know of two; a customer agrees to what he is shown (5)."""
    seat = open_for_trade(shop)
    stays, duplicate = twice(shop)
    bill = basket(shop, OIL, member=duplicate)
    shown_before = draft(shop, bill)
    merge(shop, duplicate, stays)
    with pytest.raises(QuoteChanged):
        complete_sale(shop, seat, shown_before)
    quote = quote_basket(shop, bill)
    complete_sale(shop, seat, draft(shop, quote.basket))

    assert quote.basket == replace(bill, member=stays)
    assert quote.standing is not None
    assert quote.standing.member == stays
    assert show_member(shop, stays).points == 60


def test_a_merged_number_is_not_kept_apart_from_the_person(shop: Shop) -> None:
    """Its data are kept as long as the person's, and the list names it once (10.6)."""
    stays, duplicate = twice(shop)
    other = make.member(shop, phone="")
    make.pass_time(shop, days=1000)
    merge(shop, duplicate, stays)
    make.pass_time(shop, days=170)
    listed = [each.number for each in retention_list(shop).members]

    assert listed == [other]


def test_an_owner_sees_it_among_what_is_looked_at_twice(shop: Shop) -> None:
    """Money changed its owner without a sale: who did it, and who allowed it."""
    stays, duplicate = twice(shop)
    merge(shop, duplicate, stays)
    deed = watch_day(shop, Day("2026-11-21"))[0]

    assert (deed.what, deed.subject, deed.staff) == ("merge", f"{duplicate} → {stays}", "陈立")


def test_the_stricter_of_what_both_declared_counts(shop: Shop) -> None:
    """Merging must not make a minor of age, staff a customer, or a household two."""
    stays, duplicate = twice(shop)
    said = MemberDeclared(age_band=MINOR, employee=True, household="林家")
    declare_member(shop, make.OWNER_SEAT, member=duplicate, declared=said)
    merge(shop, duplicate, stays)
    with shop.storage.read() as view:
        household = kept(view.book, Member, stays).household

    assert show_member(shop, stays).declared == said
    assert household == str(duplicate)
    assert verify_books(shop.storage) == []


def test_who_was_merged_before_is_the_same_person_too(shop: Shop) -> None:
    """Whoever registered three times is found by any of the three numbers."""
    stays, duplicate = twice(shop)
    third = make.member(shop, "林小梅", phone="13700009999")
    merge(shop, third, duplicate)
    merge(shop, duplicate, stays)

    assert [each.number for each in find_members(shop, "9999")] == [stays]
    with pytest.raises(MemberIsMerged) as told:
        show_member(shop, third)
    assert told.value.into == stays
    assert verify_books(shop.storage) == []


def test_the_file_for_a_member_tells_of_both_numbers_and_both_are_erased(shop: Shop) -> None:
    """Access means all that is kept of a person, and so does being forgotten (10.6)."""
    seat = open_for_trade(shop, programs=False)
    stays, duplicate = twice(shop)
    sell(shop, seat, COLA, member=duplicate)
    left = export_member(shop, duplicate)
    merge(shop, duplicate, stays)
    told = json.loads(export_member(shop, stays).read_text(encoding="utf-8"))
    erase_member(shop, make.OWNER_SEAT, member=stays)
    with shop.storage.read() as view:
        known = kept(view.book, Member, duplicate)

    assert [(each["member"], each["phone"]) for each in told["also_registered"]] == [
        (duplicate, SECOND_PHONE)
    ]
    assert [each["number"] for each in told["sales"]] == ["1"]
    assert (known.name, known.phone, known.salt, known.merged_into) == ("", "", "", stays)
    assert not left.exists()
    assert find_members(shop, SECOND_PHONE) == ()
    assert verify_books(shop.storage) == []


def test_what_is_shown_first_is_what_happens(shop: Shop) -> None:
    """The supervisor agrees to figures; looking at them writes nothing."""
    seat = open_for_trade(shop)
    friend = make.member(shop, phone="")
    stays = make.member(shop)
    duplicate = make.member(shop, phone=SECOND_PHONE, sponsor=friend)
    sell(shop, seat, OIL, member=duplicate)
    before = rows(shop)
    shown = preview_merge(shop, member=duplicate, into=stays)
    after_looking = rows(shop)
    merge(shop, duplicate, stays)

    assert after_looking == before
    assert (shown.duplicate.points, shown.stays.points, shown.after.points) == (60, 0, 60)
    assert (shown.purchases, shown.ends_sponsor) == (1, True)
    assert show_member(shop, stays) == shown.after


def test_the_reasons_of_a_duplicate_name_who_he_is_now(shop: Shop) -> None:
    """Whoever asks by the old number is led to the new one, and from there back."""
    stays, duplicate = twice(shop)
    merge(shop, duplicate, stays)
    of_old = member_why(why_member(shop, duplicate), Wording(Language.EN))
    of_new = member_why(why_member(shop, stays), Wording(Language.EN))

    assert of_old.subtitle == f"is member 林*梅 #{stays} now"
    assert of_new.subtitle == f"member 林* #{duplicate} came into it"
